import type { Comparison, HostComparison, RatioChange, RatioSide } from "../../compare/index.ts";
import { LARGE_SAMPLE } from "../../facts/thresholds.ts";
import { allOf, NONE, percent } from "../figures.ts";
import { ranks } from "../markdown/blocks.ts";
import { type Part, tableOf } from "./part.ts";

const explained = new Map([
  ["Eligible", "eligible"],
  ["Offloaded", "offloaded"],
  ["In host", "in host"],
  ["On the way", "on the way"],
  ["95 % interval", "interval"],
]);

/** How the share of offloaded connections changed, and whether that is more than noise. */
export function sharePart({ ratio }: HostComparison, of: Comparison["of"]): Part {
  const rows = [rowOf("Before", ratio.before), rowOf("After", ratio.after)].filter((row) => row.length > 0);
  const heading = ["Eligible", "Offloaded", "In host", "On the way", "All", "Share", "95 % interval"];
  return {
    title: "Share",
    rank: ranks.ratio,
    sentences: [shareText(ratio, of), ...tablesText(ratio)],
    ...tableOf(heading, "lrrrrrr", rows, explained),
  };
}

/** The change of the share in a sentence that claims no more than the counts do. */
export function shareText(ratio: RatioChange, of: Comparison["of"]): string {
  const { before, after, difference, interval, outcome } = ratio;
  if (before === null || after === null)
    return `There is no netstat table ${sidesThat(before === null, after === null)}.`;
  if (!before.hasOffloadState || !after.hasOffloadState) {
    const sides = sidesThat(!before.hasOffloadState, !after.hasOffloadState);
    return `The netstat table ${sides} has no Offload State column, so the shares can't be compared.`;
  }
  const counts = `${countsText(before)} before, ${countsText(after)} after`;
  const settled = of === "moments" ? "" : ", if the load was the same";
  if (ratio.method === "mcnemar") return `${counts}. ${pairedText(ratio, settled)}`;
  if (difference === null || interval === null || outcome === "noShare") {
    return `${counts}: too few for percentages, so it is unknown whether that is more than noise.`;
  }
  if (before.offloaded === after.offloaded && before.total === after.total)
    return `The same as before: ${countsText(after)}.`;
  const digits = Math.min(before.total, after.total) < LARGE_SAMPLE ? 0 : 1;
  const [low, high] = interval.map((end) => endText(points(end, digits), difference, outcome));
  const change = `${counts}: ${points(difference, digits)} percentage points, 95 % interval ${low} to ${high}`;
  const verdict = outcome === "moreThanNoise" ? "That is more than noise" : "That is within noise: it may be chance";
  return `${change}. ${verdict}${outcome === "moreThanNoise" ? settled : ""}.`;
}

/** Of connections that are the same before and after it is known which ones moved; how many there are is what is judged. */
function pairedText({ probability, outcome }: RatioChange, settled: string): string {
  const test = `exact McNemar test, p ${(probability ?? 1) < 0.005 ? "< 0.01" : `= ${(probability ?? 1).toFixed(2)}`}`;
  return outcome === "moreThanNoise"
    ? `Most connections are the same ones, and more moved one way than the other (${test}): that is more than noise${settled}.`
    : `Most connections are the same ones; those that moved are too few, or went both ways, to show a trend (${test}).`;
}

function tablesText({ before, after }: RatioChange): readonly string[] {
  const places = [before, after].flatMap((side) => (side === null ? [] : [`${side.source}:${side.line}`]));
  return places.length === 0 ? [] : [`${places.length > 1 ? "Tables" : "Table"}: ${places.join(" and ")}`];
}

function rowOf(name: string, side: RatioSide | null): readonly string[] {
  if (side === null) return [];
  const { offloaded, inHost, transitional, total, ratio, interval } = side;
  if (!side.hasOffloadState) return [name, NONE, NONE, NONE, NONE, NONE, NONE];
  const ends = interval === null ? NONE : interval.map((end) => percent(end, total)).join(" – ");
  const counts = [offloaded, inHost, transitional, allOf(side)].map(String);
  const share = total === 0 ? NONE : `${offloaded} of ${total}${ratio === null ? "" : `, ${percent(ratio, total)}`}`;
  return [name, ...counts, share, ends];
}

function countsText({ offloaded, total, ratio }: RatioSide): string {
  return `${offloaded} of ${total} offloaded${ratio === null ? "" : ` (${percent(ratio, total)})`}`;
}

function points(share: number, digits: number): string {
  const text = (share * 100).toFixed(digits);
  return Number(text) > 0 ? `+${text}` : text.replace("-", "−").replace(/^−(0(?:\.0)?)$/, "$1");
}

/** An interval that is told to leave nought out doesn't end at it, however near it comes. */
function endText(end: string, difference: number, outcome: RatioChange["outcome"]): string {
  if (outcome !== "moreThanNoise" || !/^0(?:\.0)?$/.test(end)) return end;
  return difference > 0 ? "just above 0" : "just below 0";
}

function sidesThat(before: boolean, after: boolean): string {
  return before && after ? "on either side" : before ? "before" : after ? "after" : "";
}
