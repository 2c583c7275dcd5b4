import { LARGE_SAMPLE } from "../facts/thresholds.ts";
import type { Group, ReportPlace } from "../report/index.ts";
import { printable } from "./printable.ts";

/** Stands where there is no figure: too few connections, or nothing known. */
export const NONE = "–";

/** All connections counted, those on their way too: the total of a share leaves them out. */
export function allOf({
  offloaded,
  inHost,
  transitional,
}: Pick<Group, "offloaded" | "inHost" | "transitional">): number {
  return offloaded + inHost + transitional;
}

/** A share in percent, with the decimals that its number of connections is worth. */
export function percent(ratio: number | null, total: number): string {
  if (ratio === null) return NONE;
  return `${(ratio * 100).toFixed(total < LARGE_SAMPLE ? 0 : 1)} %`;
}

/** The interval of a share as our statements print it, behind the share. */
const INTERVAL = /(\d %, (?:small sample, )?)(?=[\d.]+–[\d.]+ %\))/g;

/** A statement of ours with its interval called what it is. */
export function withLabels(statement: string): string {
  return statement.replace(INTERVAL, "$195 % interval ");
}

export { counted } from "../facts/in-words.ts";

/** `source:line`, or the range of lines where there is an end. */
export function placeText({ source, line }: ReportPlace, endLine = line): string {
  return `${printable(source)}:${line}${endLine > line ? `–${endLine}` : ""}`;
}

/** A thing and its number, one after the other: `ESTABLISHED 20, LISTENING 10`; nothing that is not there. */
export function tally(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${printable(name)} ${number}`)
    .join(", ");
}
