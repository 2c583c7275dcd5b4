import { type CaptureKind, placeOf, type SegmentText, type TableKind } from "../../../grammar/index.ts";
import type { AnyCapture, TableCapture } from "../../captures/index.ts";
import { detached } from "../../text/index.ts";
import { compareBy, goesBy, type Moment } from "../moments.ts";
import type { KeptCapture } from "./evidence.ts";

/** A kind of capture whose records are kept; netstat tables are kept as numbers and a few rows. */
export type KeptKind = Exclude<CaptureKind, TableKind>;

type AnyKept = { readonly [K in KeptKind]: KeptCapture<K> }[KeptKind];

/** The captures of a host for the rules, by their kind, in the order in which they were read; bounded. */
export type KeptCaptures = Map<KeptKind, AnyKept[]>;

/** Records of a capture that are kept: many times what any of these commands prints. */
const MOST_RECORDS = 2000;

/** Characters of all records of a capture, as JSON: room for as many as are kept, unless they are made to fill it. */
const LARGEST_CAPTURE = 500 * MOST_RECORDS;

/** Lines beside the records whose text is kept: titles and messages stand among the first. */
const MOST_OTHER_LINES = 50;

/** Captures of one kind; of more the first ones and the last are kept. */
const MOST_CAPTURES = 200;

/** Characters of a line that are kept: what fits into a finding and can still be read. */
const LONGEST_LINE = 200;

/** Traits that claim completeness; of a capture that was cut nothing is known to be absent. */
const completeness = ["listsHotfixes", "listsAllRunning", "wholeKey", "wholeKeys"];

/** The capture as rules see it. Nothing in it refers to the text it was read from. */
export function keep(capture: Exclude<AnyCapture, TableCapture>, text: SegmentText): AnyKept {
  const { kind, source, line, command, time, phase, locale } = capture;
  const records = isolatedRecords(capture.records);
  const texts = textsOf(text, new Set(records.map((record) => record.line)));
  const traits = records.length === capture.records.length ? capture.traits : cutTraits(capture.traits);
  const textOf = (asked: number): string => texts.get(asked) ?? "";
  // The kind, the records and the traits are those of one capture; the compiler can't follow that through the copies.
  return { kind, source, line, command, time, phase, locale, records, traits, textOf } as unknown as AnyKept;
}

export function emptyKept(): KeptCaptures {
  return new Map();
}

/** Adds a capture, changing what is kept. */
export function addKept(kept: KeptCaptures, capture: AnyKept): void {
  const captures = kept.get(capture.kind);
  if (captures === undefined) kept.set(capture.kind, [capture]);
  else captures[Math.min(captures.length, MOST_CAPTURES - 1)] = capture;
}

/** What is kept of two parts of one host's captures; those of `a` came first. Neither of them is changed. */
export function mergeKept(a: KeptCaptures, b: KeptCaptures): KeptCaptures {
  const merged: KeptCaptures = new Map([...a].map(([kind, captures]) => [kind, [...captures]]));
  for (const captures of b.values()) for (const capture of captures) addKept(merged, capture);
  return merged;
}

/** The captures of one kind, the latest last: those whose time is known count as later than the others, phases before times. */
export function capturesOf<K extends KeptKind>(kept: KeptCaptures, kind: K): readonly KeptCapture<K>[] {
  // The map ties the kind to its captures; the compiler can't follow that through `get`.
  const captures = (kept.get(kind) ?? []) as unknown as readonly KeptCapture<K>[];
  const sorted = captures.toSorted(byTime);
  // A collector may tell the time of its first phase only.
  const isPhased = captures.every((capture) => goesBy("phase", capture));
  return isPhased ? sorted.sort((a, b) => compareBy("phase", a, b)) : sorted;
}

function byTime(a: Moment, b: Moment): number {
  const [one, other] = [a.time ?? "", b.time ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The records in memory of their own (a piece of a text may keep the whole text alive), as many as are kept. */
function isolatedRecords(records: readonly { readonly line: number }[]): readonly { readonly line: number }[] {
  const kept: { readonly line: number }[] = [];
  let size = 0;
  for (const record of records.slice(0, MOST_RECORDS)) {
    const plain = JSON.stringify(record);
    size += plain.length;
    if (size > LARGEST_CAPTURE) break;
    kept.push(JSON.parse(plain) as { readonly line: number }); // the same again: records are texts and numbers
  }
  return kept;
}

/** The text of the lines of records, and of the first ones beside them. */
function textsOf({ text, runs }: SegmentText, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  let others = 0;
  let start = 0;
  for (let ordinal = 0; start < text.length; ordinal += 1) {
    const end = text.indexOf("\n", start);
    const { line } = placeOf(runs, ordinal);
    const isKnown = wanted.has(line) || texts.has(line);
    if (isKnown || others < MOST_OTHER_LINES) {
      if (!isKnown) others += 1;
      append(texts, line, text.slice(start, Math.min(end < 0 ? text.length : end, start + LONGEST_LINE + 1)).trimEnd());
    }
    start = end < 0 ? text.length : end + 1;
  }
  return texts;
}

/** One line of a source may hold several of the text: a table that came on one line. */
function append(texts: Map<number, string>, line: number, more: string): void {
  const before = texts.get(line);
  const whole = before === undefined ? more : `${before} ${more.trimStart()}`;
  texts.set(line, detached(whole.length > LONGEST_LINE ? `${whole.slice(0, LONGEST_LINE - 1)}…` : whole));
}

function cutTraits(traits: object): object {
  const claims = Object.entries(traits).map(([name, value]) => [name, completeness.includes(name) ? false : value]);
  return Object.fromEntries(claims);
}
