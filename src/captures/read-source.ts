import {
  type CaptureKind,
  type Diagnostic,
  diagnostic,
  type LineClass,
  type Place,
  type SegmentText,
} from "../../grammar/index.ts";
import { mend, type Source, type TextBlock } from "../text/index.ts";
import type { AnyCapture } from "./capture.ts";
import { decided, emptyTimes, noteOrder, type ReadCapture, withTimes } from "./capture-times.ts";
import type { HostMention, NameClaim } from "./host-names.ts";
import {
  type ClassifiedLine,
  closeBook,
  emptyBook,
  type Ledger,
  noteLines,
  noteSegment,
  settledLines,
} from "./ledger.ts";
import { collectorMention, nameConflicts } from "./own-name.ts";
import { readSegment } from "./read-segment.ts";
import { segment } from "./segments/index.ts";
import { bytesOf, NO_CAPTURE, type ReadingProgress, textOf } from "./source-text.ts";

/** ok: read whole · partial: some of it could not be read · skipped: not for us · failed: could not be opened or read. */
export type SourceStatus = "ok" | "partial" | "skipped" | "failed";

export interface SourceReport {
  readonly name: string;
  readonly status: SourceStatus;
  /** Why the status is not ok; null when it is. */
  readonly reason: string | null;
  readonly bytes: number;
  /** In the order in which they first occur. Plain ASCII counts as utf-8. */
  readonly encodings: readonly string[];
  readonly lines: number;
  readonly ledger: Ledger;
}

export interface ReadOptions {
  /** Code page of what is neither UTF-8 nor UTF-16, when the guess is wrong. */
  readonly encoding?: string;
  /** Reads everything that is not blank, prompt or banner as this kind of capture. */
  readonly as?: CaptureKind;
}

/** What becomes of a source's captures and diagnostics while it is read, in order. */
export interface Reader {
  /** `text` is what the capture was read from. */
  capture(capture: AnyCapture, text: SegmentText): void | Promise<void>;
  /** Everything in the source that names a host, and what its collector's names of files tell (`isCollectors`). */
  named(claim: NameClaim, by: "text" | "collector"): void;
  diagnostic(found: Diagnostic): void;
  /** True for the beginning of a report of this program itself, which is not read. */
  isOwnOutput(text: string): boolean;
  /** What became of lines, each told once, in the order in which they are read: mixed answers one host after the other. */
  lines?(lines: readonly ClassifiedLine[]): void;
  /** The text as decoded, block by block, before anything is undone in it. */
  text?(text: string): void;
  /**
   * The lines as they were read, with what wrapped and mangled them undone, and what became of each. The kind is that of
   * the capture whose lines they are, null outside of captures.
   */
  passage?(lines: readonly string[], classes: readonly LineClass[], kind: CaptureKind | null): void;
}

/** Names of files into which people write the output of `hostname`. */
const HOST_NAME_FILE = /(?:host|computer|server|machine)[-_ ]?name[^/!]*$/i;
const start: Place = { line: 1, column: 1 };

/** Reads one source from its bytes to its captures and says what became of each of its lines. Never throws on any bytes. */
export async function readSource(source: Source, options: ReadOptions, reader: Reader): Promise<SourceReport> {
  const say = (found: Diagnostic) => {
    if (mayBeSaid(found, source, progress)) reader.diagnostic(found);
  };
  // How the text of one file among many is encoded matters once there is a capture in it.
  const held: Diagnostic[] = [];
  const sayOfText = (found: Diagnostic) => {
    if (captures > 0 || source.isOneOfMany === undefined) say(found);
    else held.push(found);
  };
  const progress: ReadingProgress = {
    bytes: 0,
    lines: 0,
    encodings: new Set(),
    refusal: undefined,
    fault: undefined,
    attribution: undefined,
    read: new Map(),
    otherOutput: undefined,
  };
  const conflicts = new Set<string>();
  for (const { code, message, excerpt } of source.remarks ?? []) say(diagnostic(code, message, start, excerpt));
  const book = emptyBook(reader.lines === undefined ? "counted" : "readAlong");
  const holdsHostName = HOST_NAME_FILE.test(source.name);
  const times = emptyTimes();
  const handOn = async (ready: readonly ReadCapture[]) => {
    for (const one of ready) await reader.capture(one.capture, one.text);
  };
  let captures = 0;
  // The name that a capture printed holds for what follows, until a marker names one.
  let printed = null as HostMention | null;
  const claim = (mention: HostMention, by: "text" | "collector") =>
    reader.named({ ...mention, source: source.name }, by);
  const bytes = await bytesOf(source, options, progress);
  const text =
    bytes &&
    seen(textOf(source, bytes, options, progress, { isOwnOutput: reader.isOwnOutput, say: sayOfText }), reader);
  // Of most files of a bundle nothing is read: then nothing is put together to read it with.
  for await (const passage of text === undefined ? [] : segment(mend(text), { ...options, holdsHostName })) {
    reader.lines?.(settledLines(book));
    noteOrder(times, passage);
    if ("class" in passage) {
      noteLines(book, passage.lines, passage.class);
      reader.passage?.(
        passage.lines.map(({ text }) => text),
        passage.lines.map(() => passage.class),
        null,
      );
      passage.diagnostics?.forEach(say);
      if (passage.named !== undefined) claim(passage.named, "text");
      continue;
    }
    const { captures: read, classes, diagnostics, names } = readSegment(passage, source.name, progress);
    if (read.length > 0) progress.read.set(passage.kind, (progress.read.get(passage.kind) ?? 0) + 1);
    noteSegment(book, passage.text, classes);
    reader.passage?.(passage.text.text.split("\n", classes.length), classes, read.length > 0 ? passage.kind : null);
    diagnostics.forEach(say);
    for (const own of names) claim(own, "text");
    // What came from another computer says nothing of what follows.
    printed = names.findLast(({ reach }) => reach === "source") ?? printed;
    const isPrinted = printed !== null && (printed.line ?? 0) >= passage.since;
    const around = isPrinted ? printed : passage.host;
    for (const one of read) {
      captures += 1;
      held.splice(0).forEach(say);
      one.named ??= around;
      nameConflicts(one, progress.attribution, conflicts).forEach(say);
      await handOn(withTimes(times, { capture: one, text: passage.text }, one.time === null ? passage.time : null));
    }
  }
  const last = decided(times);
  await handOn(last.captures);
  if (last.doubt !== undefined) say(last.doubt);
  const { attribution } = progress;
  if (attribution?.host !== undefined) claim(collectorMention(attribution.host), "collector");
  const ledger = closeBook(book);
  reader.lines?.(settledLines(book));
  return {
    name: source.name,
    ...statusOf(source, progress, captures, reader),
    bytes: progress.bytes,
    encodings: [...progress.encodings],
    lines: progress.lines,
    ledger,
  };
}

/** The same blocks; the reader sees their text as they go by. */
async function* seen(blocks: AsyncIterable<TextBlock>, reader: Reader): AsyncGenerator<TextBlock> {
  for await (const block of blocks) {
    reader.text?.(block.text);
    yield block;
  }
}

function statusOf(
  { isOneOfMany }: Source,
  progress: ReadingProgress,
  captures: number,
  reader: Reader,
): Pick<SourceReport, "status" | "reason"> {
  if (progress.fault !== undefined) {
    const { code, message } = progress.fault;
    const sentence = code === "source-unreadable" ? `The source could not be read: ${message}` : `${message}.`;
    reader.diagnostic(diagnostic(code, sentence, start));
    return { status: captures > 0 ? "partial" : "failed", reason: message };
  }
  if (progress.refusal !== undefined) {
    if (progress.refusal.found !== undefined) reader.diagnostic(progress.refusal.found);
    return { status: "skipped", reason: progress.refusal.reason };
  }
  if (progress.bytes === 0) {
    if (isOneOfMany === undefined) reader.diagnostic(diagnostic("source-empty", "The source is empty.", start));
    return { status: "skipped", reason: "empty" };
  }
  if (captures > 0) return { status: "ok", reason: null };
  const other = isOneOfMany === true ? undefined : progress.otherOutput;
  return { status: "skipped", reason: other?.message ?? NO_CAPTURE };
}

/** Other output is told once a source, and in a bundle not at all: collectors gather it on purpose. */
function mayBeSaid(found: Diagnostic, { isOneOfMany }: Source, progress: ReadingProgress): boolean {
  if (found.code !== "other-output") return true;
  const isFirst = progress.otherOutput === undefined;
  progress.otherOutput ??= found;
  return isFirst && isOneOfMany !== true;
}
