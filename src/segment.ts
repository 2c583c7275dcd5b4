import {
  type AnyGrammar,
  type CaptureKind,
  grammars,
  type Landmark,
  type Line,
  type Surroundings,
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
import {
  closeSegment,
  openSegment,
  type Passage,
  release,
  type Segmenter,
  type SegmentOptions,
  setAside,
} from "./segments/segmenter.ts";

export type { Aside, Passage, Segment, SegmentOptions } from "./segments/segmenter.ts";

/** What a line gives away, and about which kind of capture. */
interface Found {
  readonly kind: CaptureKind;
  readonly landmark: Landmark;
}

/** What a line is judged by when only its content counts. */
const nothing: Surroundings = { command: null };

/**
 * Splits a text into captures and what stands between them. What a line says counts before where it stands: titles,
 * headings and rows open a segment, an echoed command alone never does. Every line comes out once, in order.
 */
export async function* segment(
  text: AsyncIterable<readonly Mended[]>,
  options: SegmentOptions = {},
): AsyncGenerator<Passage> {
  const echo = { host: null, command: null, time: null };
  const segmenter: Segmenter = {
    options,
    ready: [],
    echo,
    answered: new Set(),
    expectsHostName: false,
    open: undefined,
    waiting: [],
  };
  for await (const lines of text) {
    for (const line of lines) {
      if ("pieces" in line) takeLine(segmenter, line);
      else takeRecord(segmenter, options.as ?? "netstat", line);
    }
    yield* segmenter.ready.splice(0);
  }
  closeSegment(segmenter);
  release(segmenter, 0);
  yield* segmenter.ready;
}

function takeLine(segmenter: Segmenter, line: Line): void {
  const { text } = line;
  if (text.trim() === "") {
    setAside(segmenter, line);
    return;
  }
  const marker = readPrompt(text) ?? hostAnswer(segmenter, text) ?? readTellingBanner(text);
  const mark = marker === undefined ? landmark(segmenter, text) : undefined;
  if (marker !== undefined) takeMarker(segmenter, marker, line);
  else if (mark?.landmark === "record") takeRecord(segmenter, mark.kind, line);
  else if (mark !== undefined) takeOpening(segmenter, mark.kind, mark.landmark, line);
  else {
    const host = hostNamedBy(text);
    if (host !== undefined) segmenter.echo = { ...segmenter.echo, host };
    if (!continuesOpen(segmenter, line)) setAside(segmenter, line);
  }
}

/** The first grammar that knows something of the line: by its content alone, else in the light of the echoed command. */
function landmark(segmenter: Segmenter, text: string): Found | undefined {
  const { as } = segmenter.options;
  const candidates = as === undefined ? grammars : grammars.filter(({ kind }) => kind === as);
  const unanswered = candidates.filter(({ kind }) => segmenter.open?.kind === kind || !segmenter.answered.has(kind));
  const inItsLight = segmenter.echo.command === null ? [] : unanswered;
  const found = firstLandmark(candidates, text, nothing) ?? firstLandmark(inItsLight, text, segmenter.echo);
  if (found !== undefined) return found;
  return as === undefined || readBanner(text) !== undefined ? undefined : { kind: as, landmark: "record" };
}

function firstLandmark(candidates: readonly AnyGrammar[], text: string, surroundings: Surroundings): Found | undefined {
  for (const grammar of candidates) {
    const mark = grammar.landmark(text, surroundings);
    if (mark !== undefined) return { kind: grammar.kind, landmark: mark };
  }
  return undefined;
}

/** What `hostname` printed is the name of the host from there on. */
function hostAnswer(segmenter: Segmenter, text: string): Marker | undefined {
  const host = segmenter.expectsHostName ? hostNamePrinted(text) : undefined;
  return host === undefined ? undefined : { class: "banner", command: null, host };
}

function takeMarker(segmenter: Segmenter, marker: Marker, line: Line): void {
  closeSegment(segmenter);
  release(segmenter, 0);
  segmenter.ready.push({ class: marker.class, lines: [line] });
  segmenter.expectsHostName = /^hostname(?:\.exe)?$/i.test(marker.command ?? "");
  const host = marker.host ?? segmenter.echo.host;
  segmenter.echo = { host, command: marker.command, time: marker.time ?? null };
  segmenter.answered.clear();
}

/** A line (or stretch of rows) of a table, with or without a heading above it. */
function takeRecord(segmenter: Segmenter, kind: CaptureKind, record: Mended): void {
  if (segmenter.open?.kind !== kind) openSegment(segmenter, kind, aboveRows(kind, segmenter.waiting));
  const { open: segment } = segmenter;
  if (segment === undefined) return;
  segment.parts.push(...segment.tail.splice(0), record);
  segment.hasRecords = true;
}

/** A title, heading or message: it opens a segment, unless it goes on with one that has no records yet. */
function takeOpening(segmenter: Segmenter, kind: CaptureKind, mark: Landmark, line: Line): void {
  const goesOn = segmenter.open?.kind === kind && !segmenter.open.hasRecords;
  if (!goesOn) openSegment(segmenter, kind, 0);
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
