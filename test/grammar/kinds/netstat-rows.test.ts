import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLine } from "../../../grammar/contract/lines.ts";
import { fastRow } from "../../../grammar/kinds/netstat/fast-row.ts";
import { netstat } from "../../../grammar/kinds/netstat/index.ts";
import { rowLanguage } from "../../../grammar/kinds/netstat/row.ts";
import { texts } from "../../fuzz/corpus.ts";
import { mangledText } from "../../support/mangled.ts";
import { nearRow, nearTable } from "../../support/near-rows.ts";
import { netstatTable } from "../../support/netstat-generator.ts";
import { segmentOf } from "../../support/readings.ts";

/** What both rows make of a line: they have to be equal, keys and order of keys included. */
const both = (line: string) =>
  [readLine(fastRow, line), readLine(rowLanguage.row, line)].map((row) => JSON.stringify(row));

const expectSame = (line: string): void => {
  const [fast, slow] = both(line);
  expect([line, fast]).toEqual([line, slow]);
};

describe("the fast row", () => {
  it.each(texts.map(({ path, bytes }) => [path, bytes] as const))("reads %s as the row of cells does", (_, bytes) => {
    const lines = new Set(["utf-8", "utf-16le"].flatMap((label) => new TextDecoder(label).decode(bytes).split("\n")));
    for (const line of lines) expectSame(line);
  });

  it("reads whatever looks like a row as the row of cells does", () => {
    fc.assert(fc.property(fc.oneof(nearRow, nearTable), expectSame), { numRuns: 5000 });
  });

  it("reads mangled texts as the row of cells does", () => {
    fc.assert(
      fc.property(mangledText, (text) => text.split("\n").forEach(expectSame)),
      { numRuns: 300 },
    );
  });

  it("reads every generated row", () => {
    fc.assert(
      fc.property(netstatTable, ({ lines }) => {
        for (const line of lines) expect(readLine(fastRow, line.text) !== undefined).toBe(line.is === "row");
      }),
    );
  });
});

/** What becomes of a row on its way here; it is a row to whoever sees it. */
const harms: readonly ((row: string, at: number) => string)[] = [
  (row) => row,
  (row, at) => row.slice(0, 9 + (at % row.length)),
  (row) => row.replace(/\S+:\S+/, "<server>"),
  (row) => row.replace(/(\S+:\S+)([ \t]+)(\S+:\S+)/, "$1$2[REDACTED]"),
  (row) => row.replace(/\S+:(?=\w+[ \t])/, "xx.xx.xx.xx:"),
  (row) => row.replace(/:\w+(?=[ \t])/, ""),
  (row) => row.replace(/\.(?=\d)/, ". "),
  (row) => row.replace(/:(?=\w+[ \t])/, " :"),
  (row) => `- ${row.trim()}`,
  (row) =>
    row
      .trim()
      .split(/[ \t]+/)
      .join(","),
  (row) =>
    `"${row
      .trim()
      .split(/[ \t]+/)
      .join('","')}"`,
];

it("counts every row of a table, or says that it could not be read", () => {
  const harmed = fc.tuple(netstatTable, fc.array(fc.tuple(fc.constantFrom(...harms), fc.nat()), { minLength: 8 }));
  fc.assert(
    fc.property(harmed, ([{ lines }, drawn]) => {
      const rows = lines.filter(({ is }) => is === "row");
      const text = lines.map((line) => {
        const [harm, at] = drawn[rows.indexOf(line)] ?? [(row: string) => row, 0];
        return `${line.is === "row" ? harm(line.text, at) : line.text}\n`;
      });
      const { records, traits, diagnostics } = netstat.read(segmentOf(text.join("")), { command: null });
      expect([records.length + traits.unreadRows, text]).toEqual([rows.length, text]);
      if (traits.unreadRows > 0) expect(diagnostics.map(({ code }) => code)).not.toContain("table-without-rows");
    }),
    { numRuns: 1000 },
  );
});
