import { counted } from "../figures.ts";

/** Lines that belong together. Of a report that has to be short the blocks of the highest rank are left out first. */
export interface Block {
  readonly rank: number;
  readonly lines: readonly string[];
  /** Lines of it that say something without the rest: of a table its heading and a row. Missing where it is whole or nothing. */
  readonly least?: number;
}

/** What the parts of a report are worth: the lower, the longer they stay. */
export const ranks = {
  overview: 0,
  verdict: 1,
  ratio: 2,
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

/** What is left out, in words. */
const rankNames: { readonly [R in keyof typeof ranks]: readonly [one: string, many: string] } = {
  overview: ["part of the overview", "parts of the overview"],
  verdict: ["verdict", "verdicts"],
  ratio: ["line of numbers", "lines of numbers"],
  error: ["error", "errors"],
  warning: ["warning or step", "warnings or steps"],
  figures: ["table or list of commands", "tables or lists of commands"],
  note: ["info", "infos"],
  evidence: ["quotation", "quotations"],
  review: ["thing to review", "things to review"],
  unchecked: ["list of what was not checked", "lists of what was not checked"],
  unread: ["list of what was not read", "lists of what was not read"],
  settings: ["table of settings", "tables of settings"],
};

/** The blocks with a blank line between them; where there are more lines than may be, as many blocks as fit and what is left out. */
export function joined(blocks: readonly Block[], mostLines: number | undefined): string {
  const kept = mostLines === undefined ? blocks : fitting(blocks, mostLines);
  const left = blocks.filter((_, at) => kept[at] === undefined);
  const texts = kept.flatMap((block) => (block === undefined ? [] : [block.lines.join("\n")]));
  if (left.length > 0) texts.push(`*Left out for length: ${leftText(left)}.*`);
  return `${texts.join("\n\n")}\n`;
}

function leftText(left: readonly Block[]): string {
  const names = Object.keys(ranks) as (keyof typeof ranks)[]; // ranks has no other keys
  const said = names.flatMap((name) => {
    const number = left.filter(({ rank }) => rank === ranks[name]).length;
    return number === 0 ? [] : [counted(number, ...rankNames[name])];
  });
  return said.join(", ");
}

/** Each block or what of it fits, undefined where it does not; the note about what is left out has its lines reserved. */
function fitting(blocks: readonly Block[], mostLines: number): readonly (Block | undefined)[] {
  if (linesOf(blocks) <= mostLines) return blocks;
  const byWorth = blocks.map((block, at) => ({ block, at })).sort((a, b) => a.block.rank - b.block.rank || a.at - b.at);
  const kept = new Map<number, Block>();
  let lines = 1;
  for (const { block, at } of byWorth) {
    const fits = shortened(block, mostLines - lines - 1);
    // What is worth less is left out from here on, so that no note stands where a warning did not fit.
    if (fits === undefined) break;
    lines += fits.lines.length + 1;
    kept.set(at, fits);
    if (fits !== block) break;
  }
  return blocks.map((_, at) => kept.get(at));
}

/** The block in so many lines: as it is, or the beginning of one that may be cut; undefined where it does not fit. */
function shortened(block: Block, room: number): Block | undefined {
  const { lines, least } = block;
  if (lines.length <= room) return block;
  if (least === undefined || room < least + 2) return undefined;
  const kept = lines.slice(0, room - 2);
  return { ...block, lines: [...kept, "", `and ${lines.length - kept.length} more lines of this table`] };
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { lines }) => sum + lines.length + 1, -1);
}
