import {
  type CaptureKind,
  grammars,
  type Landmark,
  type Line,
  type LineClass,
  type SegmentText,
} from "../grammar/index.ts";
import type { Mended } from "./mend.ts";
import {
  hostNamedBy,
  hostNamePrinted,
  type Marker,
  readBanner,
  readPrompt,
  readTellingBanner,
} from "./provenance/index.ts";
import { aboveRows } from "./segments/above-rows.ts";
import { segmentText } from "./segments/segment-text.ts";
import { unrelatedPassages } from "./segments/unrelated.ts";

/** What is known of the commands around a place in a text. */
export interface Echo {
  readonly host: string | null;
  readonly command: string | null;
  readonly time: string | null;
}

/** The lines of one capture, not read yet. */
export interface Segment extends Echo {
  readonly kind: CaptureKind;
  readonly text: SegmentText;
}

/** Lines outside of captures, all of one class. */
export interface Aside {
  readonly class: LineClass;
  readonly lines: readonly Line[];
}

export type Passage = Segment | Aside;

export interface SegmentOptions {
  /** Reads whatever is neither blank nor a prompt or banner as this kind. */
  readonly as?: CaptureKind;
}

/** A segment that may still grow. */
interface OpenSegment extends Echo {
  readonly kind: CaptureKind;
  readonly parts: Mended[];
  hasRecords: boolean;
  /** Lines under it that are its own only if more of its records follow: blank ones and a few that nobody knows. */
  tail: Line[];
}

interface Segmenter {
  readonly options: SegmentOptions;
  readonly ready: Passage[];
  echo: Echo;
  /** True while the next word is the answer to the command `hostname`. */
  expectsHostName: boolean;
  open: OpenSegment | undefined;
  /** Lines above that nobody has claimed yet: a heading in an unknown language is only known by the rows under it. */
  waiting: Line[];
}

/** Unclaimed lines that may interrupt a table without ending it: somebody's remark between two rows. */
const LONGEST_REMARK = 3;

/** Unclaimed lines held back: more than any settings table of an unknown language has. */
const MOST_WAITING = 60;

/**
 * Splits a text into captures and what stands between them. What a line says counts before where it stands: titles,
 * headings and rows open a segment, an echoed command alone never does. Every line comes out once, in order.
 */
export async function* segment(
  text: AsyncIterable<readonly Mended[]>,
  options: SegmentOptions = {},
): AsyncGenerator<Passage> {
  const echo = { host: null, command: null, time: null };
  const segmenter: Segmenter = { options, ready: [], echo, expectsHostName: false, open: undefined, waiting: [] };
  for await (const lines of text) {
    for (const line of lines) {
      if ("pieces" in line) takeLine(segmenter, line);
      else takeRecord(segmenter, options.as ?? "netstat", line);
    }
    yield* segmenter.ready.splice(0);
  }
  close(segmenter);
  release(segmenter, 0);
  yield* segmenter.ready;
}

function takeLine(segmenter: Segmenter, line: Line): void {
  const { text } = line;
  if (text.trim() === "") {
    setAside(segmenter, line);
    return;
  }
  const prompt = readPrompt(text);
  const mark = prompt === undefined ? landmark(segmenter, text) : undefined;
  const marker = prompt ?? (mark === undefined ? (hostAnswer(segmenter, text) ?? readTellingBanner(text)) : undefined);
  if (marker !== undefined) takeMarker(segmenter, marker, line);
  else if (mark?.landmark === "record") takeRecord(segmenter, mark.kind, line);
  else if (mark !== undefined) takeOpening(segmenter, mark.kind, mark.landmark, line);
  else {
    const host = hostNamedBy(text);
    if (host !== undefined) segmenter.echo = { ...segmenter.echo, host };
    if (!continuesOpen(segmenter, line)) setAside(segmenter, line);
  }
}

/** The first grammar that knows something of the line. */
function landmark(segmenter: Segmenter, text: string): { kind: CaptureKind; landmark: Landmark } | undefined {
  const { as } = segmenter.options;
  for (const grammar of grammars) {
    if (as !== undefined && grammar.kind !== as) continue;
    const found = grammar.landmark(text, segmenter.echo);
    if (found !== undefined) return { kind: grammar.kind, landmark: found };
  }
  return as === undefined || readBanner(text) !== undefined ? undefined : { kind: as, landmark: "record" };
}

/** What `hostname` printed is the name of the host from there on. */
function hostAnswer(segmenter: Segmenter, text: string): Marker | undefined {
  const host = segmenter.expectsHostName ? hostNamePrinted(text) : undefined;
  return host === undefined ? undefined : { class: "banner", command: null, host };
}

function takeMarker(segmenter: Segmenter, marker: Marker, line: Line): void {
  close(segmenter);
  release(segmenter, 0);
  segmenter.ready.push({ class: marker.class, lines: [line] });
  segmenter.expectsHostName = /^hostname(?:\.exe)?$/i.test(marker.command ?? "");
  const host = marker.host ?? segmenter.echo.host;
  segmenter.echo = { host, command: marker.command, time: marker.time ?? null };
}

/** A line (or stretch of rows) of a table, with or without a heading above it. */
function takeRecord(segmenter: Segmenter, kind: CaptureKind, record: Mended): void {
  if (segmenter.open?.kind !== kind) open(segmenter, kind, aboveRows(kind, segmenter.waiting));
  const { open: segment } = segmenter;
  if (segment === undefined) return;
  segment.parts.push(...segment.tail.splice(0), record);
  segment.hasRecords = true;
}

/** A title, heading or message: it opens a segment, unless it goes on with one that has no records yet. */
function takeOpening(segmenter: Segmenter, kind: CaptureKind, mark: Landmark, line: Line): void {
  const goesOn = segmenter.open?.kind === kind && (mark === "message" || !segmenter.open.hasRecords);
  if (!goesOn) open(segmenter, kind, 0);
  segmenter.open?.parts.push(...segmenter.open.tail.splice(0), line);
  if (mark === "message" && segmenter.open !== undefined) segmenter.open.hasRecords = true;
}

/** True when the line went to the open segment: its grammar knows such lines and nothing stands between. */
function continuesOpen(segmenter: Segmenter, line: Line): boolean {
  const { open: segment, echo } = segmenter;
  if (segment === undefined || segment.tail.length > 0) return false;
  const grammar = grammars.find(({ kind }) => kind === segment.kind);
  if (grammar?.continues(line.text, echo) !== true) return false;
  // A rule under a heading is of the table; under its rows it announces what comes next.
  if (segment.hasRecords && segment.kind !== "chimneyStats" && readBanner(line.text) !== undefined) return false;
  segment.parts.push(line);
  return true;
}

/** Keeps a line that nobody has claimed: below the open segment for a while, else among the waiting ones. */
function setAside(segmenter: Segmenter, line: Line): void {
  const { open: segment } = segmenter;
  if (segment !== undefined) {
    segment.tail.push(line);
    const remarks = segment.tail.filter(({ text }) => text.trim() !== "").length;
    if (remarks <= LONGEST_REMARK && segment.tail.length <= MOST_WAITING) return;
    close(segmenter);
  } else {
    segmenter.waiting.push(line);
  }
  if (segmenter.waiting.length > MOST_WAITING) release(segmenter, MOST_WAITING / 2);
}

function open(segmenter: Segmenter, kind: CaptureKind, above: number): void {
  close(segmenter);
  const parts = above === 0 ? [] : segmenter.waiting.splice(-above);
  release(segmenter, 0);
  const { host, command, time } = segmenter.echo;
  // Two captures may follow one echo when a script glued them together: the echo is only of the one that answers it.
  const answers = command !== null && grammars.some((grammar) => grammar.kind === kind && grammar.answers(command));
  const echo = { host, command: answers ? command : null, time };
  segmenter.open = { ...echo, kind, parts: [...parts], hasRecords: false, tail: [] };
}

function close(segmenter: Segmenter): void {
  const { open: segment } = segmenter;
  if (segment === undefined) return;
  const { kind, host, command, time, parts, tail } = segment;
  segmenter.ready.push({ kind, host, command, time, text: segmentText(parts) });
  segmenter.waiting.push(...tail);
  segmenter.open = undefined;
}

/** Lets go of the waiting lines but the last few: nobody will claim them any more. */
function release(segmenter: Segmenter, keep: number): void {
  const lines = segmenter.waiting.splice(0, segmenter.waiting.length - keep);
  segmenter.ready.push(...unrelatedPassages(lines, segmenter.echo));
}
