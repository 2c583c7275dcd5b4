import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue, type SchemaName, schemas, validated } from "../../src/index.ts";
import { ruleListJson } from "../../src/reporters/index.ts";
import { analyzed, listSamples, root } from "../support/samples.ts";
import { rollup } from "./sample-rollup.ts";

const { reports } = await listSamples();

/** What is wrong with a value; none when it is as its schema has it. */
async function faultsOf(name: SchemaName, value: unknown): Promise<readonly string[]> {
  const validation = await validated(name, value);
  return validation.ok ? [] : validation.faults;
}

describe("what is printed is as its schema has it", () => {
  it.each(reports)("%s", async (path) => {
    expect(await faultsOf("report", JSON.parse(await readFile(join(root, path), "utf8")))).toEqual([]);
  });

  it("the report of many hosts, with all that is known of them", async () => {
    const report = JSON.parse(JSON.stringify(await analyzed(["samples"])));
    expect(report.hosts.length).toBeGreaterThan(10);
    expect(await faultsOf("report", report)).toEqual([]);
    for (const host of report.hosts) expect(await faultsOf("host", { bundle: "a.zip", ...host })).toEqual([]);
  });

  it("the roll-up of bundles", async () => {
    expect(await faultsOf("rollup", rollup)).toEqual([]);
    const { fleet } = rollup;
    const lists = [fleet.ratios, fleet.settings, fleet.failing, fleet.findings, fleet.phases.first];
    for (const list of [...lists, fleet.sameTables.first, fleet.sameNames.first]) expect(list).not.toEqual([]);
  });

  it("the catalogue of rules", async () => {
    expect(await faultsOf("rules", JSON.parse(ruleListJson(catalogue(), "1.2.3")))).toEqual([]);
  });
});

describe("the faults", () => {
  const tool = { name: "chimneysweep", version: "1" };
  const empty = { schemaVersion: 1, tool, sources: [], hosts: [], fleet: null, diagnostics: [] };
  const long = "x".repeat(500);

  it.each([
    ["nothing at all", null, "the whole is not object"],
    ["a list", [], "the whole is not object"],
    ["another version of the shape", { ...empty, schemaVersion: 2 }, "schemaVersion is 2, not 1"],
    ["another program", { ...empty, tool: { ...tool, name: "x" } }, 'tool.name is "x", not "chimneysweep"'],
    ["something missing", { ...empty, hosts: undefined }, 'the whole has no "hosts"'],
    ["something else", { ...empty, more: 1 }, 'the whole has "more", which does not belong there'],
    ["a number for a text", { ...empty, tool: { ...tool, version: 1 } }, "tool.version is not string"],
    ["something wrong deep in it", { ...empty, hosts: [{}] }, 'hosts[0] has no "host"'],
    ["__proto__", JSON.parse('{"__proto__": 1}'), 'the whole has no "schemaVersion"'],
    ["a long name", { ...empty, [long]: 1 }, `the whole has "${long.slice(0, 59)}…, which does not belong there`],
  ])("are told in words: %s", async (_, value, fault) => {
    expect(await faultsOf("report", value)).toEqual([fault]);
  });

  it("are few, however many there are", async () => {
    const faults = await faultsOf("report", { ...empty, hosts: Array(1000).fill({}) });
    expect(faults.length).toBeLessThan(6);
  });

  it("are none for what is well, which is given back", async () => {
    expect(await validated("report", empty)).toEqual({ ok: true, value: empty });
  });
});

describe("the schemas", () => {
  it.each(Object.keys(schemas))("%s is plain JSON", (name) => {
    const schema = new Map<string, object>(Object.entries(schemas)).get(name);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
