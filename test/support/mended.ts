import type { Line } from "../../grammar/contract/place.ts";
import { type Mended, mend } from "../../src/text/mends/index.ts";
import { edited, type Mend } from "../../src/text/mends/mend.ts";

/** The texts of the lines that one mend alone makes of a line. */
export function linesAfter(one: Mend, text: string): readonly string[] {
  return edited({ text, pieces: [{ at: 0, line: 1, column: 1 }] }, one(text)).map((line) => line.text);
}

/** All that comes out for blocks of text; of rows their text, packed or not. */
export async function mendedAll(...blocks: readonly string[]): Promise<readonly Mended[]> {
  const all: Mended[] = [];
  for await (const batch of mend(streamOf(blocks)))
    for (const one of batch) all.push(...("foreign" in one ? one.foreign : [unpacked(one)]));
  return all;
}

function unpacked(mended: Mended): Mended {
  if (!("packed" in mended)) return mended;
  const { text, line, lines } = mended;
  return { text, line, lines };
}

/** All that comes out as lines, the rows of stretches too. */
export async function mendedLines(...blocks: readonly string[]): Promise<readonly Line[]> {
  return (await mendedAll(...blocks)).flatMap((mended) => ("pieces" in mended ? [mended] : rowsOf(mended)));
}

function rowsOf({ text, line: first }: { readonly text: string; readonly line: number }): Line[] {
  const rows = text.split("\n").slice(0, -1);
  return rows.map((row, index) => ({ text: row, pieces: [{ at: 0, line: first + index, column: 1 }] }));
}

async function* streamOf(blocks: readonly string[]): AsyncGenerator<{ readonly text: string }> {
  for (const text of blocks) yield { text };
}
