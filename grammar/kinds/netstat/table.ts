import type { DiagnosticCode } from "../../contract/diagnostic.ts";
import type { LineClass } from "../../contract/grammar.ts";
import type { SegmentText } from "../../contract/place.ts";
import type { RowDraft } from "./row.ts";
import type { Words } from "./words.ts";

/** Something doubtful about one line. It is reported when the table is finished, unless a later line clears it up. */
export interface Doubt {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Index in the line, from 0. */
  readonly index: number;
  readonly text: string;
}

/** A netstat table while it is read. `rows` and `ordinals` run in parallel; drafts become records at the end. */
export interface Table {
  readonly segment: SegmentText;
  readonly rows: RowDraft[];
  readonly ordinals: number[];
  readonly classes: LineClass[];
  /** By ordinal. */
  readonly doubts: Map<number, Doubt>;
  /** Rows with a word of unknown meaning where the offload state stands, by ordinal. */
  readonly strangeWords: Map<number, { readonly draft: RowDraft; readonly word: string; readonly doubt: Doubt }>;
  /** Ordinals of lines that nothing explains yet: a component above an executable, or not of this table. */
  readonly loose: Map<number, string>;
  /** Titles and headings that were recognised, and in which languages. */
  readonly phrases: Words[];
  /** Index of each line in the text; made when first needed. */
  lineStarts: readonly number[] | undefined;
  /** Headings told by known words. */
  headings: number;
  /** Lines above the rows that no known language reads: taken for title and heading by their place. */
  headingsByShape: number;
  namesOffloadState: boolean;
}

export function emptyTable(segment: SegmentText): Table {
  return {
    segment,
    rows: [],
    ordinals: [],
    classes: [],
    doubts: new Map(),
    strangeWords: new Map(),
    loose: new Map(),
    phrases: [],
    lineStarts: undefined,
    headings: 0,
    headingsByShape: 0,
    namesOffloadState: false,
  };
}
