import { describe, expect, it } from "vitest";
import { identityOf } from "../../src/fleet/counted.ts";
import { rollupOf, type TableEntry } from "../../src/fleet/index.ts";
import { rawRatio } from "../../src/summary/ratio.ts";
import { bundleEntryOf, hostEntryOf, tableEntry } from "../support/bundle-entries.ts";

const table = (about: Partial<TableEntry>): TableEntry => ({
  ...tableEntry({ offloaded: 3, inHost: 5, digest: "d" }),
  ...about,
});

/** Bundles with one host each, which has these tables. */
function fleetWith(...hosts: readonly (readonly TableEntry[])[]) {
  const entries = hosts.map((tables, at) => ({
    ...bundleEntryOf(`b${at}.zip`, []),
    hosts: [{ ...hostEntryOf({ host: `SRV0${at}` }), tables, headline: 0 }],
  }));
  return rollupOf(entries).fleet;
}

describe("tables of the same text", () => {
  const listening = table({
    raw: rawRatio({ offloaded: 0, inHost: 4, transitional: 0 }),
    eligible: tableEntry({ offloaded: 0, inHost: 0 }).eligible,
  });

  it.each<[string, readonly (readonly TableEntry[])[], same: number, repeated: number]>([
    ["in two bundles are one table", [[table({})], [table({})]], 1, 1],
    ["in two files of one host are one table", [[table({}), table({ source: "again.txt" })]], 1, 0],
    ["captured one after the other are two", [[table({}), table({ line: 60 })]], 0, 0],
    ["without connections to other hosts say nothing", [[listening], [listening]], 0, 0],
    ["that nobody worked out a digest of are not known", [[table({ digest: null })], [table({ digest: null })]], 0, 0],
  ])("%s", (_, hosts, same, repeated) => {
    const { sameTables, ratios } = fleetWith(...hosts);
    expect([sameTables.total, ratios[0]?.repeated]).toEqual([same, repeated]);
  });
});

describe("bundles of the same fingerprint", () => {
  const fingerprint = "same";
  const named = (host: string, chimneyOffload: string) => [{ host, settings: { chimneyOffload } }];

  it.each<[string, ReturnType<typeof named>, hosts: number]>([
    ["are one with the same host", named("SRV01", "enabled"), 1],
    ["are two with another host", named("SRV02", "enabled"), 2],
    ["are two with another setting", named("SRV01", "disabled"), 2],
  ])("%s", (_, other, hosts) => {
    const [one, two] = [
      bundleEntryOf("a.zip", named("SRV01", "enabled"), { fingerprint }),
      bundleEntryOf("b.zip", other, { fingerprint }),
    ];
    const { fleet } = rollupOf([one, two]);
    expect([fleet.hosts, fleet.sameBundles.total]).toEqual([hosts, 2 - hosts]);
  });
});

it.each([
  [0, 0, null],
  [1, 0, "d"],
  [0, 1, "d"],
])("a table with %i eligible connections and %i on their way is known again: %s", (total, transitional, digest) => {
  const { eligible } = tableEntry({ offloaded: 0, inHost: 0, digest: "d" });
  expect(identityOf({ digest: "d", eligible: { ...eligible, total, transitional } })).toBe(digest);
});
