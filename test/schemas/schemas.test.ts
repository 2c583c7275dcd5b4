import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue, type SchemaName, schemas, validated } from "../../src/index.ts";
import { ruleListJson } from "../../src/reporters/index.ts";
import { sample as sampleReport } from "../reporters/sample-report.ts";
import { analyzed, listSamples, root } from "../support/samples.ts";

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

  it("the catalogue of rules", async () => {
    expect(await faultsOf("rules", JSON.parse(ruleListJson(catalogue(), "1.2.3")))).toEqual([]);
  });
});

describe("what is not as it should be is refused", () => {
  const whole = JSON.parse(JSON.stringify(sampleReport));
  /** Maps, whose keys are anybody's, and keys that may be missing. */
  const FREE = /\.(?:byState|features|summary\.settings)$/;
  const OPTIONAL = /\.captures\[\d+\]\.state$/;

  it("such as a key too many, a key too few, or a value of another kind", async () => {
    const accepted: string[] = [];
    const expectFault = async (what: string, value: unknown) => {
      if ((await faultsOf("report", value)).length === 0) accepted.push(what);
    };
    for (const { path, holder, key } of placesIn({ report: whole }, "")) {
      const was = holder[key];
      const isMap = FREE.test(path.replace(/\.[^.]*$/, ""));
      holder[key] = Array.isArray(was) ? {} : typeof was === "object" && was !== null ? [] : [{}];
      if (path !== ".report") await expectFault(`${path} of another kind`, whole);
      holder[key] = was;
      if (!Array.isArray(holder) && !isMap && !OPTIONAL.test(path) && path !== ".report") {
        delete holder[key];
        await expectFault(`no ${path}`, whole);
        holder[key] = was;
      }
      if (typeof was !== "object" || was === null || Array.isArray(was) || /\.byState$/.test(path)) continue;
      await expectFault(`${path}.surplus`, withSurplus(whole, was));
    }
    expect(accepted).toEqual([]);
  });
});

interface Place {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every value within another one, with what holds it. */
function* placesIn(holder: Record<string, unknown>, path: string): Generator<Place> {
  for (const key of Object.keys(holder)) {
    const here = Array.isArray(holder) ? `${path}[${key}]` : `${path}.${key}`;
    yield { path: here, holder, key };
    const value = holder[key];
    // What JSON has beside lists and plain values is objects.
    if (typeof value === "object" && value !== null) yield* placesIn(value as Record<string, unknown>, here);
  }
}

/** The whole, as JSON has it, while an object in it has one key more. */
function withSurplus(whole: unknown, object: object): unknown {
  Object.assign(object, { surplus: 1 });
  const copy: unknown = JSON.parse(JSON.stringify(whole));
  Reflect.deleteProperty(object, "surplus");
  return copy;
}

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
