import {
  type AnyGrammar,
  type CaptureKind,
  grammars,
  type Landmark,
  type Line,
  type Surroundings,
} from "../../../grammar/index.ts";
import type { Mended } from "../../text/mends/index.ts";
import type { HostMention } from "../host-names.ts";
import { hostNamePrinted, type Marker, readBanner } from "../provenance/index.ts";
import { aboveRows } from "./above-rows.ts";
import { answerOf, type Found, firstLandmark, type Gist, gistOf, nothing } from "./gist.ts";
import { nameBanners, settled } from "./host-names.ts";
import type { Passage } from "./segment.ts";
import {
  closeSegment,
  hasRules,
  type OpenSegment,
  openSegment,
  release,
  type Segmenter,
  type SegmentOptions,
  setAside,
} from "./segmenter.ts";

export type { Aside, Passage, Segment } from "./segment.ts";
export type { SegmentOptions } from "./segmenter.ts";

/**
 * Splits a text into captures and what stands between them. What a line says counts before where it stands: titles,
 * headings and rows open a segment, an echoed command alone never does. Every line comes out once, in order.
 */
export async function* segment(
  text: AsyncIterable<readonly Mended[]>,
  options: SegmentOptions = {},
): AsyncGenerator<Passage> {
  const echo = { host: null, since: 0, command: null, time: null };
  const segmenter: Segmenter = {
    options,
    ready: [],
    echo,
    awaitsAnswer: false,
    answered: new Set(),
    expectsHostName: false,
    console: undefined,
    open: undefined,
    waiting: [],
  };
  for await (const lines of text) {
    for (const line of lines) {
      if ("pieces" in line) takeLine(segmenter, line);
      else takeRecord(segmenter, options.as ?? "netstat", line);
    }
    yield* settled(segmenter);
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
  const gist = gistOf(text);
  const marker = gist.prompt ?? hostAnswer(segmenter, text) ?? gist.banner;
  if (marker !== undefined) {
    takeMarker(segmenter, marker, line);
    return;
  }
  const mark = landmark(segmenter, text, gist);
  if (mark?.landmark === "name") takeName(segmenter, mark.kind, line);
  else if (mark?.landmark === "record") takeRecord(segmenter, mark.kind, line);
  else if (mark !== undefined) takeOpening(segmenter, mark.kind, mark.landmark, line);
  else if (!continuesOpen(segmenter, line)) setAside(segmenter, line);
}

/** The first grammar that knows something of the line: by its content alone, else in the light of the echoed command. */
function landmark(segmenter: Segmenter, text: string, gist: Gist): Found | undefined {
  const { echo, options } = segmenter;
  if (options.as !== undefined) return landmarkAs(options.as, segmenter, text);
  if (gist.mark !== undefined || echo.command === null) return gist.mark;
  const byEcho = answerOf(`${echo.command}\n${text}`);
  return byEcho !== undefined && mayAnswer(segmenter, byEcho) ? byEcho : undefined;
}

/** The same where all lines are of one kind; whatever its grammar does not know is taken for a record. */
function landmarkAs(as: CaptureKind, segmenter: Segmenter, text: string): Found | undefined {
  const candidates = grammars.filter(({ kind }) => kind === as);
  const byContent = firstLandmark(candidates, text, nothing);
  if (byContent !== undefined) return byContent;
  const byEcho = segmenter.echo.command === null ? undefined : firstLandmark(candidates, text, segmenter.echo);
  if (byEcho !== undefined && mayAnswer(segmenter, byEcho)) return byEcho;
  return readBanner(text) !== undefined ? undefined : { kind: as, landmark: "record" };
}

/** On the word of the echo alone a line goes on with its answer, or begins it, but never begins a second one. */
function mayAnswer({ open: segment, answered }: Segmenter, { kind, landmark: mark }: Found): boolean {
  if (segment?.kind === kind) return mark === "record" || !segment.hasRecords;
  return !answered.has(kind);
}

/** What `hostname` printed is the name of the host from there on. */
function hostAnswer(segmenter: Segmenter, text: string): Marker | undefined {
  const host = segmenter.expectsHostName ? hostNamePrinted(text) : undefined;
  return host === undefined ? undefined : { class: "banner", command: null, host, by: "hostname" };
}

function takeMarker(segmenter: Segmenter, marker: Marker, line: Line): void {
  const named = mentionIn(marker, line);
  if (named !== undefined && marker.by === "hostname") nameBanners(segmenter, named);
  closeSegment(segmenter);
  release(segmenter, 0);
  segmenter.ready.push({ class: marker.class, lines: [line], ...(named && { named }) });
  segmenter.expectsHostName = /^hostname(?:\.exe)?$/i.test(marker.command ?? "");
  const host = hostAt(segmenter, marker, named);
  const isSame = named === undefined && host === segmenter.echo.host;
  const since = isSame ? segmenter.echo.since : line.pieces[0].line;
  segmenter.echo = { host, since, command: marker.command, time: marker.time ?? null };
  segmenter.awaitsAnswer = true;
  segmenter.answered.clear();
}

function mentionIn({ host, by, isRemote, class: found }: Marker, line: Line): HostMention | undefined {
  if (host === undefined) return undefined;
  const what = by ?? (found === "prompt" ? "the prompt" : "the heading");
  return { name: host, by: what, line: line.pieces[0].line, reach: isRemote === true ? "section" : "source" };
}

/** The host from a marker on. A prompt without a name behind a remote session is that of the console before it. */
function hostAt(segmenter: Segmenter, marker: Marker, named: HostMention | undefined): HostMention | null {
  const { echo, console: before } = segmenter;
  if (marker.isRemote === true) {
    segmenter.console ??= { host: echo.host };
  } else if (before !== undefined && marker.class === "prompt") {
    segmenter.console = undefined;
    return named ?? before.host;
  }
  return named ?? echo.host;
}

/** A line (or stretch of rows) of a table, with or without a heading above it. */
function takeRecord(segmenter: Segmenter, kind: CaptureKind, record: Mended): void {
  if (segmenter.open?.kind !== kind) {
    // What stood below the capture before may belong to this one.
    closeSegment(segmenter);
    openSegment(segmenter, kind, aboveRows(kind, segmenter.waiting));
  }
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

/** A line that names the host: it begins a capture, or goes on with one that has not named its host. */
function takeName(segmenter: Segmenter, kind: CaptureKind, line: Line): void {
  const { open: segment } = segmenter;
  const goesOn = segment?.kind === kind && !segment.hasName && segment.tail.length === 0;
  if (!goesOn) openSegment(segmenter, kind, 0);
  if (segmenter.open === undefined) return;
  segmenter.open.parts.push(line);
  segmenter.open.hasName = true;
}

/** True when the line went to the open segment: its grammar knows such lines and nothing stands between. */
function continuesOpen(segmenter: Segmenter, line: Line): boolean {
  const { open: segment, echo } = segmenter;
  if (segment === undefined) return false;
  const grammar: AnyGrammar | undefined = grammars.find(({ kind }) => kind === segment.kind);
  if (grammar === undefined || !goesOn(grammar, segment, line, echo)) return false;
  // A rule under a heading is of the table; under its rows it announces what comes next.
  if (segment.hasRecords && !hasRules(segment.kind) && readBanner(line.text) !== undefined) return false;
  segment.parts.push(...segment.tail.splice(0), line);
  return true;
}

/** True when the grammar knows such a line, below the last one or, where it says so, below blank ones. */
function goesOn(grammar: AnyGrammar, { tail, hasRecords }: OpenSegment, { text }: Line, echo: Surroundings): boolean {
  if (tail.length === 0) return grammar.continues(text, echo);
  return !hasRecords && tail.every((line) => line.text.trim() === "") && grammar.resumes?.(text) === true;
}
