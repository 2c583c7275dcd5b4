import {
  type AnyGrammar,
  type CaptureKind,
  type Diagnostic,
  diagnostic,
  grammars,
  type LineClass,
  type Place,
  placeOf,
  type Reading,
  type SegmentText,
} from "../../grammar/index.ts";
import type { TextBlock } from "../text/encodings/index.ts";
import { mend } from "../text/mends/index.ts";
import type { Source } from "../text/source.ts";
import type { AnyCapture } from "./capture.ts";
import { type Attribution, captureTime } from "./collectors/index.ts";
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
import { collectorMention, mention, nameConflicts, ownName } from "./own-name.ts";
import { type Segment, segment } from "./segments/index.ts";
import { bytesOf, NO_CAPTURE, type Progress, textOf } from "./source-text.ts";

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
  /** What became of lines, each told once and in their order; costs what it costs only where it is there. */
  lines?(lines: readonly ClassifiedLine[]): void;
  /** The text as decoded, block by block, before anything is undone in it. */
  text?(text: string): void;
}

const start: Place = { line: 1, column: 1 };

/** Reads one source from its bytes to its captures and says what became of each of its lines. Never throws on any bytes. */
export async function readSource(source: Source, options: ReadOptions, reader: Reader): Promise<SourceReport> {
  const say = (found: Diagnostic) => reader.diagnostic(found);
  // How the text of one file among many is encoded matters once there is a capture in it.
  const held: Diagnostic[] = [];
  const sayOfText = (found: Diagnostic) => {
    if (captures > 0 || source.isOneOfMany === undefined) say(found);
    else held.push(found);
  };
  const progress: Progress = {
    bytes: 0,
    lines: 0,
    encodings: new Set(),
    refusal: undefined,
    fault: undefined,
    attribution: undefined,
  };
  const conflicts = new Set<string>();
  for (const { code, message, excerpt } of source.remarks ?? []) say(diagnostic(code, message, start, excerpt));
  const book = emptyBook(reader.lines === undefined ? "counted" : "readAlong");
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
  for await (const passage of text === undefined ? [] : segment(mend(text), options)) {
    reader.lines?.(settledLines(book));
    if ("class" in passage) {
      noteLines(book, passage.lines, passage.class);
      passage.diagnostics?.forEach(say);
      if (passage.named !== undefined) claim(passage.named, "text");
      continue;
    }
    const { capture: read_, classes, diagnostics, nameAlone } = read(passage, source.name, progress.attribution);
    noteSegment(book, passage.text, classes);
    for (const found of diagnostics) reader.diagnostic(found);
    const own = read_ === undefined ? nameAlone : ownName(read_);
    if (own !== undefined) {
      printed = own;
      claim(own, "text");
    }
    if (read_ === undefined) continue;
    captures += 1;
    held.splice(0).forEach(say);
    const isPrinted = printed !== null && (printed.line ?? 0) >= passage.since;
    const capture: AnyCapture = { ...read_, named: isPrinted ? printed : passage.host };
    nameConflicts(capture, progress.attribution, conflicts).forEach(say);
    await reader.capture(capture, passage.text);
  }
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

/** Reads a segment with its grammar; a segment that its grammar does not recognise after all leaves unrelated lines. */
function read(passage: Segment, source: string, attribution: Attribution | undefined) {
  const { kind, text } = passage;
  const grammar: AnyGrammar | undefined = grammars.find((candidate) => candidate.kind === kind);
  const known = attribution?.command;
  const command = passage.command ?? (known !== undefined && grammar?.answers(known) ? known : null);
  const reading: Reading<unknown, unknown> | undefined = grammar?.read(text, { command });
  if (reading === undefined || !reading.recognised) {
    const classes = reading?.classes.map((found): LineClass => (found === "blank" ? "blank" : "unrelated")) ?? [];
    const { line } = placeOf(text.runs, 0);
    const traits = reading?.traits as Partial<{ readonly hostName: string | null }> | undefined; // only asked for a name
    const nameAlone = traits?.hostName ? mention(traits.hostName, "the line", line) : undefined;
    return { capture: undefined, nameAlone, classes, diagnostics: reading?.diagnostics ?? [] };
  }
  const { classes, diagnostics, locale, records, traits } = reading;
  const last = classes.findLastIndex((found) => found !== "unrelated" && found !== "blank");
  const place = { line: placeOf(text.runs, 0).line, endLine: placeOf(text.runs, Math.max(0, last)).line };
  const provenance = {
    source,
    named: null,
    collectorNames: attribution?.host === undefined ? null : collectorMention(attribution.host),
    command,
    time: captureTime(passage.time, attribution),
    phase: attribution?.phase ?? null,
    collector: attribution?.collector ?? null,
  };
  // The registry ties the kind to its records and traits; the compiler can't follow that through `find`.
  const capture = { kind, ...provenance, ...place, locale, records, traits } as AnyCapture;
  return { capture, nameAlone: undefined, classes, diagnostics };
}

function statusOf(
  { isOneOfMany }: Source,
  progress: Progress,
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
  return captures > 0 ? { status: "ok", reason: null } : { status: "skipped", reason: NO_CAPTURE };
}
