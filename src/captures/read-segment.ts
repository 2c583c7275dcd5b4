import { type AnyGrammar, grammars, type LineClass, placeOf, type Reading } from "../../grammar/index.ts";
import { type DateOrder, isDoubtful, isoTime, type Stamp } from "../../grammar/markers/index.ts";
import type { AnyCapture } from "./capture.ts";
import { type Attribution, captureTime } from "./collectors/index.ts";
import { collectorMention, mention } from "./own-name.ts";
import type { Segment } from "./segments/index.ts";

/** Reads a segment with its grammar; a segment that its grammar does not recognise after all leaves unrelated lines. */
export function readSegment(passage: Segment, source: string, attribution: Attribution | undefined) {
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
    time: timeOf(passage.time, attribution),
    phase: passage.phase ?? attribution?.phase ?? null,
    collector: attribution?.collector ?? null,
  };
  // The registry ties the kind to its records and traits; the compiler can't follow that through `find`.
  const capture = { kind, ...provenance, ...place, locale, records, traits } as AnyCapture;
  return { capture, nameAlone: undefined, classes, diagnostics };
}

/** The time that is printed, else that of the file. Null where day and month of the one that is printed are in doubt. */
function timeOf(stamp: Stamp | null, attribution: Attribution | undefined): string | null {
  if (stamp === null) return captureTime(null, attribution);
  const time = isoTime(stamp, orderOn(stamp, attribution?.time));
  return time === undefined && isDoubtful(stamp) ? null : captureTime(time ?? stamp.clock, attribution);
}

/** The order in which the stamp is of the day of its file. */
function orderOn({ day }: Stamp, time: string | undefined): DateOrder | null {
  if (day === null || time === undefined) return null;
  if (time.startsWith(day.monthFirst)) return "monthFirst";
  return time.startsWith(day.dayFirst) ? "dayFirst" : null;
}
