import { LARGE_SAMPLE } from "../facts/thresholds.ts";
import { detached } from "../text/index.ts";
import type { EligibleRatio, HostSummary, Snapshot } from "./connection-report.ts";
import { type EligibleNumbers, wilson } from "./ratio.ts";

/** What a statement is made of: the numbers of a table. */
export interface Stated
  extends Pick<
    Snapshot,
    "hasOffloadState" | "connections" | "raw" | "excluded" | "notCounted" | "unreadRows" | "maskedRows"
  > {
  readonly eligible: EligibleNumbers;
}

/** Above this share of connections on their way, the table caught the host in the middle of a change. */
const UNSETTLED = 0.1;

/** Why rows are not eligible, in the words of a sentence. */
const reasons: { readonly [K in keyof Snapshot["excluded"]]: string } = {
  noConnection: "listening or without a connection",
  setup: "being set up",
  timeWait: "in TIME_WAIT",
  loopback: "loopback",
  sameHost: "within the host",
  halfClosed: "half closed",
  closing: "closing",
  unknownState: "in an unknown state",
};

/**
 * What a table says about offloading, in words that claim no more than its numbers do: always a share of connections,
 * never of traffic. A single sentence has no full stop, several have one each.
 */
export function statement(table: Stated): string {
  return joined(sentences(table));
}

/** The numbers of the eligible connections together with the statement. */
export function stated(table: Stated): EligibleRatio {
  const { offloaded, inHost, transitional, total, ratio, interval, envelope } = table.eligible;
  return { offloaded, inHost, transitional, total, ratio, interval, envelope, statement: detached(statement(table)) };
}

/** The same with what the captured settings say about a table in which nothing is offloaded. */
export function statementWithSettings(table: Stated, settings: HostSummary["settings"]): string {
  const explanation = explainZero(table, settings);
  return joined(explanation === undefined ? sentences(table) : [...sentences(table), explanation]);
}

/**
 * What to make of it that no eligible connection is offloaded, by the captured settings; undefined when one is, or when
 * there is none. InHost alone never proves that Chimney is off.
 */
export function explainZero(
  table: Pick<Stated, "raw" | "eligible">,
  settings: HostSummary["settings"],
): string | undefined {
  const { raw, eligible } = table;
  if (eligible.offloaded > 0 || eligible.total === 0) return undefined;
  const nothingSeen = raw.offloaded + raw.transitional === 0;
  const { chimneyOffload } = settings;
  if (chimneyOffload === undefined) {
    if (Object.keys(settings).length === 0) {
      return "InHost does not prove that Chimney is off: capture netsh int tcp show global";
    }
    return nothingSeen
      ? "The captured settings have no line for Chimney; if they are complete, this Windows no longer has it, and every connection is InHost"
      : undefined;
  }
  if (chimneyOffload === "disabled") {
    return nothingSeen ? "With Chimney off, every connection stays InHost" : undefined;
  }
  if (chimneyOffload === "automatic") {
    return "In automatic mode this is expected unless a 10 Gbps adapter carries long transfers with a delay under 20 ms";
  }
  if (chimneyOffload !== "enabled" || eligible.ratio === null) return undefined;
  return `The captured settings show Chimney enabled, however; if these connections are typical, the true share is very likely below ${ceiling(eligible.total)}`;
}

function sentences(table: Stated): readonly string[] {
  const { hasOffloadState, connections, raw, eligible } = table;
  if (!hasOffloadState && raw.total === 0) {
    return [
      ...unreadText(table),
      "The table has no Offload State column, so it does not show which connections are offloaded",
      "Capture netstat -nato",
    ];
  }
  const share = eligible.total === 0 ? withoutRatio(table) : shareText(eligible);
  return [
    ...unreadText(table),
    // What could not be read is not absent: of a table without other rows nothing more is said.
    ...(connections.total === 0 && table.unreadRows !== undefined ? [] : [share]),
    ...(isUnsettled(eligible) ? [unsettled(eligible)] : []),
    ...maskedText(table),
  ];
}

function unreadText({ unreadRows }: Stated): readonly string[] {
  return unreadRows === undefined ? [] : [`${unreadRows} ${unreadRows === 1 ? "row" : "rows"} could not be read`];
}

function maskedText({ maskedRows, eligible }: Stated): readonly string[] {
  if (maskedRows === undefined || eligible.total + eligible.transitional === 0) return [];
  const rows = maskedRows === 1 ? "1 row has" : `${maskedRows} rows have`;
  return [
    `${rows} a masked or missing address or port, so connections within this host can't be told apart among them`,
  ];
}

/** A share of eligible connections in words, with its counts; there has to be one at least. */
export function shareText({ offloaded: k, total: n, ratio }: EligibleNumbers): string {
  const counts = `${k} of ${n} eligible ${n === 1 ? "connection" : "connections"} ${k === 1 || n === 1 ? "is" : "are"} offloaded`;
  if (ratio === null) return `${counts}; too few for a percentage`;
  const small = n < LARGE_SAMPLE ? "small sample, " : "";
  return `${counts} (${percentage(k, n)} %, ${small}${interval(k, n)} %)`;
}

function withoutRatio({ connections, raw, eligible, excluded, notCounted }: Stated): string {
  const counted = Object.entries(reasons).map(([reason, words]) => {
    // The entries of `reasons` have exactly the keys of `excluded`.
    return [excluded[reason as keyof typeof excluded], words] as const;
  });
  const uncounted = [
    [eligible.transitional, "changing state"],
    [notCounted.unknownOffload, "without a known offload state"],
    [notCounted.duplicate, "repeated"],
  ] as const;
  const why = [...counted, ...uncounted].filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const tcp = raw.total + notCounted.unknownOffload + notCounted.duplicate;
  if (tcp === 0)
    return `No eligible connection, so no ratio: no TCP row was read in the table${udpOnly(connections.udp)}`;
  return `No eligible connection, so no ratio: of ${tcp} TCP ${tcp === 1 ? "row" : "rows"} ${why.join(", ")}`;
}

function udpOnly(udp: number): string {
  return udp === 0 ? "" : `, only ${udp} UDP`;
}

function isUnsettled({ transitional, total }: EligibleNumbers): boolean {
  return transitional > UNSETTLED * (total + transitional);
}

function unsettled({ transitional, total }: EligibleNumbers): string {
  return `${transitional} of ${total + transitional} ${transitional === 1 ? "is" : "are"} changing state, so the table is unsettled: capture another one`;
}

/** The share in percent, never rounded to nothing or everything when it is not. */
function percentage(k: number, n: number): string {
  const digits = digitsFor(n);
  const step = 10 ** -digits;
  const value = (k / n) * 100;
  if (k > 0 && value < step) return `under ${step}`;
  if (k < n && value > 100 - step) return `over ${100 - step}`;
  return value.toFixed(digits);
}

/** The ends of the interval in percent, never rounded so that it shrinks to nothing at 0 or at 100. */
function interval(k: number, n: number): string {
  const digits = digitsFor(n);
  const step = 10 ** -digits;
  const [low, high] = wilson(k, n);
  return `${Math.min(low * 100, 100 - step).toFixed(digits)}–${Math.max(high * 100, step).toFixed(digits)}`;
}

/** The upper end of the interval when none of n is offloaded, rounded up because it is given as a bound. */
function ceiling(n: number): string {
  const digits = digitsFor(n);
  const [, high] = wilson(0, n);
  return `${(Math.ceil(high * 100 * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
}

function digitsFor(n: number): number {
  return n < LARGE_SAMPLE ? 0 : 1;
}

function joined(parts: readonly string[]): string {
  return parts.length === 1 ? parts.join("") : parts.map((part) => `${part}.`).join(" ");
}
