import { describe, expect, it } from "vitest";
import { type Fleet, rollupOf } from "../../src/fleet/index.ts";
import { type AboutHost, bundleEntryOf } from "../support/bundle-entries.ts";

/** A fleet of bundles b00, b01 … with one host each. */
function fleetOf(hosts: readonly AboutHost[]): Fleet {
  return rollupOf(hosts.map((host, at) => bundleEntryOf(`b${String(at).padStart(2, "0")}`, [host]))).fleet;
}

const numbered = (count: number, about: (at: number) => AboutHost) =>
  Array.from({ length: count }, (_, at) => ({ host: `SRV${String(at).padStart(2, "0")}`, ...about(at) }));

describe("the ratio of a fleet", () => {
  it("is that of all connections, and spread over the hosts with enough of them", () => {
    const counts = [
      [0, 10],
      [5, 5],
      [9, 1],
      [1, 1],
    ] as const;
    const fleet = fleetOf(
      numbered(4, (at) => ({ tables: [{ offloaded: counts[at]?.[0] ?? 0, inHost: counts[at]?.[1] ?? 0 }] })),
    );
    expect(fleet.ratios).toHaveLength(1);
    expect(fleet.ratios[0]).toMatchObject({
      band: null,
      hosts: 4,
      withTable: 4,
      eligible: {
        offloaded: 15,
        total: 32,
        statement: "15 of 32 eligible connections are offloaded (46.9 %, 30.9–63.6 %)",
      },
      spread: { hosts: 3, min: { host: "SRV00", ratio: 0 }, median: 0.5, max: { host: "SRV02", ratio: 0.9 } },
    });
  });

  it("takes the mean of two in the middle", () => {
    const fleet = fleetOf(numbered(2, (at) => ({ tables: [{ offloaded: at * 5, inHost: 10 - at * 5 }] })));
    expect(fleet.ratios[0]?.spread?.median).toBe(0.25);
  });

  it("is told for each version of Windows where there are several", () => {
    const fleet = fleetOf(
      numbered(3, (at) => ({ band: at === 0 ? "2008" : "2012", tables: [{ offloaded: 4, inHost: 4 }] })),
    );
    expect(fleet.ratios.map(({ band, hosts, eligible }) => [band, hosts, eligible.total])).toEqual([
      [null, 3, 24],
      ["2008", 1, 8],
      ["2012", 2, 16],
    ]);
  });

  it("leaves out hosts that can't offload, and says how many", () => {
    const fleet = fleetOf([
      { host: "A", band: "2008R2", settings: { chimneyOffload: "enabled" }, tables: [{ offloaded: 40, inHost: 0 }] },
      { host: "B", band: "2012R2", settings: { chimneyOffload: "disabled" }, tables: [{ offloaded: 0, inHost: 80 }] },
      { host: "C", band: "1709+", tables: [{ offloaded: 0, inHost: 80 }] },
      { host: "D", band: "2012R2", settings: { chimneyOffload: "disabled" }, tables: [{ offloaded: 1, inHost: 3 }] },
    ]);
    expect(fleet.ratios[0]).toMatchObject({
      hosts: 4,
      unable: 2,
      withTable: 2,
      eligible: { offloaded: 41, total: 44 },
    });
    expect(fleet.ratios.map(({ band, unable }) => [band, unable])).toEqual([
      [null, 2],
      ["2008R2", 0],
      ["2012R2", 1],
      ["1709+", 1],
    ]);
  });

  it("has no share without a table that tells", () => {
    const fleet = fleetOf([{ tables: [{ offloaded: 0, inHost: 9, hasOffloadState: false }] }]);
    expect(fleet.ratios[0]).toMatchObject({ withTable: 0, eligible: { total: 0, ratio: null }, spread: null });
  });
});

describe("what is there twice", () => {
  const host = { host: "SRV01", tables: [{ offloaded: 4, inHost: 4, digest: "d" }] };

  it("counts once as a bundle, and is listed", () => {
    const same = { fingerprint: "same" };
    const { fleet } = rollupOf([bundleEntryOf("b.zip", [host], same), bundleEntryOf("a.zip", [host], same)]);
    expect(fleet).toMatchObject({
      hosts: 1,
      sameBundles: { total: 1, first: [{ counted: "a.zip", others: { total: 1, first: ["b.zip"] } }] },
    });
    expect(fleet.ratios[0]?.eligible.total).toBe(8);
  });

  it("counts once as a table, and is listed", () => {
    const { fleet } = rollupOf([bundleEntryOf("a.zip", [host]), bundleEntryOf("b.zip", [host])]);
    expect(fleet.hosts).toBe(2);
    expect(fleet.ratios[0]).toMatchObject({ withTable: 2, repeated: 1, eligible: { total: 8 } });
    expect(fleet.sameTables).toMatchObject({
      total: 1,
      first: [{ counted: { bundle: "a.zip" }, others: { total: 1 } }],
    });
  });

  it("is told of more tables than are listed", () => {
    const hosts = numbered(120, (at) => ({ tables: [{ offloaded: 1, inHost: 3, digest: String(at % 60) }] }));
    const fleet = fleetOf(hosts);
    expect(fleet.ratios[0]).toMatchObject({ repeated: 60, eligible: { total: 240 } });
    expect([fleet.sameTables.total, fleet.sameTables.first.length]).toEqual([60, 50]);
  });

  it("is told of names, with what differs", () => {
    const hosts = ["enabled", "disabled"].map((value) => ({
      host: "SRV01",
      settings: { chimneyOffload: value, receiveSideScaling: "enabled" },
    }));
    expect(fleetOf(hosts).sameNames).toMatchObject({
      total: 1,
      first: [{ host: "SRV01", bundles: { total: 2 }, differing: [{ setting: "chimneyOffload" }] }],
    });
  });

  it("is told of names in the order of time, as far as it is known", () => {
    const hosts = ["2012-03-05T00:00:00", null, "2012-03-04T00:00:00"].map((time, at) => ({
      settings: { chimneyOffload: `value${at}` },
      tables: [{ offloaded: 1, inHost: 3, time }],
    }));
    const [same] = fleetOf(hosts).sameNames.first;
    expect(same?.differing[0]?.values.first.map(({ bundle, value }) => [bundle, value])).toEqual([
      ["b01", "value1"],
      ["b02", "value2"],
      ["b00", "value0"],
    ]);
  });
});

describe("the settings of a fleet", () => {
  const spread = (values: readonly (string | undefined)[]) =>
    fleetOf(
      numbered(values.length, (at) => {
        const value = values[at];
        return { band: "2012R2", settings: value === undefined ? {} : { receiveSideScaling: value } };
      }),
    ).settings[0];

  it("have odd ones where most agree", () => {
    expect(spread(["enabled", "enabled", "disabled", "enabled", undefined])).toMatchObject({
      setting: "receiveSideScaling",
      band: "2012R2",
      hosts: 5,
      usual: "enabled",
      values: [
        { value: "enabled", hosts: { total: 3 } },
        { value: "disabled", hosts: { total: 1, first: [{ host: "SRV02", bundle: "b02" }] } },
      ],
      notCaptured: { total: 1, first: [{ host: "SRV04", bundle: "b04" }] },
    });
  });

  it.each([
    [["enabled", "disabled"], null],
    [["enabled", "enabled"], null],
    [["enabled", "enabled", "disabled", "disabled", "enabled"], null],
    [["enabled", "enabled", "enabled"], "enabled"],
    [["enabled", "enabled", "disabled"], "enabled"],
  ])("of %j call usual: %j", (values, usual) => {
    expect(spread(values)?.usual).toBe(usual);
  });

  it("are never compared between versions of Windows", () => {
    const { settings } = fleetOf([
      { band: "2008", settings: { chimneyOffload: "disabled" } },
      { band: "2008R2", settings: { chimneyOffload: "automatic" } },
    ]);
    expect(settings.map(({ band, values }) => [band, values.length])).toEqual([
      ["2008", 1],
      ["2008R2", 1],
    ]);
  });
});

describe("before and after", () => {
  it("are paired by phase, the widest table of each", () => {
    const tables = [
      { offloaded: 0, inHost: 4, phase: "start" },
      { offloaded: 1, inHost: 9, phase: "start" },
      { offloaded: 8, inHost: 2, phase: "stop" },
    ];
    expect(fleetOf([{ tables }]).phases).toMatchObject({
      total: 1,
      first: [{ before: { line: 2, eligible: { offloaded: 1 } }, after: { line: 3, eligible: { offloaded: 8 } } }],
    });
  });

  it("need both", () => {
    expect(fleetOf([{ tables: [{ offloaded: 0, inHost: 4, phase: "start" }] }]).phases.total).toBe(0);
  });
});

describe("what fails", () => {
  it("stands worst first, then by the number of hosts", () => {
    const hosts = [
      { failing: { warning: ["rss-disabled", "b-rule"], error: ["a-rule"] } },
      { failing: { warning: ["rss-disabled"] } },
    ];
    expect(fleetOf(hosts).failing.map(({ rule, hosts }) => [rule, hosts.total])).toEqual([
      ["a-rule", 1],
      ["rss-disabled", 2],
      ["b-rule", 1],
    ]);
  });
});
