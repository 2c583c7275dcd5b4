import { type AnyGrammar, type CaptureKind, grammars, type Line } from "../../../grammar/index.ts";
import type { Mended } from "../../text/index.ts";
import type { HostMention } from "../host-names.ts";
import { echoBelow } from "./echo.ts";
import { type HeadingAbove, hostHeadingAbove, nameInLine, wordAbove } from "./host-headings.ts";
import { isAnsweredBy, refusalIn } from "./refusal.ts";
import type { Echo, Passage } from "./segment.ts";
import { segmentText } from "./segment-text.ts";
import { unrelatedPassages } from "./unrelated.ts";

export interface SegmentOptions {
  /** Reads whatever is neither blank nor a prompt or banner as this kind. */
  readonly as?: CaptureKind;
  /** Set where the name of the source says that the name of a host is in it. */
  readonly holdsHostName?: boolean;
}

/** A segment that may still grow. */
export interface OpenSegment extends Echo {
  readonly kind: CaptureKind;
  readonly parts: Mended[];
  hasRecords: boolean;
  /** True once a line of it named the host. */
  hasName: boolean;
  /** Lines under it that are its own only if more of its records follow: blank ones and a few that nobody knows. */
  tail: Line[];
}

export interface Segmenter {
  readonly options: SegmentOptions;
  readonly ready: Passage[];
  echo: Echo;
  /** True while nothing with words has been let go of behind the echo. */
  awaitsAnswer: boolean;
  /** Kinds that the echoed command has been answered with: no further line is taken for its output on its word alone. */
  readonly answered: Set<CaptureKind>;
  /** True while the next word is the answer to the command `hostname`. */
  expectsHostName: boolean;
  /** The console that a remote session was begun on, with its host as far as known; undefined outside of sessions. */
  console: { readonly host: HostMention | null } | undefined;
  /** The host of the object that the lines up to the next blank one are of. */
  object: HostMention | undefined;
  /** True while nothing was captured in that object. */
  isObjectEmpty: boolean;
  /** Whether objects that are nothing but names follow what they name; undefined before the first of them. */
  namesAbove: boolean | undefined;
  /** True once a capture has begun. */
  hasCaptured: boolean;
  /** True while no capture has come since the last time was printed. */
  isTimeFresh: boolean;
  /** True within the head of a PowerShell transcript. */
  isInHead: boolean;
  /** The line of that head which was taken for a capture, while nothing else was captured below it. */
  head: Line | undefined;
  /** True right below a line that states the version of a product. */
  isBelowVersion: boolean;
  /** The only line with words so far; null when there are several. */
  lone: Line | undefined | null;
  /** Names of hosts so far, in upper case. */
  readonly known: Set<string>;
  open: OpenSegment | undefined;
  /** Lines above that nobody has claimed yet: a heading in an unknown language is only known by the rows under it. */
  waiting: Line[];
}

const unseen: ReadonlySet<CaptureKind> = new Set([
  "chimneyStats",
  "chimneyApplications",
  "chimneyPorts",
  "netDmaStats",
  "rscStats",
]);

/** Unclaimed lines that may interrupt a table without ending it: somebody's remark between two rows. */
const LONGEST_REMARK = 3;

/** Lines by which it is told that their ends were doubled: a heading, its row, and what stands between. */
const LAST_LINES = 5;

/** Unclaimed lines held back: more than any settings table of an unknown language has. */
const MOST_WAITING = 60;

/** Keeps a line that nobody has claimed: below the open segment for a while, else among the waiting ones. */
export function setAside(segmenter: Segmenter, line: Line): void {
  const { open: segment } = segmenter;
  if (segment !== undefined) {
    segment.tail.push(line);
    const said = segment.tail.filter(({ text }) => text.trim() !== "").length;
    const remarks = said - (beginningsAtEnd(segment.kind, segment.tail) ?? 0);
    if (remarks <= LONGEST_REMARK && segment.tail.length <= MOST_WAITING) return;
    closeSegment(segmenter);
  } else {
    segmenter.waiting.push(line);
  }
  if (segmenter.waiting.length > MOST_WAITING) release(segmenter, MOST_WAITING / 2);
}

/** How many of the last lines begin a record of that kind; undefined when its grammar has no such lines. */
export function beginningsAtEnd(kind: CaptureKind, lines: readonly Line[]): number | undefined {
  const grammar: AnyGrammar | undefined = grammars.find((candidate) => candidate.kind === kind);
  return grammar?.above?.(lines.map(({ text }) => text));
}

/** True for the kinds whose outputs nobody has seen: a rule between their lines may be their own. */
export function hasRules(kind: CaptureKind): boolean {
  return unseen.has(kind);
}

export function openSegment(segmenter: Segmenter, kind: CaptureKind, above: number, first: Mended): void {
  closeSegment(segmenter);
  const parts = above === 0 ? [] : segmenter.waiting.splice(-above);
  segmenter.head = undefined;
  // Whatever stands above its capture, the command was not refused.
  segmenter.awaitsAnswer = false;
  release(segmenter, 0, parts[0] ?? first);
  const { command, ...echo } = segmenter.echo;
  // Two captures may follow one echo when a script glued them together: the echo is only of the one that answers it.
  const answers = command !== null && isAnsweredBy(`${kind}\n${command}`);
  const host = segmenter.object ?? echo.host;
  segmenter.isObjectEmpty = false;
  segmenter.hasCaptured = true;
  segmenter.isTimeFresh = false;
  segmenter.open = {
    ...echo,
    host,
    since: segmenter.object?.line ?? echo.since,
    command: answers ? command : null,
    kind,
    parts: [...parts],
    hasRecords: false,
    hasName: false,
    tail: [],
  };
}

export function closeSegment(segmenter: Segmenter): void {
  const { open: segment } = segmenter;
  if (segment === undefined) return;
  const { kind, host, since, headed, command, time, phase, parts, hasRecords, tail } = segment;
  segmenter.ready.push({ kind, host, since, headed, command, time, phase, text: segmentText(parts) });
  segmenter.waiting.push(...tail);
  segmenter.open = undefined;
  if (command !== null && hasRecords) segmenter.answered.add(kind);
}

/**
 * Lets go of the waiting lines but the last few: nobody will claim them any more. `next` is the line that follows them,
 * where that is a marker or the first one of a capture.
 */
export function release(segmenter: Segmenter, keep: number, next?: Mended): void {
  const lines = segmenter.waiting.slice(0, segmenter.waiting.length - keep);
  const heading = next === undefined ? undefined : hostHeadingAbove(lines, next, segmenter.known);
  const headed = heading === undefined && next !== undefined ? wordAbove(lines) : undefined;
  if (headed !== undefined) segmenter.echo = { ...segmenter.echo, headed };
  letGo(segmenter, keep, heading);
}

/** Ends the text. */
export function finish(segmenter: Segmenter): void {
  closeSegment(segmenter);
  const { lone, options } = segmenter;
  letGo(segmenter, 0, lone ? nameInLine(lone, options.holdsHostName === true) : undefined);
}

function letGo(segmenter: Segmenter, keep: number, heading: HeadingAbove | undefined): void {
  const lines = segmenter.waiting.splice(0, segmenter.waiting.length - keep);
  if (heading !== undefined) nameBelow(segmenter, heading);
  const refusal = segmenter.awaitsAnswer ? refusalIn(lines, segmenter.echo) : undefined;
  if (lines.some(({ text }) => text.trim() !== "")) segmenter.awaitsAnswer = false;
  segmenter.ready.push(...unrelatedPassages(lines, segmenter.echo, { refusal, heading }));
}

/** Names the host of what follows. */
export function nameBelow(segmenter: Segmenter, { host }: Pick<HeadingAbove, "host">): void {
  const marker = { class: "banner", command: null, isWithin: true } as const;
  segmenter.echo = echoBelow(segmenter.echo, marker, host, {
    line: host.line ?? 0,
    isTimeFresh: segmenter.isTimeFresh,
  });
  segmenter.known.add(host.name.toUpperCase());
}

/**
 * True when a blank line stands behind each of the last lines, as in pastes whose line ends were doubled: there a line
 * that was blank before has become several.
 */
export function isDoubleSpaced(parts: readonly Mended[]): boolean {
  const last = parts.slice(-LAST_LINES);
  const isApart = (part: Mended, at: number) =>
    isOneLine(part) && (isBlank(part) || at === 0 || isBlank(last[at - 1] ?? part));
  return last.filter((part) => !isBlank(part)).length > 1 && last.every(isApart);
}

export function isBlank(part: Mended): boolean {
  return "pieces" in part && part.text.trim() === "";
}

function isOneLine(part: Mended): boolean {
  return "pieces" in part || part.lines === 1;
}
