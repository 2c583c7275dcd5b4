import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { acrossSnapshots, append, appendTable, emptyRun, type TableRun } from "../../src/summary/across-snapshots.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { rows, table } from "./tables.ts";

/** A table of connections like `a+ b- c~`: offloaded, in the host, on their way; `a+4` has a process id. */
function run(text: string): TableRun {
  const states = { "+": "offloaded", "-": "inHost", "~": "offloading" };
  const lines = text.split(" ").flatMap((word) => {
    const [, name, side, pid] = /^([a-z])([+~-])(\d?)$/.exec(word) ?? [];
    if (name === undefined) return [];
    const state = Object.entries(states).find(([sign]) => sign === side)?.[1];
    return [
      `TCP 192.0.2.1:445 198.51.100.7:${name.charCodeAt(0)} ESTABLISHED ${state} ${pid ? `pid=${pid}` : "ESTABLISHED"}`,
    ];
  });
  return runOfRecords(rows(...lines));
}

function runOfRecords(records: readonly Connection[]): TableRun {
  return readSnapshot(table(records), {}).run;
}

const all = (runs: readonly TableRun[]) => runs.reduce((one, other) => append(one, other), emptyRun());

describe("several tables", () => {
  it.each<
    [string, readonly string[], [distinct: number, ever: number, changed: number, flapped: number, back: number]]
  >([
    ["the same connections", ["a+ b-", "a+ b-"], [2, 1, 0, 0, 0]],
    ["one changes side", ["a+ b-", "a+ b+"], [2, 2, 1, 0, 0]],
    ["the other way", ["a+ b-", "a- b-"], [2, 1, 1, 0, 1]],
    ["and back", ["a-", "a+", "a-"], [1, 1, 1, 1, 1]],
    ["and back again", ["a-", "a+", "a-", "a+"], [1, 1, 1, 1, 0]],
    ["one goes back and is no longer there", ["a+ b-", "a- b-", "b-"], [2, 1, 1, 0, 0]],
    ["one is on its way once more", ["a+", "a-", "a~"], [1, 1, 1, 0, 0]],
    ["by way of a transition", ["a-", "a~", "a+"], [1, 1, 1, 0, 0]],
    ["back by way of a transition", ["a+", "a~", "a-"], [1, 1, 1, 0, 1]],
    ["a transition alone is no change", ["a~", "a+", "a~"], [1, 1, 0, 0, 0]],
    ["one ends, one begins", ["a+ b-", "b- c-"], [3, 1, 0, 0, 0]],
    ["one returns: another connection", ["a+", "b-", "a-"], [3, 1, 0, 0, 0]],
    ["no table in between", ["a+ b-", "", "a- b-"], [4, 1, 0, 0, 0]],
    ["another process: another connection", ["a+4", "a-8"], [2, 1, 0, 0, 0]],
    ["a process id in one table only", ["a+4", "a-"], [1, 1, 1, 0, 1]],
    ["two processes where one row had no id", ["a+", "a-4 a-8"], [2, 1, 1, 0, 1]],
    ["a table that lists it twice for two processes", ["a+4 a+8", "a-8"], [2, 2, 1, 0, 1]],
  ])("%s", (_, tables, [distinctConnections, everOffloaded, changedSide, flapped, uploadedBack]) => {
    expect(acrossSnapshots(all(tables.map(run)))).toEqual({
      snapshots: tables.length,
      distinctConnections,
      everOffloaded,
      changedSide,
      flapped: { count: flapped, examples: [] },
      uploadedBack: { count: uploadedBack, examples: [] },
      incomplete: false,
    });
  });

  it("quote rows of the tables as they are added, five of a sort", () => {
    const quote = (table: number) => (index: number) => ({ source: `${table}`, line: index, text: "" });
    const texts = ["a- b- c- d- e- f- g+", "a+ b+ c+ d+ e+ f+ g-", "a- b- c- d- e- f- g-", "g-", "f+ g-"];
    const added = texts.map(run).reduce((one, other, at) => appendTable(one, other, quote(at)), emptyRun());
    const { flapped, uploadedBack } = acrossSnapshots(added) ?? {};
    expect(flapped?.count).toBe(6);
    expect(flapped?.examples).toEqual([0, 1, 2, 3, 4].map((line) => ({ source: "2", line, text: "" })));
    expect(uploadedBack).toEqual({ count: 1, examples: [{ source: "4", line: 1, text: "" }] });
  });

  it("are compared from two on", () => {
    expect(acrossSnapshots(emptyRun())).toBeNull();
    expect(acrossSnapshots(run("a+"))).toBeNull();
  });

  it("leave out rows that are not eligible", () => {
    const closing = rows("TCP 192.0.2.1:445 198.51.100.7:1 CLOSE_WAIT offloaded", "UDP 0.0.0.0:53 *:*");
    const both = append(runOfRecords(closing), runOfRecords(closing));
    expect(acrossSnapshots(both)).toMatchObject({ distinctConnections: 0, everOffloaded: 0 });
  });

  it("follow at most 200,000 connections of a table, and say so", () => {
    const [one] = rows("TCP 192.0.2.1:445 198.51.100.7:1 ESTABLISHED inHost");
    const records = Array.from(
      { length: 200_001 },
      (_, index) => ({ ...one, foreignAddress: `h${index}` }) as Connection,
    );
    const { distinct, incomplete } = runOfRecords(records);
    expect([distinct, incomplete]).toEqual([200_000, true]);
  });
});

describe("appending", () => {
  const word = fc.tuple(fc.constantFrom(..."abcd"), fc.constantFrom("+", "-", "~"), fc.constantFrom("", "", "4", "8"));
  const text = fc
    .uniqueArray(word, { selector: ([name]) => name, maxLength: 4 })
    .map((words) => words.map((parts) => parts.join("")).join(" "));
  const tables = fc.array(text, { minLength: 1, maxLength: 7 });

  it("is associative", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), (texts, one, other) => {
        const runs = texts.map(run);
        const [from, to] = [one % (runs.length + 1), other % (runs.length + 1)].sort((a, b) => a - b);
        const parts = [runs.slice(0, from), runs.slice(from, to), runs.slice(to)].map(all);
        const [first, second, third] = parts as [TableRun, TableRun, TableRun];
        expect(append(append(first, second), third)).toEqual(all(runs));
        expect(append(first, append(second, third))).toEqual(all(runs));
      }),
    );
  });

  it("changes neither of the two", () => {
    const [one, other] = [run("a+ b-"), run("a- b~")];
    append(one, other);
    expect([one, other]).toEqual([run("a+ b-"), run("a- b~")]);
  });
});
