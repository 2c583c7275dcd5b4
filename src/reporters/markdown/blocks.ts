/** Lines that belong together. Of a report that has to be short the blocks of the highest rank are left out first. */
export interface Block {
  readonly rank: number;
  readonly lines: readonly string[];
}

/** What the parts of a report are worth: the lower, the longer they stay. */
export const ranks = {
  verdict: 0,
  ratio: 1,
  overview: 2,
  error: 3,
  warning: 4,
  figures: 5,
  note: 6,
  evidence: 7,
  review: 8,
  unchecked: 9,
  unread: 10,
  settings: 11,
} as const;

/** The blocks with a blank line between them; where there are more lines than may be, as many blocks as fit and a word about the rest. */
export function joined(blocks: readonly Block[], mostLines: number | undefined): string {
  const kept = mostLines === undefined ? blocks : fitting(blocks, mostLines);
  const left = blocks.length - kept.length;
  const texts = kept.map(({ lines }) => lines.join("\n"));
  if (left > 0) texts.push(`*Left out for length: ${left} of ${blocks.length} parts of the report.*`);
  return `${texts.join("\n\n")}\n`;
}

/** In their order; the note about what is left out has its lines reserved. */
function fitting(blocks: readonly Block[], mostLines: number): readonly Block[] {
  if (linesOf(blocks) <= mostLines) return blocks;
  const byWorth = blocks.map((block, at) => ({ block, at })).sort((a, b) => a.block.rank - b.block.rank || a.at - b.at);
  const kept = new Set<number>();
  let lines = 1;
  for (const { block, at } of byWorth) {
    const more = block.lines.length + 1;
    // What is worth less is left out from here on, so that no note stands where a warning did not fit.
    if (lines + more > mostLines) break;
    lines += more;
    kept.add(at);
  }
  return blocks.filter((_, at) => kept.has(at));
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { lines }) => sum + lines.length + 1, -1);
}
