import type { Line, LineClass, SegmentText } from "../../grammar/index.ts";

/** What became of each line of a source: one count for each class, adding up to the lines. */
export type Ledger = { readonly [K in LineClass]: number };

/** Counts what became of each line of one source, fed in the order of the lines. */
export interface LedgerBook {
  readonly counts: { [K in LineClass]: number };
  /** The line noted last and its class so far: several mended lines may come from it. */
  line: number;
  class: LineClass | undefined;
  /** Lines whose class is settled, until somebody takes them; undefined where nobody does. */
  readonly settled: ClassifiedLine[] | undefined;
}

/** A line of a source and what became of it. */
export interface ClassifiedLine {
  readonly line: number;
  readonly class: LineClass;
}

/** When a line of the source holds several things (a table on one line), the first of these that occurs is its class. */
const precedence: readonly LineClass[] = [
  "record",
  "truncated",
  "unknown",
  "heading",
  "message",
  "prompt",
  "banner",
  "unrelated",
  "blank",
];

const rank = new Map(precedence.map((lineClass, at) => [lineClass, at]));

/** The ledger of a source without lines; written out, because bundles have thousands of those. */
export function emptyLedger(): { [K in LineClass]: number } {
  return {
    record: 0,
    heading: 0,
    blank: 0,
    banner: 0,
    prompt: 0,
    message: 0,
    unrelated: 0,
    truncated: 0,
    unknown: 0,
  };
}

/** A book without lines; one that is read along keeps each line besides counting it. */
export function emptyBook(use: "counted" | "readAlong" = "counted"): LedgerBook {
  return { counts: emptyLedger(), line: 0, class: undefined, settled: use === "readAlong" ? [] : undefined };
}

/** Notes lines that stand outside of captures. */
export function noteLines(book: LedgerBook, lines: readonly Line[], lineClass: LineClass): void {
  for (const { pieces } of lines) for (const piece of pieces) noteLine(book, piece.line, lineClass);
}

/** Notes the lines of a segment; `classes` has one entry for each line of its text. */
export function noteSegment(book: LedgerBook, text: SegmentText, classes: readonly LineClass[]): void {
  for (const [at, run] of text.runs.entries()) {
    const end = text.runs[at + 1]?.ordinal ?? classes.length;
    for (let ordinal = run.ordinal; ordinal < end; ordinal += 1) {
      const lineClass = classes[ordinal] ?? "unknown";
      if (run.pieces === undefined) noteLine(book, run.line + ordinal - run.ordinal, lineClass);
      else for (const piece of run.pieces) noteLine(book, piece.line, lineClass);
    }
  }
}

/** The ledger of the source once all its lines were noted. */
export function closeBook(book: LedgerBook): Ledger {
  flush(book);
  book.class = undefined;
  return book.counts;
}

/** The lines that were settled since they were taken last, in their order. */
export function settledLines(book: LedgerBook): readonly ClassifiedLine[] {
  return book.settled?.splice(0) ?? [];
}

function noteLine(book: LedgerBook, line: number, lineClass: LineClass): void {
  if (line === book.line && book.class !== undefined) {
    if ((rank.get(lineClass) ?? 0) < (rank.get(book.class) ?? 0)) book.class = lineClass;
    return;
  }
  flush(book);
  book.line = line;
  book.class = lineClass;
}

function flush(book: LedgerBook): void {
  if (book.class === undefined) return;
  book.counts[book.class] += 1;
  book.settled?.push({ line: book.line, class: book.class });
}
