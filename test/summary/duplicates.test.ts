import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { isMasked } from "../../grammar/lexicon/masks.ts";
import { columnsOf } from "../../src/summary/columns.ts";
import { connectionHashes } from "../../src/summary/connection-hash.ts";
import { findDuplicates } from "../../src/summary/duplicates.ts";
import { masksOf } from "../../src/summary/masks.ts";
import { connections } from "./connections-generator.ts";

function duplicates(records: readonly Connection[]): readonly number[] {
  const columns = columnsOf(records);
  return findDuplicates(columns, connectionHashes(columns), masksOf(columns));
}

const hasMask = ({ localAddress, localPort, foreignAddress, foreignPort }: Connection) =>
  [localAddress, localPort, foreignAddress, foreignPort].some((part) => isMasked(String(part)));

describe("rows that repeat an earlier one", () => {
  it("are those that a list of all keys finds", () => {
    fc.assert(
      fc.property(connections, fc.array(fc.nat({ max: 59 }), { maxLength: 20 }), (records, again) => {
        const repeated = again.flatMap((index) => records[index] ?? []);
        const table = [...records, ...repeated];
        const keys = table.map(({ localAddress, localPort, foreignAddress, foreignPort, pid }) =>
          JSON.stringify([localAddress, localPort, foreignAddress, foreignPort, pid]),
        );
        const isRepeated = (row: number) =>
          table[row]?.protocol === "TCP" &&
          !hasMask(table[row]) &&
          table.some((other, at) => at < row && other.protocol === "TCP" && keys[at] === keys[row]);
        expect(duplicates(table)).toEqual([...table.keys()].filter(isRepeated));
      }),
    );
  });
});
