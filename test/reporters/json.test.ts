import { describe, expect, it } from "vitest";
import { json } from "../../src/reporters/json.ts";
import { ndjson } from "../../src/reporters/ndjson.ts";
import { defaultCsvOptions, plain, type Rendering, type Reporter } from "../../src/reporters/reporter.ts";
import { rows, sample } from "./sample-report.ts";

const options = { version: "1.2.3", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;

async function printed(reporter: Reporter, use: (rendering: Rendering) => Iterable<string>): Promise<string> {
  return [...use(await reporter.open(options))].join("");
}

describe("json", () => {
  it("is the report, indented by two, with a line end", async () => {
    const output = await printed(json, ({ report }) => report(sample));
    expect(JSON.parse(output)).toEqual(sample);
    expect(output).toBe(`${JSON.stringify(sample, null, 2)}\n`);
  });

  it("prints no connections and nothing beforehand", async () => {
    const rendering = await json.open(options);
    expect(rendering.opening).toBe("");
    expect(rendering.connections).toBeUndefined();
  });
});

describe("ndjson", () => {
  it("begins with the tool", async () => {
    expect((await ndjson.open(options)).opening).toBe(
      '{"type":"tool","name":"chimneysweep","version":"1.2.3","schemaVersion":1}\n',
    );
  });

  it("prints connections under the names of the table's columns, absent cells as null", async () => {
    const lines = (await printed(ndjson, ({ connections }) => connections?.(rows) ?? [])).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        type: "connection",
        host: "SRV01",
        source: "captures/srv01.txt",
        line: 7,
        snapshot: 1,
        time: "2012-03-04T05:06:07",
        protocol: "TCP",
        localAddress: "192.0.2.1",
        localPort: 445,
        foreignAddress: "2001:db8::7",
        foreignPort: 50012,
        state: "ESTABLISHED",
        offloadState: "offloaded",
        pid: 4,
        process: "System",
        class: "eligible",
      },
      expect.objectContaining({ host: null, state: null, offloadState: null, pid: null, localPort: "ntp" }),
      expect.objectContaining({ offloadState: "Sideways", process: "-- unknown component(s) --" }),
    ]);
  });

  it("prints one line each for hosts, what is between them, sources and diagnostics, in this order", async () => {
    const lines = (await printed(ndjson, ({ report }) => report(sample))).trimEnd().split("\n");
    const types = lines.map((line) => JSON.parse(line).type);
    expect(types).toEqual(["host", "host", "fleet", "source", "source", "diagnostic", "diagnostic", "diagnostic"]);
    expect(JSON.parse(lines[0] ?? "")).toEqual({ type: "host", ...sample.hosts[0] });
  });

  it("prints many rows as many lines", async () => {
    const many = Array.from({ length: 2500 }, () => rows).flat();
    const output = await printed(ndjson, ({ connections }) => connections?.(many) ?? []);
    expect(output.split("\n").length - 1).toBe(7500);
  });
});
