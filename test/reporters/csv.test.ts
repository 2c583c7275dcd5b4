import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connections, recordOf, type TableName, tableNames } from "../../src/report/tables/index.ts";
import { csv, neutralised } from "../../src/reporters/csv.ts";
import { type CsvOptions, defaultCsvOptions, plain } from "../../src/reporters/reporter.ts";
import type { ConnectionRow } from "../../src/summary/index.ts";
import { csvRecords } from "../support/csv-records.ts";
import { rows, sample } from "./sample-report.ts";

function open(table: TableName, changes: Partial<CsvOptions> = {}) {
  return csv.open({ version: "0", columns: 80, paint: plain, table, csv: { ...defaultCsvOptions, ...changes } });
}

async function printed(table: TableName, changes: Partial<CsvOptions> = {}): Promise<string> {
  const rendering = await open(table, changes);
  return rendering.opening + [...rendering.report(sample)].join("");
}

async function connectionsOf(all: readonly ConnectionRow[], changes: Partial<CsvOptions> = {}): Promise<string> {
  const rendering = await open("connections", changes);
  return rendering.opening + [...(rendering.connections?.(all) ?? [])].join("");
}

/** A golden file has the line ends of the repository; the real ones are tested by reading. */
const golden = (output: string) => output.replaceAll("\r\n", "\n");

describe("connections", () => {
  it("is what the golden file shows", async () => {
    await expect(golden(await connectionsOf(rows))).toMatchFileSnapshot("./connections.csv");
  });

  it("has its heading without rows too", async () => {
    const heading =
      "host,source,line,snapshot,time,protocol,local_address,local_port,foreign_address,foreign_port,state,offload_state,pid,process,class\r\n";
    expect(await connectionsOf([])).toBe(heading);
    expect(await printed("connections")).toBe(heading);
  });

  it("is the same text whether the rows of a piece need quoting or not", async () => {
    const line = /^.*\r\n/;
    const odd = { ...rows[0], source: 'a "b"' } as ConnectionRow; // rows has a first one
    const even = Array.from({ length: 3 }, () => rows[0]).flatMap((row) => row ?? []);
    const alone = (await connectionsOf(even)).replace(line, "");
    expect((await connectionsOf([...even, odd])).replace(line, "")).toContain(alone);
  });
});

describe("tables of the report", () => {
  it.each(tableNames.filter((name) => name !== "connections"))("%s is what the golden file shows", async (table) => {
    await expect(golden(await printed(table))).toMatchFileSnapshot(`./${table}.csv`);
  });

  it.each(tableNames)("%s has as many cells in every row as in its heading", async (table) => {
    const records = csvRecords(await printed(table));
    expect(new Set(records.map((record) => record.length)).size).toBe(1);
  });

  it.each(tableNames)("%s comes out of a report read back from JSON", async (table) => {
    const rendering = await open(table);
    const back = JSON.parse(JSON.stringify(sample));
    expect([...rendering.report(back)].join("")).toBe([...rendering.report(sample)].join(""));
  });
});

describe("options", () => {
  it("begins with a byte order mark for Excel, whatever the rows", async () => {
    expect(await printed("findings", { byteOrderMark: "utf-8" })).toMatch(/^\ufeffhost,/);
  });

  it("takes another delimiter, and quotes that one", async () => {
    const row = { ...rows[0], source: "a;b,c" } as ConnectionRow; // rows has a first one
    expect(await connectionsOf([row], { delimiter: ";" })).toContain('\r\nSRV01;"a;b,c";7;1;');
  });

  it("leaves cells as captured when asked to", async () => {
    expect(await printed("settings")).toContain("Flux Level,'=1+1\r\n");
    expect(await printed("settings", { cells: "raw" })).toContain("Flux Level,=1+1\r\n");
  });
});

describe("neutralised", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::1", "::1"],
    ["*", "*"],
    ["", ""],
    ["a=1", "a=1"],
    [" a -b", " a -b"],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-- unknown component(s) --", "'-- unknown component(s) --"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["－1", "'－1"],
    ["﹢1", "'﹢1"],
    ["  =1", "'  =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u3000=1", "'\u3000=1"],
    ["\ufeff=1", "'\ufeff=1"],
    ["\u200b=1", "'\u200b=1"],
    ['"=1', "'\"=1"],
    ["'=1", "''=1"],
    ["\n=1", "'\n=1"],
    ["\tplain", "'\tplain"],
    ["\rplain", "'\rplain"],
    ["\0=1", "'\\x00=1"],
    ["\0plain", "'\\x00plain"],
    ["a\0b\x1b[2Jc\x9b", "a\\x00b\\x1b[2Jc\\x9b"],
  ])("%j", (cell, safe) => expect(neutralised(cell)).toBe(safe));

  it("leaves numbers and empty cells alone", () => {
    expect([-5, 0.25, null, undefined].map(neutralised)).toEqual([-5, 0.25, null, undefined]);
  });

  it("takes time in proportion to the cell", () => {
    expect(neutralised(`${" ".repeat(1_000_000)}x`)).toHaveLength(1_000_001);
  });
});

describe("any text in any cell", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom("=", "+", "\r", "\n", '"', ",", ";", "\t", " ", "\0", "'", "a", "1"),
      maxLength: 8,
    }),
  );

  it("reads back the same, one record a row", async () => {
    await fc.assert(
      fc.asyncProperty(cell, cell, fc.constantFrom(",", ";", "\t"), async (source, process, delimiter) => {
        const [first] = rows;
        if (first === undefined) throw new Error("there are rows");
        const row = { ...first, source, process };
        const records = csvRecords(await connectionsOf([row, first], { delimiter, cells: "raw" }), delimiter);
        expect(records).toHaveLength(3);
        expect([records[1]?.[1], records[1]?.[13]]).toEqual([source, process]);
      }),
    );
  });

  it("begins no formula", () => {
    fc.assert(
      fc.property(cell, (source) => {
        expect(String(neutralised(source))).not.toMatch(/^[\s"\0]*[=+\-@]/);
      }),
    );
  });

  it("is quoted as csv-stringify quotes it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (sources) => {
        const [first] = rows;
        if (first === undefined) throw new Error("there are rows");
        const all = sources.map((source) => ({ ...first, source }));
        const records = all.map((row) => recordOf(connections, row));
        const expected = stringify(records, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
        expect(await connectionsOf(all, { cells: "raw" })).toBe((await connectionsOf([])) + expected);
      }),
    );
  });
});
