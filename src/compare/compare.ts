import type { AnyCapture } from "../captures/index.ts";
import { type HostReport, SCHEMA_VERSION, VERSION } from "../report/index.ts";
import type { Comparison } from "./comparison.ts";
import { hostComparison } from "./host-comparison.ts";
import { type MomentChoice, momentChoice, momentOf } from "./moment-choice.ts";
import { type Paired, type Pairing, paired, pairedByKey, unpaired } from "./pairs.ts";
import { capturedSide, comparedSide, type ReadCaptures, type Side } from "./side.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

/**
 * Rules about how the captures lie in time. Of one moment they tell nothing of the host: what was captured once counts for
 * both moments, however far from either.
 */
const OF_TIME = ["captures-not-contemporaneous"];

/** Two lots of captures, each as a whole: what is different about the hosts that both have. */
export function compareSides(before: Side, after: Side, pairing: Pairing = "asNamed"): Comparison {
  const pairs = paired(hostsOf(before), hostsOf(after), pairing);
  return comparison("sides", before, after, pairs, () => null);
}

/**
 * Two moments of the captures of one lot. They are read three times, so `read` has to open the same captures each time:
 * once for which moments there are, then those of either moment, as if the others had not been captured.
 */
export async function compareMomentsOf(label: string, read: ReadCaptures): Promise<Comparison> {
  const whole = await capturedSide(label, read);
  const choice = momentChoice(whole.report.hosts);
  const sideOf = (moment: "before" | "after") =>
    capturedSide(label, read, { takes: (capture) => isOf(choice, capture, moment) }).then(ofOneMoment);
  const [before, after] = [await sideOf("before"), await sideOf("after")];
  const { hosts } = whole.report;
  const once = hosts.filter(({ captures }) => captures.every((capture) => momentOf(choice, capture) === undefined));
  const wholes = new Map(hosts.flatMap((host) => keysOf(host).map((key) => [key, host])));
  const wholeOf = (host: HostReport) => wholes.get(keysOf(host)[0] ?? "");
  const keyOf = (host: HostReport) => keysOf(wholeOf(host) ?? host)[0] ?? "";
  const found = pairedByKey(before.report.hosts, after.report.hosts, keyOf, keyOf);
  return comparison(
    "moments",
    before,
    after,
    { ...found, onlyBefore: once.map(unpaired), onlyAfter: once.map(unpaired) },
    (host) => timelineOf(wholeOf(host) ?? host),
  );
}

function comparison(
  of: Comparison["of"],
  before: Side,
  after: Side,
  { pairs, onlyBefore, onlyAfter }: Paired,
  timeline: (host: HostReport) => Timeline | null,
): Comparison {
  const tables = { before: before.tables, after: after.tables };
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "chimneysweep", version: VERSION },
    of,
    before: comparedSide(before),
    after: comparedSide(after),
    hosts: pairs.map((pair) => hostComparison(pair, tables, timeline(pair.after))),
    onlyBefore,
    onlyAfter,
  };
}

function hostsOf({ label, report }: Side) {
  return { label, hosts: report.hosts };
}

function ofOneMoment({ report, ...side }: Side): Side {
  const hosts = report.hosts.map((host) => ({
    ...host,
    findings: host.findings.filter(({ rule }) => !OF_TIME.includes(rule)),
  }));
  return { ...side, report: { ...report, hosts } };
}

function isOf(choice: MomentChoice, capture: AnyCapture, side: "before" | "after"): boolean {
  const moment = momentOf(choice, capture);
  return moment === "both" || moment === side;
}

/** What a host of one lot is known by: its name, or each of its captures, some of which one moment may lack. */
function keysOf({ host, captures }: HostReport): readonly string[] {
  if (host !== null) return [host.toUpperCase()];
  return captures.map(({ kind, source, line }) => `\n${kind}\n${line}\n${source}`);
}
