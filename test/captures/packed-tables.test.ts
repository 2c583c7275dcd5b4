import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netstat } from "../../grammar/kinds/netstat/index.ts";
import type { PackedText } from "../../grammar/kinds/netstat/packed/index.ts";
import { capturedRows } from "../../src/captures/captured-rows.ts";
import { segment } from "../../src/captures/segments/index.ts";
import { readSnapshot } from "../../src/summary/index.ts";
import { decode, mend } from "../../src/text/index.ts";
import { texts } from "../fuzz/corpus.ts";
import { mangledText } from "../support/mangled.ts";
import { netstatTable } from "../support/netstat-generator.ts";

async function tablesIn(bytes: Uint8Array): Promise<readonly PackedText[]> {
  async function* chunks() {
    yield bytes;
  }
  const found: PackedText[] = [];
  for await (const passage of segment(mend(decode(chunks(), {})))) {
    if ("kind" in passage && passage.kind === "netstat") found.push(passage.text);
  }
  return found.filter(({ table }) => table !== undefined);
}

const capture = { source: "a.txt", line: 1, endLine: 1, command: null, time: null, phase: null };

/** What is read of packed rows has to be what the grammar makes of their text, and so have the numbers. */
function expectSameTable(packed: PackedText): boolean {
  const { onDemand, ...reading } = netstat.read(packed, { command: null });
  const whole = netstat.read({ text: packed.text, runs: packed.runs }, { command: null });
  expect(reading).toEqual(whole);
  if (onDemand === undefined) return false;
  expect(Array.from({ length: onDemand.size }, (_, at) => onDemand.at(at))).toEqual(whole.records);
  const { records, traits } = whole;
  const plain = { text: packed.text, runs: packed.runs };
  const textOf = capturedRows(packed, { records: [], onDemand });
  const { quote, ...numbers } = readSnapshot({ ...capture, records: [], traits, onDemand, textOf }, {});
  const captured = capturedRows(plain, { records });
  const { quote: other, ...same } = readSnapshot({ ...capture, records, traits, textOf: captured }, {});
  expect(numbers).toEqual(same);
  expect(records.map(quote)).toEqual(records.map(other));
  return true;
}

describe("a table of packed rows", () => {
  it("is read as its text is, in every file that we have", async () => {
    let packed = 0;
    for (const { bytes } of texts) {
      for (const table of await tablesIn(bytes)) if (expectSameTable(table)) packed += 1;
    }
    expect(packed).toBeGreaterThan(50);
  });

  it("is read as its text is, in tables that Windows prints and in mangled ones", async () => {
    const table = netstatTable.map(({ lines }) => lines.map(({ text }) => `${text}\n`).join(""));
    await fc.assert(
      fc.asyncProperty(fc.oneof(table, mangledText), async (text) => {
        for (const one of await tablesIn(new TextEncoder().encode(text))) expectSameTable(one);
      }),
      { numRuns: 500 },
    );
  });
});
