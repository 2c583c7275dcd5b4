import { type CaptureKind, grammars, type Landmark, type Line } from "../../../grammar/index.ts";
import { type Marker, statesProduct } from "../../../grammar/markers/index.ts";
import type { Foreign, Mended } from "../../text/index.ts";
import { aboveRows } from "./above-rows.ts";
import { continuesOpen, isOfAnother, isUnasked, mayHeadHost } from "./boundaries.ts";
import { mentionOf, silence } from "./echo.ts";
import { settled } from "./host-names.ts";
import {
  answerOf,
  cluesIn,
  type FoundLandmark,
  firstLandmark,
  isBanner,
  type LineClues,
  NO_COMMAND,
} from "./line-clues.ts";
import { endObject, nameObject } from "./objects.ts";
import type { Passage } from "./segment.ts";
import {
  closeSegment,
  finish,
  isBlank,
  openSegment,
  type Segmenter,
  type SegmentOptions,
  setAside,
} from "./segmenter.ts";
import { hostAnswer, remarkMarker, takeMarker } from "./take-marker.ts";
import { isHeadOfTranscript, isInHead, takeHead } from "./transcript-head.ts";

export type { Aside, Passage, Segment } from "./segment.ts";
export type { SegmentOptions } from "./segmenter.ts";

/**
 * Splits a text into captures and what stands between them. What a line says counts before where it stands: titles,
 * headings and rows open a segment, an echoed command alone never does. Every line comes out once, in order.
 */
export async function* segment(
  text: AsyncIterable<readonly (Mended | Foreign)[]>,
  options: SegmentOptions = {},
): AsyncGenerator<Passage> {
  const segmenter: Segmenter = {
    options,
    ready: [],
    echo: silence,
    awaitsAnswer: false,
    answered: new Set(),
    expectsHostName: false,
    console: undefined,
    object: undefined,
    isObjectEmpty: true,
    namesAbove: undefined,
    hasCaptured: false,
    isTimeFresh: false,
    isInHead: false,
    head: undefined,
    isBelowVersion: false,
    lone: undefined,
    known: new Set(),
    open: undefined,
    waiting: [],
  };
  for await (const lines of text) {
    for (const part of lines) {
      if ("foreign" in part) takeForeign(segmenter, part.foreign);
      else take(segmenter, part);
    }
    yield* settled(segmenter);
  }
  endObject(segmenter);
  finish(segmenter);
  yield* segmenter.ready;
}

function take(segmenter: Segmenter, line: Mended): void {
  noteLone(segmenter, line);
  if ("pieces" in line) takeLine(segmenter, line);
  else takeRecord(segmenter, segmenter.options.as ?? "netstat", line);
  segmenter.isBelowVersion = !("packed" in line) && statesProduct(line.text);
}

/** Lines that mean nothing by themselves are set aside without a question, but where what stands above gives them a meaning. */
function takeForeign(segmenter: Segmenter, lines: readonly Line[]): void {
  for (const line of lines) {
    if (!isUnasked(segmenter)) {
      take(segmenter, line);
      continue;
    }
    setAside(segmenter, line);
  }
}

function noteLone(segmenter: Segmenter, line: Mended): void {
  if (segmenter.lone === null || isBlank(line)) return;
  segmenter.lone = segmenter.lone === undefined && "pieces" in line ? line : null;
}

function takeLine(segmenter: Segmenter, line: Line): void {
  const { text } = line;
  if (text.trim() === "") {
    endObject(segmenter);
    segmenter.isInHead = false;
    setAside(segmenter, line);
    return;
  }
  const clues = cluesIn(text);
  const marker = clues.prompt ?? hostAnswer(segmenter, text) ?? headingIn(segmenter, clues);
  segmenter.isInHead = isInHead(segmenter, text, marker);
  if (
    marker !== undefined &&
    isHeadOfTranscript(marker) &&
    segmenter.options.as === undefined &&
    clues.mark !== undefined
  ) {
    takeHead(segmenter, marker, clues.mark.kind, line);
    return;
  }
  if (marker !== undefined) {
    takeMarker(segmenter, marker, line);
    return;
  }
  const mark = segmenter.isInHead ? undefined : landmark(segmenter, text, clues);
  if (mark?.landmark === "name") takeName(segmenter, mark.kind, line);
  else if (mark?.landmark === "record") takeRecord(segmenter, mark.kind, line);
  else if (mark !== undefined) takeOpening(segmenter, mark.kind, mark.landmark, line);
  else if (!continuesOpen(segmenter, line)) takeRemark(segmenter, line);
}

/** A date right below the version of a product is when that was built. */
function headingIn({ isBelowVersion }: Segmenter, { heading }: LineClues): Marker | undefined {
  return isBelowVersion && heading?.host === undefined && heading?.command === null ? undefined : heading;
}

/** A line that no capture claims: it may still name a host or tell a time. */
function takeRemark(segmenter: Segmenter, line: Line): void {
  const mayBeOwner = segmenter.open?.kind === "netstat" && mayHeadHost(line.text);
  const marker = mayBeOwner ? undefined : remarkMarker(line.text);
  if (marker?.host?.reach === "object") nameObject(segmenter, mentionOf(marker.host, line.pieces[0].line));
  // In an object whose computer is known a label is a property like any.
  if (marker === undefined || segmenter.object !== undefined) setAside(segmenter, line);
  else takeMarker(segmenter, marker, line);
}

/** The first grammar that knows something of the line: by its content alone, else in the light of the echoed command. */
function landmark(segmenter: Segmenter, text: string, clues: LineClues): FoundLandmark | undefined {
  const { echo, options } = segmenter;
  if (options.as !== undefined) return landmarkAs(options.as, segmenter, text);
  if (clues.mark !== undefined || echo.command === null) return clues.mark;
  const byEcho = answerOf(`${echo.command}\n${text}`);
  return byEcho !== undefined && mayAnswer(segmenter, byEcho) ? byEcho : undefined;
}

/** The same where all lines are of one kind; whatever its grammar does not know is taken for a record. */
function landmarkAs(as: CaptureKind, segmenter: Segmenter, text: string): FoundLandmark | undefined {
  const candidates = grammars.filter(({ kind }) => kind === as);
  const byContent = firstLandmark(candidates, text, NO_COMMAND);
  if (byContent !== undefined) return byContent;
  const byEcho = segmenter.echo.command === null ? undefined : firstLandmark(candidates, text, segmenter.echo);
  if (byEcho !== undefined && mayAnswer(segmenter, byEcho)) return byEcho;
  return isBanner(text) ? undefined : { kind: as, landmark: "record" };
}

/** On the word of the echo alone a line goes on with its answer, or begins it, but never begins a second one. */
function mayAnswer({ open: segment, answered }: Segmenter, { kind, landmark: mark }: FoundLandmark): boolean {
  if (segment?.kind === kind) return mark === "record" || !segment.hasRecords;
  return !answered.has(kind);
}

/** A line (or stretch of rows) of a table, with or without a heading above it. */
function takeRecord(segmenter: Segmenter, kind: CaptureKind, record: Mended): void {
  if (segmenter.open?.kind !== kind || isOfAnother(segmenter.open, record)) {
    // What stood below the capture before may belong to this one.
    closeSegment(segmenter);
    openSegment(segmenter, kind, aboveRows(kind, segmenter.waiting), record);
  }
  const { open: segment } = segmenter;
  if (segment === undefined) return;
  segment.parts.push(...segment.tail.splice(0), record);
  segment.hasRecords = true;
  segmenter.isObjectEmpty = false;
}

/** A title, heading or message: it opens a segment, unless it goes on with one that has no records yet. */
function takeOpening(segmenter: Segmenter, kind: CaptureKind, mark: Landmark, line: Line): void {
  const goesOn = segmenter.open?.kind === kind && !segmenter.open.hasRecords;
  if (!goesOn) openSegment(segmenter, kind, 0, line);
  segmenter.open?.parts.push(...segmenter.open.tail.splice(0), line);
  if (mark === "message" && segmenter.open !== undefined) segmenter.open.hasRecords = true;
}

/** A line that names the host: it begins a capture, or goes on with one that has not named its host. */
function takeName(segmenter: Segmenter, kind: CaptureKind, line: Line): void {
  const { open: segment } = segmenter;
  const goesOn = segment?.kind === kind && !segment.hasName && segment.tail.length === 0;
  if (!goesOn) openSegment(segmenter, kind, 0, line);
  if (segmenter.open === undefined) return;
  segmenter.open.parts.push(line);
  segmenter.open.hasName = true;
}
