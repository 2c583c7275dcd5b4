import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasets } from "../../src/datasets/index.ts";
import { tableNames, tables } from "../../src/report/index.ts";
import { withoutControls } from "../../src/reporters/printable.ts";
import { root, runBuilt } from "../support/built.ts";
import { csvRecords } from "../support/csv-records.ts";
import { hasPython, type ReadCell, type ReadTables, readByPython, readParquet } from "../support/read-tables.ts";
import { collected } from "./collected.ts";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "datasets-"));
});
afterAll(() => rm(home, { recursive: true }));

/** Cells as CSV prints them: an empty one is nothing, and a control is an escape. */
const printed = (rows: readonly (readonly ReadCell[])[]) => rows.map((row) => row.map((cell) => `${cell ?? ""}`));
const asTyped = (text: string) => withoutControls(text).replace(/\p{Cs}/gu, "\ufffd");

describe.skipIf(!hasPython)("of all samples, read by others (needs python3)", () => {
  it("every cell is that of CSV, and typed as its column", { timeout: 300_000 }, async () => {
    const folder = join(home, "all");
    const args = ["analyze", "samples", "-o", `${folder}/`, "--csv-raw", "--tables", "sqlite,xlsx,parquet", "-q"];
    expect((await runBuilt(args, { cwd: root })).err).toBe("");
    const paths = ["tables.sqlite", "tables.xlsx"].map((file) => join(folder, file));
    const [database = {}, workbook = {}] = Object.values(await readByPython(paths));
    expect(Object.keys(database)).toEqual(tableNames);
    expect(Object.keys(workbook)).toEqual(tableNames);
    for (const { name, columns } of tables) {
      const csv = csvRecords(await readFile(join(folder, `${name}.csv`), "utf8"));
      const expected = csv.map((row) => row.map(asTyped));
      const all: ReadTables = {
        sqlite: database[name] ?? [],
        xlsx: workbook[name] ?? [],
        parquet: await readParquet(join(folder, `${name}.parquet`)),
      };
      for (const [format, rows] of Object.entries(all)) {
        expect(printed(rows), `${name} in ${format}`).toEqual(expected);
        const wrong = rows
          .slice(1)
          .flatMap((row) => row.filter((cell, at) => cell !== null && isText(cell) !== (columns[at]?.type === "text")));
        expect(wrong, `${name} in ${format}`).toEqual([]);
      }
    }
  });

  it("a batch writes what one thread and two write, and CSV as ever", { timeout: 300_000 }, async () => {
    const run = (out: string, ...more: string[]) =>
      runBuilt(["batch", "samples/bundles", "-o", join(home, out), "-q", ...more], {
        cwd: root,
        env: { TZ: "Asia/Tokyo" },
      });
    await run("plain", "--workers", "1");
    await run("one", "--workers", "1", "--tables", "sqlite,xlsx,parquet");
    await run("two", "--workers", "2", "--tables", "parquet,xlsx,sqlite");
    await run("fleet.sqlite", "--workers", "2");
    const bytes = (...path: string[]) => readFile(join(home, ...path));
    const same = ["rollup.json", "report.json", "bundles.csv", ...tableNames.map((name) => `${name}.csv`)];
    for (const file of same) expect((await bytes("one", file)).equals(await bytes("plain", file)), file).toBe(true);
    const typed = ["tables.sqlite", "tables.xlsx", "bundles.parquet", ...tableNames.map((name) => `${name}.parquet`)];
    for (const file of typed) expect((await bytes("one", file)).equals(await bytes("two", file)), file).toBe(true);
    expect((await bytes("fleet.sqlite")).equals(await bytes("one", "tables.sqlite"))).toBe(true);
    const path = join(home, "fleet.sqlite");
    const read = (await readByPython([path]))[path];
    expect(printed(read?.["bundles"] ?? [])).toEqual(csvRecords((await bytes("one", "bundles.csv")).toString()));
    expect(printed(read?.["connections"] ?? [])).toEqual(
      csvRecords((await bytes("one", "connections.csv")).toString()),
    );
  });

  it("nothing captured becomes a formula, markup or an escape", async () => {
    const cells = [
      "=1+1",
      "+SUM(A1)",
      "@x",
      "_x0041_",
      "<b>&amp;",
      "]]>",
      "a\r\nb\tc",
      "\u0000\u001b[31m",
      "\ud800",
      "\uffff",
      "'",
    ];
    const table = {
      name: "t",
      columns: [{ name: 'say "x"', type: "text" } as const, { name: "n", type: "real" } as const],
    };
    const rows = cells.map((cell) => [cell, Number.NaN] as const);
    const files = {
      sqlite: join(home, "odd.sqlite"),
      xlsx: join(home, "odd.xlsx"),
      parquet: join(home, "odd.parquet"),
    };
    for (const format of ["sqlite", "xlsx", "parquet"] as const) {
      await collected(datasets[format], [table], { t: rows }, files[format]);
    }
    const read = await readByPython([files.sqlite, files.xlsx]);
    const expected = [['say "x"', "n"], ...cells.map((cell) => [asTyped(cell), null])];
    expect(read[files.sqlite]?.["t"]).toEqual(expected);
    expect(await readParquet(files.parquet)).toEqual(expected);
    expect(read[files.xlsx]?.["t"]).toEqual(expected.map(([cell, n]) => [cell === "\uffff" ? "\ufffd" : cell, n]));
  });

  it("what is longer than a cell or a sheet of Excel is said", { tags: ["thorough"], timeout: 600_000 }, async () => {
    const table = {
      name: "t",
      columns: [{ name: "n", type: "integer" } as const, { name: "s", type: "text" } as const],
    };
    const path = join(home, "long.xlsx");
    function* rows(): Generator<readonly (string | number)[]> {
      yield [1, "x".repeat(40_000)];
      for (let n = 2; n <= 1_048_580; n += 1) yield [n, ""];
    }
    const remarks = await collected(datasets.xlsx, [table], { t: rows() }, path);
    expect(remarks).toEqual(["t has more rows than the 1,048,576 of a sheet in Excel: it goes on in t (2)"]);
    const sheets = (await readByPython([path]))[path] ?? {};
    expect(Object.entries(sheets).map(([name, all]) => [name, all.length])).toEqual([
      ["t", 1_048_576],
      ["t (2)", 6],
    ]);
    expect(sheets["t (2)"]).toEqual([
      ["n", "s"],
      ...[1_048_576, 1_048_577, 1_048_578, 1_048_579, 1_048_580].map((n) => [n, null]),
    ]);
    expect(sheets["t"]?.[1]?.[1]).toMatch(/^x{32707}… \(7293 more characters; CSV has all\)$/);
  });
});

function isText(cell: ReadCell): boolean {
  return typeof cell === "string";
}
