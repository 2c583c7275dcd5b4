import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLine } from "../../../grammar/contract/lines.ts";
import { fastRow } from "../../../grammar/kinds/netstat/fast-row.ts";
import { type RowPacker, rowAt, rowPacker, textOfRows } from "../../../grammar/kinds/netstat/packed/index.ts";
import { asciiOf, isPlainRow } from "../../../src/text/plain-rows.ts";
import { texts } from "../../fuzz/corpus.ts";
import { mangledText } from "../../support/mangled.ts";
import { nearRow, nearTable } from "../../support/near-rows.ts";

const packer: RowPacker = rowPacker();

function packedIn(text: string) {
  packer.begin(text, asciiOf(text));
  const found = packer.rowsFrom(0);
  packer.end();
  return found;
}

/** What is packed of a line has to be the row that the grammar reads, its text the line, and the line plain. */
function expectSameRow(line: string): void {
  const found = packedIn(`${line}\n`);
  if (found === undefined) return;
  expect([line, rowAt(found.packed, 0, 0)]).toEqual([line, readLine(fastRow, line)]);
  expect(textOfRows(found.packed)).toBe(`${line}\n`);
  expect([line, isPlainRow(line)]).toEqual([line, true]);
  expect(found.packed.rows).toBe(1);
}

describe("packed rows", () => {
  it.each(texts.map(({ path, bytes }) => [path, bytes] as const))("of %s are those of the grammar", (_, bytes) => {
    for (const label of ["utf-8", "utf-16le", "latin1"]) {
      for (const line of new Set(new TextDecoder(label).decode(bytes).split(/\r*\n/))) expectSameRow(line);
    }
  });

  it("are those of the grammar in whatever looks like a row", () => {
    fc.assert(fc.property(fc.oneof(nearRow, nearTable), expectSameRow), { numRuns: 5000 });
  });

  it("are those of the grammar in mangled texts", () => {
    fc.assert(
      fc.property(mangledText, (text) => text.split("\n").forEach(expectSameRow)),
      { numRuns: 300 },
    );
  });

  it.each([
    "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost      ",
    "  TCP    192.0.2.10:445         198.51.100.7:50012     HERGESTELLT     4536\tOffloaded",
    "  TCP    [2001:db8::1%12]:3260  [2001:db8::2]:50012    TIME_WAIT       0        Offloading",
    "  TCP    192.0.2.010:445        198.51.100.7:50012     ESTABLISHED     4536     InHost",
    "TCPv6 [::]:135 files01:epmap LISTENING",
    "  UDP    0.0.0.0:123            *:*                                    1044",
  ])("are there of %s", (line) => {
    expect(packedIn(`${line}\n`)?.end).toBe(line.length + 1);
  });

  it.each([
    "  TCP    192.0.2.10:0445        198.51.100.7:50012     ESTABLISHED     4536     InHost",
    "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     04536    InHost",
    "  TCP    192.0.2.10:445         198.51.100.7:50012     FROTZ           4536     InHost",
    "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost  <--",
    "  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     inhost",
    "  TCP    192.0.2.10:445         198.51.100.7:50012",
    "  UDP    0.0.0.0:123            *:*                    LISTENING       1044",
  ])("are left to the grammar of %s", (line) => {
    expect(packedIn(`${line}\n`)).toBeUndefined();
  });
});
