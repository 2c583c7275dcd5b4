import { type Line, oneLook, tellingExpressions } from "../../grammar/index.ts";
import { mends } from "./mends/registry.ts";
import { type PlainRowFinder, plainRowFinder, type Stretch } from "./plain-rows.ts";
import { wrappers } from "./wrappers/index.ts";

/** A line that means nothing by itself; a blank one may be such. */
export interface ForeignLine extends Line {
  readonly isForeign: true;
}

/** Such lines in a row. */
export interface Foreign {
  readonly foreign: readonly ForeignLine[];
}

export function isForeign(line: Line): boolean {
  return "isForeign" in line;
}

/** Lines in a row that are mended together: rows, or foreign ones. */
interface Together {
  /** Index of the first one in the block, and the one behind the last. */
  readonly at: number;
  readonly end: number;
  readonly lines: number;
  readonly part: Stretch | Foreign;
}

/** A block in its stretches; what is in none of them are lines that are looked at one by one. */
export interface Block {
  readonly text: string;
  /** Number of its first line in the source, counted from 1. */
  readonly first: number;
  readonly together: readonly Together[];
  readonly lines: number;
  /** All lines that are no plain rows. */
  readonly others: string;
  /** False where no text begins in the block that is wrapped in something, nor so near below it that it may show there. */
  readonly mayBeWrapped: boolean;
}

type RowsInBlock = ReturnType<PlainRowFinder["rowsIn"]>;

/** Tests for a piece of a text that is one line. */
interface Looks {
  readonly isTelling: (text: string, from: number, to: number) => boolean;
  readonly isWrapped: (text: string, from: number, to: number) => boolean;
}

/** A source with fewer lines that are no rows is read before a look at all of them would have paid for itself. */
const WORTH_A_LOOK = 2000;

/** A wrapper holds no more lines until one shows that they are wrapped. */
const MOST_HELD = 100;

let looks: Looks | undefined;

/**
 * The looks, once there were so many lines. The bench row that needs them is "told apart" of `foreign`: to ask every
 * grammar, marker, mend and wrapper about a line takes twenty times as long as the look by which none of them is asked.
 */
function looksAfter(lines: number): Looks | undefined {
  return lines < WORTH_A_LOOK ? undefined : looksAtLines();
}

/** The looks, made of what grammars, markers, mends and wrappers say that lines hold. */
export function looksAtLines(): Looks {
  looks ??= {
    isTelling: oneLook([...tellingExpressions(), ...mends.map(({ hint }) => hint()), ...wrapped()]),
    isWrapped: oneLook(wrapped()),
  };
  return looks;
}

function wrapped(): readonly RegExp[] {
  return wrappers.flatMap(({ hints }) => hints);
}

/** The blocks in their stretches, each once it is known what stands right below it. */
export async function* stretched(blocks: AsyncIterable<{ readonly text: string }>): AsyncGenerator<Block> {
  const finder = plainRowFinder();
  const waiting: Block[] = [];
  let below = 0; // lines of those that wait behind the first
  let others = 0;
  let first = 1;
  for await (const { text } of blocks) {
    const block = blockOf(text, first, finder.rowsIn(text, first), looksAfter(others));
    first += block.lines;
    others += block.lines - rowsOf(block);
    if (waiting.push(block) > 1) below += block.lines;
    while (below >= MOST_HELD) {
      yield besides(waiting);
      below -= waiting[0]?.lines ?? 0;
    }
  }
  while (waiting.length > 0) yield besides(waiting);
}

/** Takes the first of the blocks; the others stand right below it. */
function besides(blocks: Block[]): Block {
  const mayBeWrapped = blocks.some((block) => block.mayBeWrapped);
  return { ...(blocks.shift() as Block), mayBeWrapped };
}

function rowsOf({ together }: Block): number {
  return together.reduce((sum, { part, lines }) => sum + ("foreign" in part ? 0 : lines), 0);
}

/** A block that begins with the given line of the source. */
function blockOf(text: string, first: number, { rows, others }: RowsInBlock, look: Looks | undefined): Block {
  const together: Together[] = [];
  let line = first;
  let at = 0;
  let mayBeWrapped = look === undefined;
  for (const found of [...rows, undefined]) {
    const to = found?.at ?? text.length;
    while (at < to) {
      const foreign = look && foreignLines(text, at, to, line, look);
      const end = foreign?.end ?? endOf(text, at) + 1;
      if (foreign === undefined) mayBeWrapped ||= look?.isWrapped(text, at, end - 1) === true;
      else together.push(foreign);
      at = end;
      line += foreign?.lines ?? 1;
    }
    if (found === undefined) break;
    together.push({ at: found.at, end: found.end, lines: found.rows.lines, part: found.rows });
    at = found.end;
    line += found.rows.lines;
  }
  return { text, first, together, lines: line - first, others, mayBeWrapped };
}

/** The line that begins at an index, without its end. */
export function lineFrom(text: string, at: number): string {
  return text.slice(at, endOf(text, at));
}

export function wholeLine(text: string, line: number): Line {
  return { text, pieces: [{ at: 0, line, column: 1 }] };
}

function endOf(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** The foreign lines that follow each other between two indexes; undefined where the first one is none. */
function foreignLines(text: string, at: number, to: number, line: number, { isTelling }: Looks): Together | undefined {
  const foreign: ForeignLine[] = [];
  let from = at;
  while (from < to) {
    const end = endOf(text, from);
    if (isTelling(text, from, end)) break;
    const place = { at: 0, line: line + foreign.length, column: 1 };
    foreign.push({ text: text.slice(from, end), pieces: [place], isForeign: true });
    from = end + 1;
  }
  return foreign.length === 0 ? undefined : { at, end: from, lines: foreign.length, part: { foreign } };
}
