import { describe, expect, it } from "vitest";
import { keepTable, noTables, tableOf } from "../../src/compare/kept-tables.ts";
import { analyze, type ConnectionRow } from "../../src/index.ts";
import { comparedHost, table } from "../support/comparisons.ts";

/** A table that shows more than others: it is the one that the numbers of its host are of. */
const wide = `${table(1, 8)}  TCP    0.0.0.0:445            0.0.0.0:0              LISTENING       InHost\r\n\r\n`;

describe("the tables of a source", () => {
  it.each([
    ["the first", wide + table(2, 8).repeat(30), null],
    ["the eighth", table(2, 8).repeat(7) + wide + table(2, 8).repeat(30), null],
    ["one in the middle of many", table(2, 8).repeat(15) + wide + table(2, 8).repeat(15), "notKept"],
    ["one of sixteen", table(2, 8).repeat(8) + wide + table(2, 8).repeat(7), null],
    ["the last", table(2, 8).repeat(30) + wide, null],
  ])("are kept at either end: %s", async (_, log, unknown) => {
    const { connections, connectionsUnknown, ratio } = await comparedHost(log, table(1, 8));
    expect({ connectionsUnknown, isKnown: connections !== null }).toEqual({
      connectionsUnknown: unknown,
      isKnown: unknown === null,
    });
    expect(ratio.before?.offloaded).toBe(1);
  });

  it("are no more than there is room for, together", async () => {
    const rows: ConnectionRow[] = [];
    await analyze(table(0, 1), { onConnections: (more) => void rows.push(...more) });
    const [row] = rows;
    if (row === undefined) throw new Error("a row was handed out");
    const kept = noTables();
    const many = Array.from({ length: 210_000 }, () => row);
    for (let at = 0; at < 6; at += 1)
      keepTable(
        kept,
        many.map((one) => ({ ...one, source: `${at}.txt` })),
      );
    expect(kept.connections).toBe(1_000_000);
    expect([...kept.bySource.values()].map((tables) => tables.length)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(kept.bySource.get("0.txt")?.[0]).toMatchObject({ isCut: true });
  });

  it("need not be kept where nothing in them counts", async () => {
    const report = await analyze(table(0, 0));
    const snapshot = report.hosts[0]?.summary.snapshots[0];
    expect(snapshot && tableOf(noTables(), snapshot)?.ends).toEqual([]);
  });
});
