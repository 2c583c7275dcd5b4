import type { Timeline } from "../../compare/index.ts";

/**
 * A part of a comparison as every format for people prints it: sentences, then maybe items and a table. Captured text
 * stands in it as it was captured: each format makes it harmless in its own way.
 */
export interface Part {
  readonly title: string | null;
  /** The codes of verdicts that its sentences are of. */
  readonly verdicts?: readonly string[];
  /** What it is worth: of a text that has to be short the highest goes first. */
  readonly rank: number;
  readonly sentences: readonly string[];
  readonly items?: readonly PartItem[];
  readonly table?: PartTable;
  /** True for a table whose rows are one line each, cut where the page ends. */
  readonly oneLineRows?: boolean;
}

/** One of several things that are too long for a table. */
export interface PartItem {
  /** What it is, in a word or two that count. */
  readonly mark: string;
  readonly text: string;
  /** What it goes by elsewhere, such as the id of a rule. */
  readonly name: string;
  /** What is said less loudly; empty for nothing. */
  readonly remark: string;
}

export interface PartTable {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** One letter a column, l or r. */
  readonly align: string;
  /** What words in the heading and in the first column are explained by. */
  readonly explained: ReadonlyMap<string, string>;
}

/** A host, or what is said of all, with its parts. */
export interface Chapter {
  readonly title: string;
  readonly parts: readonly Part[];
  /** What is drawn beside it; null where there is nothing to draw. */
  readonly timeline: Timeline | null;
}

/** A table where it has rows. */
export function tableOf(
  heading: readonly string[],
  align: string,
  rows: PartTable["rows"],
  explained: PartTable["explained"] = new Map(),
): Pick<Part, "table"> {
  return rows.length === 0 ? {} : { table: { heading, rows, align, explained } };
}
