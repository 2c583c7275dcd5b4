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
} from "../grammar/index.ts";
import { type Attribution, isSameHost } from "./collectors/index.ts";
import type { AnyCapture } from "./evidence.ts";
import { closeBook, emptyBook, noteLines, noteSegment } from "./ledger.ts";
import { mend } from "./mend.ts";
import type { SourceReport } from "./report.ts";
import { type Segment, segment } from "./segment.ts";
import { type Progress, type Source, textOf, UnreadableSource } from "./source-text.ts";

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
  diagnostic(found: Diagnostic): void;
}

const start: Place = { line: 1, column: 1 };

/** Reads one source from its bytes to its captures and says what became of each of its lines. Never throws on any bytes. */
export async function readSource(source: Source, options: ReadOptions, reader: Reader): Promise<SourceReport> {
  const say = (found: Diagnostic) => reader.diagnostic(found);
  const progress: Progress = {
    bytes: 0,
    lines: 0,
    encodings: new Set(),
    refusal: undefined,
    attribution: undefined,
  };
  const conflicts = new Set<string>();
  const book = emptyBook();
  let captures = 0;
  let failure: string | undefined;
  try {
    for await (const passage of segment(mend(textOf(source, options, progress, say)), options)) {
      if ("class" in passage) {
        noteLines(book, passage.lines, passage.class);
        continue;
      }
      const { capture, classes, diagnostics } = read(passage, source.name, progress.attribution);
      noteSegment(book, passage.text, classes);
      for (const found of diagnostics) reader.diagnostic(found);
      if (capture === undefined) continue;
      captures += 1;
      noteConflict(passage, capture.line, progress.attribution, conflicts, say);
      await reader.capture(capture, passage.text);
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    failure = error.message;
    const message = error.code === "source-unreadable" ? `The source could not be read: ${failure}` : `${failure}.`;
    say(diagnostic(error.code, message, start));
  }
  const ledger = closeBook(book);
  return {
    name: source.name,
    ...statusOf(progress, captures, failure, reader),
    bytes: progress.bytes,
    encodings: [...progress.encodings],
    // After a failure the lines that were read and accounted for are the lines there are.
    lines: failure === undefined ? progress.lines : Object.values(ledger).reduce((sum, count) => sum + count, 0),
    ledger,
  };
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
    return { capture: undefined, classes, diagnostics: reading?.diagnostics ?? [] };
  }
  const { classes, diagnostics, locale, records, traits } = reading;
  const last = classes.findLastIndex((found) => found !== "unrelated" && found !== "blank");
  const place = { line: placeOf(text.runs, 0).line, endLine: placeOf(text.runs, Math.max(0, last)).line };
  const provenance = {
    source,
    host: passage.host ?? attribution?.host?.name ?? null,
    command,
    time: passage.time ?? attribution?.time ?? null,
    phase: attribution?.phase ?? null,
    collector: attribution?.collector ?? null,
  };
  // The registry ties the kind to its records and traits; the compiler can't follow that through `find`.
  const capture = { kind, ...provenance, ...place, locale, records, traits } as AnyCapture;
  return { capture, classes, diagnostics };
}

/** The text counts before the names of files and archives; where they differ, both are told, once for each pair. */
function noteConflict(
  { host }: Segment,
  line: number,
  attribution: Attribution | undefined,
  conflicts: Set<string>,
  say: (found: Diagnostic) => void,
): void {
  const named = attribution?.host;
  if (host === null || named === undefined || isSameHost(host, named.name) || conflicts.has(host)) return;
  conflicts.add(host);
  const message = `The text names the host ${host}, the ${named.by} ${named.name}. The capture is taken for one of ${host}; the file may have been copied or renamed.`;
  say(diagnostic("host-conflict", message, { line, column: 1 }, named.name));
}

function statusOf(
  progress: Progress,
  captures: number,
  failure: string | undefined,
  reader: Reader,
): Pick<SourceReport, "status" | "reason"> {
  if (failure !== undefined) return { status: captures > 0 ? "partial" : "failed", reason: failure };
  if (progress.refusal !== undefined) {
    if (progress.refusal.found !== undefined) reader.diagnostic(progress.refusal.found);
    return { status: "skipped", reason: progress.refusal.reason };
  }
  if (progress.bytes === 0) {
    reader.diagnostic(diagnostic("source-empty", "The source is empty.", start));
    return { status: "skipped", reason: "empty" };
  }
  return captures > 0 ? { status: "ok", reason: null } : { status: "skipped", reason: "no capture recognised" };
}
