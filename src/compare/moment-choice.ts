import { type AnyCapture, isTableKind } from "../captures/index.ts";
import { compareBy, goesBy, inOrderOfTime } from "../hosts/index.ts";
import type { CaptureReport, HostReport, ReportPlace } from "../report/index.ts";
import { tableSeries } from "./table-series.ts";

/** To which of two moments the captures of a report belong; those that are not in it are left out of both. */
export type MomentChoice = ReadonlyMap<string, MomentOf>;

/** `both`: a capture that says what is so at either moment, such as the version of Windows. */
export type MomentOf = "before" | "after" | "both";

/** Settings that one text holds twice are those before and after a change, as whoever changes them logs them. */
const loggedTwice: ReadonlySet<CaptureReport["kind"]> = new Set(["tcpGlobal", "netOffloadGlobalSetting"]);

/**
 * The two moments of each host that was captured more than once: phases of a collector's run before and after what was
 * looked into; else the first and the last netstat table, and of other captures the first and the last of a kind where
 * their order is known: by their times, or for settings by the text that holds them all. A kind of capture that was not made at both of them counts for both: nothing tells of a change.
 * Hosts of one moment are left out.
 */
export function momentChoice(hosts: readonly HostReport[]): MomentChoice {
  return new Map(hosts.flatMap((host) => [...(byPhase(host) ?? byOrder(host) ?? [])]));
}

/** True where a host was captured more than once, so that its moments can be compared. */
export function hasMoments(hosts: readonly HostReport[]): boolean {
  return momentChoice(hosts).size > 0;
}

/** The moment of a capture, or of the report of one; undefined where it is left out. */
export function momentOf(choice: MomentChoice, capture: AnyCapture | CaptureReport): MomentOf | undefined {
  return choice.get(keyOf(capture.kind, capture));
}

function byPhase({ captures }: HostReport): MomentChoice | undefined {
  const phased = inPhases(captures);
  const [first] = phased;
  if (first === undefined) return undefined;
  const momentIn = (capture: CaptureReport): MomentOf =>
    compareBy("phase", first, capture) === 0 ? "before" : "after";
  const kindsOf = (moment: MomentOf) =>
    new Set(phased.flatMap((capture) => (momentIn(capture) === moment ? [capture.kind] : [])));
  const [before, after] = [kindsOf("before"), kindsOf("after")];
  const twice = new Set([...before].filter((kind) => after.has(kind)));
  if (twice.size === 0) return undefined;
  return new Map([
    ...phased.filter(({ kind }) => twice.has(kind)).map((one) => [keyOf(one.kind, one), momentIn(one)] as const),
    // A collector does not ask for everything twice: what it asked once is what there is to know at either moment.
    ...captures.filter(({ kind }) => !twice.has(kind)).map((one) => [keyOf(one.kind, one), "both"] as const),
  ]);
}

/** The captures of phases before and after, the earlier ones first; none where all are of one phase. */
function inPhases(captures: readonly CaptureReport[]): readonly CaptureReport[] {
  const phased = captures.filter((one) => goesBy("phase", one)).sort((a, b) => compareBy("phase", a, b));
  const [first] = phased;
  const last = phased.at(-1);
  return first !== undefined && last !== undefined && compareBy("phase", first, last) < 0 ? phased : [];
}

function byOrder(host: HostReport): MomentChoice | undefined {
  const { captures } = host;
  const ends = endsOf(tableSeries(host).tables);
  const choice = new Map<string, MomentOf>();
  let isTwice = ends !== undefined;
  for (const [end, place] of ends ?? []) choice.set(keyOf("netstat", place), end);
  for (const kind of new Set(captures.map((capture) => capture.kind))) {
    const all = captures.filter((capture) => capture.kind === kind);
    const isTable = isTableKind(kind);
    if (isTable && ends !== undefined) continue;
    const found = isTable ? undefined : (endsOf(inOrderOfTime(all)) ?? endsOf(inOrderOfText(all)));
    isTwice ||= found !== undefined;
    for (const [end, place] of found ?? all.map((capture) => ["both", capture] as const)) {
      choice.set(keyOf(kind, place), end);
    }
  }
  return isTwice ? choice : undefined;
}

/** Settings in the order of the text that holds all of them, where no time tells another one. */
function inOrderOfText(captures: readonly CaptureReport[]): readonly CaptureReport[] {
  const [first] = captures;
  if (first === undefined || !loggedTwice.has(first.kind)) return [];
  const isOneText = captures.every(({ source, time }) => source === first.source && time === null);
  return isOneText ? captures : [];
}

function endsOf<P extends ReportPlace>(inOrder: readonly P[]): readonly (readonly [MomentOf, P])[] | undefined {
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  return [
    ["before", first],
    ["after", last],
  ];
}

/** Tables are told apart by their places alone. */
function keyOf(kind: CaptureReport["kind"], { source, line }: ReportPlace): string {
  return `${isTableKind(kind) ? "table" : kind}\n${line}\n${source}`;
}
