import { describe, expect, it } from "vitest";
import { collectors } from "../../../src/captures/collectors/index.ts";
import { thresholdsWith } from "../../../src/findings/config.ts";
import { evaluateFleet } from "../../../src/findings/evaluate-fleet.ts";
import type { FleetHost } from "../../../src/findings/fleet-host.ts";
import type { OsBand, SettingKey } from "../../../src/index.ts";
import { fleetHost } from "../../support/fleet.ts";

const context = { thresholds: thresholdsWith({}) };

/** What a rule says of hosts, as "kind: message". */
function saidBy(id: string, hosts: readonly FleetHost[]) {
  return evaluateFleet(hosts, context).findings.filter(({ rule }) => rule === id);
}

const kindsBy = (id: string, hosts: readonly FleetHost[]) => saidBy(id, hosts).map(({ kind }) => kind);

/** Hosts of one version, one a value; "-" does not print the setting. */
function showing(setting: SettingKey, values: readonly string[], band: OsBand | null = "2008R2", prefix = "SRV") {
  return values.map((value, at) =>
    fleetHost({ host: `${prefix}${at}`, band, settings: value === "-" ? {} : { [setting]: value } }),
  );
}

describe("Chimney on several hosts", () => {
  const states = (...values: readonly string[]) => showing("chimneyOffload", values);

  it.each<readonly [what: string, hosts: readonly FleetHost[], kinds: readonly string[]]>([
    ["alike", states("automatic", "automatic", "automatic"), ["pass"]],
    ["different on one of three", states("automatic", "automatic", "enabled"), ["fail"]],
    ["different on each", states("automatic", "disabled", "enabled"), ["fail"]],
    ["different on two hosts, which are too few", states("automatic", "enabled"), ["notEvaluated"]],
    ["different on two hosts that show it, of three", states("automatic", "enabled", "-"), ["notEvaluated"]],
    [
      "different by version only",
      [
        ...states("automatic", "automatic", "automatic"),
        ...showing("chimneyOffload", ["disabled", "disabled"], "2008", "OLD"),
      ],
      ["pass"],
    ],
    [
      "different on two versions",
      [
        ...states("automatic", "automatic", "enabled"),
        ...showing("chimneyOffload", ["disabled", "enabled", "disabled"], "2008", "OLD"),
      ],
      ["fail", "fail"],
    ],
    [
      "different on a host of an unknown version",
      [...states("automatic", "automatic", "automatic"), ...showing("chimneyOffload", ["enabled"], null, "NEW")],
      ["pass"],
    ],
    [
      "different where no version is known",
      showing("chimneyOffload", ["automatic", "enabled", "enabled"], null),
      ["notEvaluated"],
    ],
    ["of no hosts", [], ["notEvaluated"]],
  ])("%s", (_, hosts, kinds) => {
    expect(kindsBy("fleet-inconsistent-chimney", hosts)).toEqual(kinds);
  });

  it("names the odd ones with their lines, and makes them like the others", () => {
    const values = ["disabled", "disabled", "enabled", "disabled"];
    expect(saidBy("fleet-inconsistent-chimney", showing("chimneyOffload", values, "2012R2"))).toMatchObject([
      {
        severity: "warning",
        message:
          'Chimney differs between hosts with Windows Server 2012 R2 or Windows 8.1: "disabled" on 3 of 4 hosts, "enabled" on 1 (SRV2). The default is disabled.',
        hosts: [{ host: "SRV2", bundle: null }],
        evidence: [
          { source: "SRV2.txt", line: 1, text: "chimneyOffload : enabled" },
          { source: "SRV0.txt" },
          { source: "SRV1.txt" },
        ],
        remedy: expect.stringContaining(
          "`netsh int tcp set global chimney=disabled` (what most of them have) on SRV2.",
        ),
        rollback: "`netsh int tcp set global chimney=enabled` on SRV2",
      },
    ]);
  });

  it("is brought to what a document recommends, also where most hosts have something else", () => {
    const [found] = saidBy("fleet-inconsistent-chimney", states("enabled", "enabled", "automatic"));
    expect(found?.remedy).toContain("chimney=automatic` (what is recommended) on SRV0, SRV1.");
  });

  it.each([
    ["without a majority", "2012R2", ["disabled", "enabled", "automatic"]],
    ["on a Windows without Chimney", "1709+", ["disabled", "disabled", "enabled"]],
    ["with a value that is no plain word", "2012R2", ["a & b", "a & b", "disabled"]],
  ] as const)("has no command %s", (_, band, values) => {
    const [found] = saidBy("fleet-inconsistent-chimney", showing("chimneyOffload", values, band));
    expect(found).toMatchObject({ kind: "fail", rollback: null });
    expect(found?.remedy).not.toContain("netsh");
  });

  it("names eight hosts in a sentence, and counts the others", () => {
    const many = states(...Array<string>(40).fill("automatic"), ...Array<string>(17).fill("enabled"));
    const [found] = saidBy("fleet-inconsistent-chimney", many);
    expect(found?.message).toContain('"automatic" on 40 of 57 hosts, "enabled" on 17 (SRV40, ');
    expect(found?.message).toContain("SRV47 and 9 more)");
    expect(found?.hosts).toHaveLength(17);
  });
});

describe("other settings on several hosts", () => {
  it.each<readonly [setting: SettingKey, values: readonly string[], kinds: readonly string[]]>([
    ["receiveSideScaling", ["enabled", "disabled"], ["fail"]],
    ["receiveWindowAutoTuning", ["normal", "restricted"], ["fail"]],
    ["ecnCapability", ["enabled", "disabled"], ["fail"]],
    ["rfc1323Timestamps", ["enabled", "disabled"], ["fail"]],
    ["addOnCongestionControlProvider", ["none", "ctcp"], ["fail"]],
    ["receiveSegmentCoalescing", ["enabled", "disabled"], ["fail"]],
    ["receiveSideScaling", ["enabled", "enabled", "-"], ["pass"]],
    ["receiveSideScaling", ["enabled", "-"], ["notEvaluated"]],
    ["maxSynRetransmissions", ["2", "4"], ["notEvaluated"]],
  ])("%s %j", (setting, values, kinds) => {
    expect(kindsBy("fleet-inconsistent-parameters", showing(setting, values))).toEqual(kinds);
  });
});

describe("nodes of a cluster", () => {
  const node = (host: string, rss: string, about: Parameters<typeof fleetHost>[0] = {}) =>
    fleetHost({ host, band: "2012R2", settings: { receiveSideScaling: rss }, ...about });
  const running = { features: { cluster: "on" } } as const;
  const gathered = { collectors: ["SDDC"], bundle: "HealthTest.zip" };

  it.each<readonly [what: string, hosts: readonly FleetHost[], kinds: readonly string[]]>([
    [
      "gathered by the cluster's collector",
      [node("A", "enabled", gathered), node("B", "disabled", gathered)],
      ["fail"],
    ],
    ["alike", [node("A", "enabled", gathered), node("B", "enabled", gathered)], ["pass"]],
    ["known by the service alone", [node("A", "enabled", running), node("B", "disabled", running)], ["review"]],
    [
      "in two bundles, so of two clusters for all that is known",
      [node("A", "enabled", gathered), node("B", "disabled", { ...gathered, bundle: "other.zip" })],
      ["notEvaluated"],
    ],
    [
      "amid a rolling upgrade",
      [node("A", "enabled", gathered), node("B", "disabled", { ...gathered, band: "2016" })],
      ["review"],
    ],
    ["that are none", [node("A", "enabled"), node("B", "disabled")], ["notEvaluated"]],
    [
      "of which one shows the setting",
      [node("A", "enabled", gathered), fleetHost({ host: "B", ...gathered })],
      ["notEvaluated"],
    ],
  ])("%s", (_, hosts, kinds) => {
    expect(kindsBy("cluster-nodes-differ", hosts)).toEqual(kinds);
  });

  it("are gathered by collectors that there are", () => {
    expect(collectors.map(({ name }) => name)).toEqual(expect.arrayContaining(["SDDC", "ClusterInfo"]));
  });
});

describe("hosts in messages", () => {
  const rss = (host: string | null, value: string, bundle: string | null = null) =>
    fleetHost({ host, bundle, band: "2008R2", settings: { receiveSideScaling: value } });

  it.each<readonly [what: string, hosts: readonly FleetHost[], said: string]>([
    [
      "are called by their names",
      [rss("A", "enabled", "a.zip"), rss("B", "disabled", "b.zip")],
      '"disabled" on 1 of 2 hosts (B), "enabled" on 1 (A)',
    ],
    [
      "have their bundle where two have one name",
      [rss("A", "enabled", "a.zip"), rss("a", "disabled", "b.zip")],
      "(a in b.zip)",
    ],
    [
      "are called by their source where nothing names them",
      [rss(null, "enabled"), rss("B", "disabled")],
      "(the host of unnamed.txt)",
    ],
  ])("%s", (_, hosts, said) => {
    const [found] = saidBy("fleet-inconsistent-parameters", hosts);
    expect(found?.message).toContain(said);
  });
});
