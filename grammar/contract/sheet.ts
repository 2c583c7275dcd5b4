import type P from "parsimmon";
import { type Diagnostic, type DiagnosticCode, diagnostic } from "./diagnostic.ts";
import type { LineClass, PrintedHost, Reading, Share } from "./grammar.ts";
import { type PrintedLine, refusalOf } from "./lines.ts";
import { placeOf, type SegmentText } from "./place.ts";

/** Something to say about the text, at an offset of it. */
export interface Remark {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly at: number;
}

/** A record before its offset became a line of the source. */
export type Draft<R> = Omit<R, "line"> & { readonly from: number };

/** A name of a host before its offset became a line of the source. */
export type DraftHost = Omit<PrintedHost, "line"> & { readonly from: number };

/** What one of several hosts says, still by offsets. */
export interface DraftShare<R, T> {
  readonly host: DraftHost | undefined;
  readonly records: readonly Draft<R>[];
  readonly traits: T;
}

/** What a grammar found in a segment, still by offsets. */
export interface Findings<R, T> {
  /** Every line of the text, in order. */
  readonly lines: readonly PrintedLine[];
  readonly records: readonly Draft<R>[];
  readonly remarks: readonly Remark[];
  readonly locale: string | null;
  readonly traits: T;
  readonly host?: DraftHost | undefined;
  readonly shares?: readonly DraftShare<R, T>[] | undefined;
}

/** The text of a segment with the way from an offset to its line, and back to the source. */
export interface Sheet {
  /** Every line ends with "\n", the last one too. */
  readonly text: string;
  /** Ordinal of the line that holds the offset, from 0. */
  ordinalAt(offset: number): number;
  /** The line that holds the offset, without its end. */
  lineAt(offset: number): string;
  /** Offset of the first character of a line, by its ordinal. */
  offsetOf(ordinal: number): number;
  remark(remark: Remark): Diagnostic;
}

/** Makes the sheet of a segment; the first look-up finds all lines, each takes logarithmic time. */
export function sheetOf({ text: raw, runs }: SegmentText): Sheet {
  const text = raw === "" || raw.endsWith("\n") ? raw : `${raw}\n`;
  let found: readonly number[] | undefined;
  const starts = () => {
    found ??= lineStarts(text);
    return found;
  };
  const ordinalAt = (offset: number) => lastAtMost(starts(), offset);
  const offsetOf = (ordinal: number) => starts()[ordinal] ?? text.length;
  const lineAt = (offset: number) => {
    const ordinal = ordinalAt(offset);
    return text.slice(offsetOf(ordinal), Math.max(offsetOf(ordinal), offsetOf(ordinal + 1) - 1));
  };
  return {
    text,
    ordinalAt,
    lineAt,
    offsetOf,
    remark: ({ code, message, at }) => {
      const ordinal = ordinalAt(at);
      return diagnostic(code, message, placeOf(runs, ordinal, at - offsetOf(ordinal)), lineAt(at));
    },
  };
}

/** The reading of a segment that is of the kind. */
export function recognised<R extends { readonly line: number }, T>(
  segment: SegmentText,
  sheet: Sheet,
  { lines, records, remarks, locale, traits, host, shares }: Findings<R, T>,
): Reading<R, T> {
  return {
    records: records.map((draft) => onItsLine<R>(segment, sheet, draft)),
    classes: lines.map((line) => line.class),
    diagnostics: remarks.toSorted((a, b) => a.at - b.at).map(sheet.remark),
    locale,
    traits,
    recognised: true,
    ...(host !== undefined && { host: printedHost(segment, sheet, host) }),
    ...(shares !== undefined && { shares: shares.map((share) => shareOf(segment, sheet, share)) }),
  };
}

/** The host of a reading, by the line that names it. */
export function printedHost(segment: SegmentText, sheet: Sheet, host: DraftHost): PrintedHost {
  return onItsLine<PrintedHost>(segment, sheet, host);
}

function shareOf<R extends { readonly line: number }, T>(
  segment: SegmentText,
  sheet: Sheet,
  { host, records, traits }: DraftShare<R, T>,
): Share<R, T> {
  return {
    host: host && printedHost(segment, sheet, host),
    records: records.map((draft) => onItsLine<R>(segment, sheet, draft)),
    traits,
  };
}

function onItsLine<R extends { readonly line: number }>(segment: SegmentText, sheet: Sheet, draft: Draft<R>): R {
  const { from, ...rest } = draft;
  // The draft has every key of the record but the line, which is put in here.
  return { line: placeOf(segment.runs, sheet.ordinalAt(from)).line, ...rest } as unknown as R;
}

/** One remark for each stretch of lines that no production read. */
export function unknownLines(lines: readonly PrintedLine[], message: string): readonly Remark[] {
  return lines.flatMap((own, at) =>
    own.class === "unknown" && lines[at - 1]?.class !== "unknown"
      ? [{ code: "unknown-line", message, at: own.from } as const]
      : [],
  );
}

/** The same, each at the column where the production for such lines gave up, with what would have gone on there. */
export function refusedLines(
  sheet: Sheet,
  lines: readonly PrintedLine[],
  message: string,
  production: P.Parser<unknown>,
): readonly Remark[] {
  return unknownLines(lines, message).map((remark) => {
    const { index, expected } = refusalOf(production, sheet.lineAt(remark.at)) ?? { index: 0, expected: "" };
    return expected === "" ? remark : { ...remark, message: `${message}; expected ${expected}`, at: remark.at + index };
  });
}

/** The reading of a segment that turned out to be something else: nothing of it is a record. */
export function notRecognised<T>(lines: readonly PrintedLine[], traits: T): Reading<never, T> {
  const classes = lines.map((line): LineClass => (line.class === "blank" ? "blank" : "unrelated"));
  return { records: [], classes, diagnostics: [], locale: null, traits, recognised: false };
}

function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = text.indexOf("\n", at) + 1) starts.push(at);
  return starts;
}

/** Index of the last number that is at most the given one (binary search); 0 when none is. */
function lastAtMost(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
