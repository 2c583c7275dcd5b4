import { describe, expect, it } from "vitest";
import { connections, recordOf, tableNames, tables } from "../../../src/report/tables/index.ts";
import { rows, sample } from "../../reporters/sample-report.ts";

/** The rows of a table, each as an object, so that a test can name the cells it is about. */
function objects(name: string) {
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return [...table.records(sample)].map((cells) =>
    Object.fromEntries(table.columns.map((column, index) => [column.name, cells[index]])),
  );
}

describe("every table", () => {
  it("is listed once under its name, in the order of the names", () => {
    expect(tables.map(({ name }) => name)).toEqual(tableNames);
  });

  it.each(tables)("$name has columns with names of their own", ({ columns }) => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });

  it.each(tables)("$name has a number or nothing in its number columns", ({ columns, records }) => {
    for (const record of records(sample)) {
      columns.forEach(({ type }, index) => {
        const cell = record[index] ?? undefined;
        if (type !== "text") expect(["number", "undefined"]).toContain(typeof cell);
        if (type === "integer" && cell !== undefined) expect(Number.isSafeInteger(cell)).toBe(true);
      });
    }
  });

  it.each(tables)("$name has no row for an empty report", ({ records }) => {
    expect([...records({ ...sample, hosts: [], fleet: null, sources: [], diagnostics: [] })]).toEqual([]);
  });
});

describe("connections", () => {
  it.each([
    [0, "offloaded"],
    [1, undefined],
    [2, "Sideways"],
  ])("row %i has the offload state, or the word that is none, or nothing: %s", (row, state) => {
    const index = connections.columns.findIndex(({ name }) => name === "offload_state");
    const cells = rows[row] && recordOf(connections, rows[row]);
    expect(cells?.[index]).toBe(state);
  });
});

describe("summary", () => {
  it("has one row a host, with the headline and the settings under their own names", () => {
    expect(objects("summary")).toEqual([
      expect.objectContaining({
        host: "SRV01",
        snapshots: 2,
        eligible_offloaded: 9,
        eligible_high: 0.9111,
        initialRto: 3000,
      }),
      expect.objectContaining({
        host: null,
        snapshots: 0,
        eligible_offloaded: undefined,
        receiveSideScaling: "enabled",
      }),
    ]);
  });

  it("counts what fails, by severity, and gives the verdict by its code", () => {
    expect(objects("summary")[0]).toMatchObject({ verdict: "contradiction", errors: 1, warnings: 1, infos: 0 });
    expect(objects("summary")[1]).toMatchObject({ verdict: undefined, errors: 0, warnings: 0, infos: 0 });
  });
});

describe("settings and chimneystats", () => {
  it("keep every line and every cell, with its host", () => {
    expect(objects("settings").map(({ host, value }) => [host, value])).toEqual([
      ["SRV01", "enabled"],
      ["SRV01", "disabled"],
      ["SRV01", "automatic"],
      ["SRV01", 3000],
      ["SRV01", "=1+1"],
      [null, "enabled"],
    ]);
    expect(objects("chimneystats")).toHaveLength(2);
  });
});

describe("findings", () => {
  it("has one row a finding of any kind, with the first of its lines", () => {
    const rows = objects("findings");
    expect(rows.map(({ rule, kind }) => `${rule} ${kind}`)).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      host: "SRV01",
      kind: "fail",
      severity: "error",
      source: "captures/srv01.txt",
      line: 52,
      evidence: "Chimney Offload State               : automatic",
    });
  });

  it("has what shows between hosts behind the others, without a host", () => {
    expect(objects("findings").slice(-2)).toMatchObject([
      { host: null, rule: "fleet-inconsistent-parameters", kind: "fail", source: "captures/srv01.txt", line: 56 },
      { host: null, rule: "fleet-inconsistent-chimney", kind: "notEvaluated" },
    ]);
  });

  it("names what supplies what is missing where there is no remedy", () => {
    const unchecked = objects("findings").find(({ rule }) => rule === "coexist-nlb");
    expect(unchecked?.["remedy"]).toBe("sc query type= all state= all; --context nlb or --context no-nlb");
  });
});

describe("sources", () => {
  it("puts blanks between encodings and counts every class of line", () => {
    expect(objects("sources")[0]).toMatchObject({ encoding: "utf-16le cp850", record: 50, truncated: 1, unknown: 0 });
  });
});
