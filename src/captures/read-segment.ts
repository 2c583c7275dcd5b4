import {
  type AnyGrammar,
  type CaptureKind,
  type Diagnostic,
  grammars,
  type LineClass,
  type PrintedHost,
  placeOf,
  type Reading,
} from "../../grammar/index.ts";
import { type DateOrder, isDoubtful, isoTime, type Stamp } from "../../grammar/markers/index.ts";
import type { AnyCapture } from "./capture.ts";
import { type Attribution, captureTime, knownTime } from "./collectors/index.ts";
import type { HostMention } from "./host-names.ts";
import { collectorMention, ownName } from "./own-name.ts";
import type { Segment } from "./segments/index.ts";

/** A capture of which it may still turn out what names its host. */
export type NewCapture = AnyCapture & { named: AnyCapture["named"] };

/** What a segment turned out to be. */
export interface ReadSegment {
  /** One for each host whose records stand in the segment; none when it was something else. */
  readonly captures: readonly NewCapture[];
  /** The hosts that the segment names itself. */
  readonly names: readonly HostMention[];
  readonly classes: readonly LineClass[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of the source when the segment is read. */
export interface Around {
  readonly attribution: Attribution | undefined;
  /** How many captures of each kind stand above it. */
  readonly read: ReadonlyMap<CaptureKind, number>;
}

/** Reads a segment with its grammar; a segment that its grammar does not recognise after all leaves unrelated lines. */
export function readSegment(passage: Segment, source: string, { attribution, read }: Around): ReadSegment {
  const { kind, text } = passage;
  const grammar: AnyGrammar | undefined = grammars.find((candidate) => candidate.kind === kind);
  const known = attribution?.command ?? attribution?.commands?.[read.get(kind) ?? 0];
  const command = passage.command ?? (known !== undefined && grammar?.answers(known) ? known : null);
  const reading: Reading<unknown, unknown> | undefined = grammar?.read(text, { command });
  if (reading === undefined || !reading.recognised) {
    const classes = reading?.classes.map((found): LineClass => (found === "blank" ? "blank" : "unrelated")) ?? [];
    return { captures: [], names: namesIn([reading?.host]), classes, diagnostics: reading?.diagnostics ?? [] };
  }
  const { classes, diagnostics, locale, host } = reading;
  const last = classes.findLastIndex((found) => found !== "unrelated" && found !== "blank");
  const place = { line: placeOf(text.runs, 0).line, endLine: placeOf(text.runs, Math.max(0, last)).line };
  const provenance = {
    source,
    headed: passage.headed,
    collectorNames: attribution?.host === undefined ? null : collectorMention(attribution.host),
    command,
    time: timeOf(passage.time, source, attribution),
    phase: passage.phase ?? attribution?.phase ?? null,
    collector: attribution?.collector ?? null,
  };
  const { shares, onDemand } = reading;
  const common = { kind, ...provenance, ...place, locale };
  // The registry ties the kind to its records and traits; the compiler can't follow that through `find`.
  const captures = shares?.map(({ host: own, records, traits }) => {
    return { ...common, named: nameOf(own), records, traits } as NewCapture;
  });
  const whole = {
    ...common,
    named: nameOf(host),
    traits: reading.traits,
    ...(onDemand && { onDemand }),
    get records() {
      return reading.records;
    },
  };
  return {
    captures: captures ?? [whole as NewCapture],
    names: namesIn(shares?.map((share) => share.host) ?? [host]),
    classes,
    diagnostics,
  };
}

function nameOf(host: PrintedHost | undefined): HostMention | null {
  return (host && ownName(host)) ?? null;
}

function namesIn(hosts: readonly (PrintedHost | undefined)[]): readonly HostMention[] {
  return hosts.flatMap((host) => (host && ownName(host)) ?? []);
}

/** The time that is printed, else that of the file. Null where day and month of the one that is printed are in doubt. */
function timeOf(stamp: Stamp | null, source: string, attribution: Attribution | undefined): string | null {
  const known = knownTime(source, attribution);
  if (stamp === null) return captureTime(null, known);
  const time = isoTime(stamp, orderOn(stamp, known?.time));
  return time === undefined && isDoubtful(stamp) ? null : captureTime(time ?? stamp.clock, known);
}

/** The order in which the stamp is of the day of its file. */
function orderOn({ day }: Stamp, time: string | undefined): DateOrder | null {
  if (day === null || time === undefined) return null;
  if (time.startsWith(day.monthFirst)) return "monthFirst";
  return time.startsWith(day.dayFirst) ? "dayFirst" : null;
}
