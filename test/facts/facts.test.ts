import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingKeys } from "../../grammar/index.ts";
import { capacityOf } from "../../src/facts/capacities.ts";
import { blockingFeatures, coexistence } from "../../src/facts/coexistence.ts";
import { chimneyCommand, registryCommand, setCommand, taskOffloadCommand } from "../../src/facts/commands.ts";
import { contradictions, everySide } from "../../src/facts/contradictions.ts";
import { defaultOf, recommendedOf } from "../../src/facts/defaults.ts";
import { glossary, term } from "../../src/facts/glossary.ts";
import { hotfix, hotfixes, hotfixesFor } from "../../src/facts/hotfixes.ts";
import { osBands } from "../../src/facts/os-bands.ts";
import { portWorkloads, workloadOf } from "../../src/facts/port-workloads.ts";
import { citationText, documents, source } from "../../src/facts/sources.ts";
import { tuningLevel } from "../../src/facts/tuning-levels.ts";
import { root } from "../support/samples.ts";

const settings = settingKeys.flatMap((setting) => osBands.map((band) => [setting, band] as const));
const stated = settings.flatMap(([setting, band]) =>
  [defaultOf(setting, band), recommendedOf(setting, band)].flatMap((one) => one ?? []),
);

describe("defaults and recommendations", () => {
  it.each([
    ["2003", ["enabled"], ["disabled"]],
    ["2008", ["disabled"], ["disabled"]],
    ["2008R2", ["automatic"], ["automatic"]],
    ["2012", ["disabled"], ["disabled"]],
    ["2016", ["disabled"], ["disabled"]],
  ] as const)("of Chimney on %s", (band, usual, best) => {
    expect(defaultOf("chimneyOffload", band)?.values).toEqual(usual);
    expect(recommendedOf("chimneyOffload", band)?.values).toEqual(best);
  });

  it("are not made up where nothing is stated", () => {
    expect(defaultOf("initialRto", "2008R2")).toBeUndefined();
    expect(recommendedOf("directCacheAccess", "2008R2")).toBeUndefined();
    expect(defaultOf("pacingProfile", "1709+")).toBeUndefined();
  });

  it("are called documented only by a document", () => {
    const wrong = stated.filter(
      ({ grounding, sources: [first] }) => grounding !== "inferred" && grounding !== first.grounding,
    );
    expect(wrong).toEqual([]);
    expect(defaultOf("initialRto", "2012")?.grounding).toBe("observed");
    expect(defaultOf("taskOffload", "2008")?.grounding).toBe("inferred");
  });
});

describe("coexistence", () => {
  it.each([
    ["ipsec", "2003", "blocks"],
    ["ipsec", "2008", "blocks"],
    ["ipsec", "2008R2", "partly"],
    ["hyperv", "2008", "blocks"],
    ["hyperv", "2008R2", "works"],
    ["windows-firewall", "2003", "blocks"],
    ["windows-firewall", "2008", "works"],
    ["cluster", "2008", "partly"],
    ["nlb", "2003", undefined],
    ["nlb", "2012", undefined],
    ["ndis51", "2008", undefined],
    ["inbox-teaming", "2012R2", "blocks"],
    ["inbox-teaming", "2008R2", undefined],
  ] as const)("of %s on %s: %s", (companion, band, verdict) => {
    expect(coexistence(companion, band)?.verdict).toBe(verdict);
  });

  it("is blocked by other features on other versions", () => {
    expect(blockingFeatures("2003")).toEqual([
      "windows-firewall",
      "third-party-firewall",
      "ipsec",
      "nat",
      "ics",
      "ndis51",
    ]);
    expect(blockingFeatures("2008")).toEqual(["ipsec", "hyperv", "nlb", "nat", "ics"]);
    expect(blockingFeatures("2008R2")).toEqual(["nlb", "nat", "ics"]);
    expect(blockingFeatures("2012")).toEqual([]);
  });
});

describe("commands", () => {
  it.each([
    [chimneyCommand("disabled", "2003"), "netsh int ip set chimney DISABLED"],
    [chimneyCommand("enabled", "2003"), "netsh int ip set chimney ENABLED"],
    [chimneyCommand("automatic", "2008R2"), "netsh int tcp set global chimney=automatic"],
    [setCommand("chimneyOffload", "disabled", undefined), "netsh int tcp set global chimney=disabled"],
    [setCommand("receiveSideScaling", "enabled", "2008"), "netsh int tcp set global rss=enabled"],
    [setCommand("receiveSideScaling", "enabled", "2003"), registryCommand("EnableRSS", 1)],
    [setCommand("netDma", "disabled", "2008R2"), registryCommand("EnableTCPA", 0)],
    [setCommand("receiveWindowAutoTuning", "normal", "2012"), "netsh int tcp set global autotuninglevel=normal"],
    [setCommand("receiveWindowAutoTuning", "normal", "2003"), undefined],
    [setCommand("pacingProfile", "off", "1709+"), "netsh int tcp set global pacingprofile=off"],
    [setCommand("proportionalRateReduction", "enabled", "1709+"), "netsh int tcp set global prr=enabled"],
    [setCommand("networkDirect", "enabled", "1709+"), undefined],
    [setCommand("receiveWindowAutoTuning", "normal&calc", "2012"), undefined],
    [setCommand("chimneyOffload", "x | y", "2012"), undefined],
    [taskOffloadCommand("enabled", "2008"), "netsh int ip set global taskoffload=enabled"],
    [taskOffloadCommand("disabled", "2003"), registryCommand("DisableTaskOffload", 1)],
  ])("%s", (command, expected) => {
    expect(command).toBe(expected);
  });

  it("keep the path of the registry as it is", () => {
    expect(registryCommand("EnableTCPA", 0)).toBe(
      "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v EnableTCPA /t REG_DWORD /d 0 /f",
    );
  });
});

describe("contradictions", () => {
  it("keep every side, each with its source", () => {
    for (const [id, sides] of Object.entries(contradictions)) {
      expect(sides.length, id).toBeGreaterThan(1);
      expect(
        sides.filter(({ sources }) => sources.length === 0),
        id,
      ).toEqual([]);
    }
  });

  it("name no winner between Chimney and NetDMA", () => {
    const said = everySide("netdma-precedence");
    expect(said).toContain("KB 912222: Where both are available, Windows selects Chimney.");
    expect(said).toContain("The Cable Guy: NetDMA is then enabled and Chimney disabled.");
  });
});

describe("the glossary", () => {
  it("has every spelling once", () => {
    const spellings = glossary.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(spellings.filter((one) => term(one) === undefined)).toEqual([]);
    for (const one of glossary) expect(one.aliases.filter((alias) => term(alias) !== one)).toEqual([]);
  });

  it("does not take InHost for disabled", () => {
    expect(term("inhost")?.meaning).not.toMatch(/disabled/);
    expect(term("inhost")?.remarks[0]).toContain("does not mean that Chimney is disabled");
  });
});

describe("the smaller tables", () => {
  it("give a port one workload at most, and only a hint", () => {
    const ports = portWorkloads.flatMap((one) => one.ports);
    expect(new Set(ports).size).toBe(ports.length);
    expect(workloadOf(445)?.class).toBe("bulk");
    expect(workloadOf(1433)?.class).toBe("mixed");
    expect(workloadOf(50_000)).toBeUndefined();
  });

  it("have updates by number and by version", () => {
    expect(hotfix("kb2525390")?.bands).toEqual(["2008R2"]);
    expect(hotfix("KB1")).toBeUndefined();
    expect(hotfixesFor("2003").length).toBe(6);
    expect(hotfixes.every(({ id }) => /^KB\d{6,7}$/.test(id))).toBe(true);
  });

  it("have capacities of the vendor who states them, and of no other", () => {
    expect(capacityOf("Broadcom BCM5709C NetXtreme II GigE (NDIS VBD Client)", 1000)?.connections).toBe(1024);
    expect(capacityOf("Broadcom NetXtreme II", 10_000)?.connections).toBe(1880);
    expect(capacityOf("Broadcom NetXtreme Gigabit Ethernet", 1000)).toBeUndefined();
    expect(capacityOf("Chelsio T320", 10_000)).toBeUndefined();
  });

  it("have levels of auto-tuning and reasons to upload", () => {
    expect(tuningLevel("highlyrestricted")?.scaleFactor).toBe(2);
    expect(tuningLevel("disabled")?.scaleFactor).toBeNull();
    expect(tuningLevel(8)).toBeUndefined();
  });
});

describe("sources", () => {
  const all = Object.entries(documents);
  const statements = all.flatMap(([name, { says }]) =>
    Object.entries(says).map(([section, text]: [string, string]) => ({ name, section, text })),
  );

  it("have titles of their own, and addresses that are whole", () => {
    expect(new Set(all.map(([, { title }]) => title)).size).toBe(all.length);
    const addresses = all.flatMap(([, document]) => ("url" in document ? [document.url] : []));
    expect(addresses.filter((url) => !/^https?:\/\/\S+\/\S*$/.test(url) || !URL.canParse(url))).toEqual([]);
  });

  it("say what they are cited for, in sentences", () => {
    expect(statements.length).toBeGreaterThan(120);
    expect(
      statements.filter(({ text }) => !/^[A-Z0-9*].{15,}[.]$/s.test(text) && !/^(?:netstat|netsh) .*[.]$/.test(text)),
    ).toEqual([]);
  });

  it("say nothing that nobody cites", async () => {
    const files = await readdir(join(root, "src"), { recursive: true });
    const code = files
      .filter((path) => path.endsWith(".ts") && !path.includes("documents"))
      .map((path) => readFileSync(join(root, "src", path), "utf8").replaceAll(/\s+/g, " "))
      .join("\n");
    const rows = /^(?:How TCP Chimney Offload coexists, )?row /;
    const unused = statements.filter(({ name, section }) => {
      const key = JSON.stringify(section);
      return (
        !code.includes(`source("${name}", ${key})`) &&
        !code.includes(`source( "${name}", ${key}`) &&
        !rows.test(section)
      );
    });
    expect(unused.map(({ name, section }) => `${name}: ${section}`)).toEqual([]);
  });

  it("are told with what they say, and never taken for documents where they are none", () => {
    expect(citationText(source("kb2477730", "symptom"))).toMatch(/^KB 2477730: .*, symptom: Once one adapter/);
    expect(citationText(source("conclusion", "nine tenths"))).toContain("(not documented): ");
    expect(source("gg162716", "NetDMA and Chimney")).toMatchObject({ url: expect.stringContaining("gg162716") });
    expect("url" in source("kb912222", "overview")).toBe(false);
  });
});
