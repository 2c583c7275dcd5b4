import { describe, expect, it } from "vitest";
import { type ConnectionChanges, connectionMoves } from "../../src/compare/compared-connections.ts";
import { comparedHost, netstat, type Row } from "../support/comparisons.ts";

/** The sorts that occur, with their counts. */
async function movesBetween(before: readonly Row[], after: readonly Row[]): Promise<Record<string, number>> {
  const { connections } = await comparedHost(netstat(before), netstat(after));
  if (connections === null) throw new Error("the connections are known");
  return countsOf(connections);
}

function countsOf(connections: ConnectionChanges): Record<string, number> {
  const counts = connectionMoves.map((move) => [move, connections[move].count] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe("a connection in both tables", () => {
  it.each([
    ["InHost", "InHost", {}],
    ["Offloaded", "Offloaded", {}],
    ["InHost", "Offloaded", { newlyOffloaded: 1 }],
    ["Offloading", "Offloaded", { newlyOffloaded: 1 }],
    ["Uploading", "Offloaded", { newlyOffloaded: 1 }],
    ["Offloaded", "InHost", { uploadedBack: 1 }],
    ["Offloaded", "Uploading", { uploadedBack: 1 }],
    ["Offloading", "Offloading", { stuck: 1 }],
    ["Uploading", "Uploading", { stuck: 1 }],
    ["Offloading", "Uploading", { stuck: 1 }],
    ["InHost", "Offloading", { setOut: 1 }],
    ["Uploading", "InHost", { cameBack: 1 }],
  ])("%s before and %s after", async (before, after, moves) => {
    expect(await movesBetween([[1, before]], [[1, after]])).toEqual(moves);
  });
});

describe("connections are matched", () => {
  const off = "Offloaded";

  it.each<[what: string, before: readonly Row[], after: readonly Row[], moves: Record<string, number>]>([
    ["by their addresses", [[1, off]], [[2, off]], { gone: 1, new: 1 }],
    ["by process id", [[1, off, 4]], [[1, off, 4]], {}],
    ["not when another process has the same addresses", [[1, off, 4]], [[1, off, 8]], { gone: 1, new: 1 }],
    ["without it where it is missing after", [[1, off, 4]], [[1, off]], {}],
    ["without it where it is missing before", [[1, off]], [[1, off, 4]], {}],
    ["each once", [[1, off, 4], [1, "InHost", 8]], [[1, off]], { gone: 1 }], // biome-ignore format: one line a case
    ["each once, the other way round", [[1, off]], [[1, off, 4], [1, "InHost", 8]], { new: 1 }], // biome-ignore format: one line a case
  ])("%s", async (_, before, after, moves) => {
    expect(await movesBetween(before, after)).toEqual(moves);
  });

  it("and say by what", async () => {
    const matchedBy = async (...tables: readonly [readonly Row[], readonly Row[]]) =>
      (await comparedHost(netstat(tables[0]), netstat(tables[1]))).connections?.matchedBy;
    expect(await matchedBy([[1, off, 4]], [[1, off, 4]])).toBe("processId");
    expect(await matchedBy([[1, off, 4]], [[1, off]])).toBe("addresses");
  });

  it("and a row that stands in a table twice is one connection", async () => {
    const twice: readonly Row[] = [[1, off], [1, off]]; // biome-ignore format: two rows
    const { connections } = await comparedHost(netstat(twice), netstat(twice));
    expect(connections).toMatchObject({ before: 1, after: 1, both: 1, unchanged: 1 });
  });
});

describe("the list", () => {
  it("names each with its lines and states", async () => {
    const { connections } = await comparedHost(netstat([[1, "InHost"]]), netstat([[7, "InHost"], [1, "Offloaded"]])); // biome-ignore format: rows
    expect(connections?.newlyOffloaded.examples).toEqual([
      {
        connection: "TCP 192.0.2.20:445 → 198.51.100.2:50001",
        before: { source: "before.txt", line: 5, offloadState: "inHost" },
        after: { source: "after.txt", line: 6, offloadState: "offloaded" },
      },
    ]);
    expect(connections?.new).toMatchObject({ count: 1, offloaded: 0, examples: [{ before: null }] });
  });

  it("is short, and its counts are not", async () => {
    const many = (state: string) => netstat(Array.from({ length: 100 }, (_, at) => [at, state] as const));
    const { connections } = await comparedHost(many("InHost"), many("Offloaded"));
    expect(connections?.newlyOffloaded).toMatchObject({ count: 100, offloaded: 100 });
    expect(connections?.newlyOffloaded.examples).toHaveLength(20);
  });
});
