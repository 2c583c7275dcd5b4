import type P from "parsimmon";
import { readWhole } from "../../contract/lines.ts";
import { lineEnd, rest } from "../../lexicon/lexemes.ts";
import { fastRow } from "./fast-row.ts";

/** What the whole table tells about a row that was broken. */
export interface Table {
  readonly longestLine: () => number;
  readonly hasState: (word: string) => boolean;
  /** True where a blank line stands below nearly every line, as some programs paste. */
  readonly isDoubleSpaced: () => boolean;
}

/** Blank lines between lines that a table has anyway, around its heading, and as many again. */
const BLANKS_OF_A_PASTE = 6;

/** Of a double-spaced table so many lines have a blank one below for each that has none. */
const BLANKS_FOR_ONE_WITHOUT = 10;

export const lineText: P.Parser<string> = rest.skip(lineEnd);

/** Each answer is found out when it is first asked for: most tables have no row on several lines. */
export function tableOf(text: string): Table {
  let longest: number | undefined;
  let states: ReadonlySet<string> | undefined;
  let doubleSpaced: boolean | undefined;
  return {
    longestLine: () => {
      longest ??= readWhole(lineText.many(), text).reduce((most, { length }) => Math.max(most, length), 0);
      return longest;
    },
    hasState: (word) => {
      states ??= statesIn(text);
      return states.has(word);
    },
    isDoubleSpaced: () => {
      doubleSpaced ??= isSpaced(readWhole(lineText.many(), text));
      return doubleSpaced;
    },
  };
}

function isSpaced(lines: readonly string[]): boolean {
  const isBlank = lines.map((one) => one.trim() === "");
  const ends = isBlank.flatMap((blank, at) => (blank || at === lines.length - 1 ? [] : [isBlank[at + 1]]));
  const spaced = ends.filter((blank) => blank).length;
  return spaced >= BLANKS_OF_A_PASTE && spaced >= (ends.length - spaced) * BLANKS_FOR_ONE_WITHOUT;
}

/** States of the rows that stand whole on their lines. */
function statesIn(text: string): ReadonlySet<string> {
  const rows = readWhole(fastRow.or(lineText.result(undefined)).many(), text);
  return new Set(rows.flatMap((row) => (row?.offloadState === undefined ? [] : (row.state ?? []))));
}
