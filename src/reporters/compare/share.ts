import type { Comparison, HostComparison, RatioChange, RatioSide } from "../../compare/index.ts";
import { LARGE_SAMPLE } from "../../facts/thresholds.ts";
import type { Unable } from "../../summary/index.ts";
import { allOf, counted, NONE, percent } from "../figures.ts";
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
export function sharePart({ ratio, connections }: HostComparison, of: Comparison["of"]): Part {
  const rows = [rowOf("Before", ratio.before), rowOf("After", ratio.after)].filter((row) => row.length > 0);
  const heading = ["Eligible", "Offloaded", "In host", "On the way", "All", "Share", "95 % interval"];
  return {
    title: "Share",
    rank: ranks.ratio,
    sentences: [shareText(ratio, of, movedIn(connections)), ...tablesText(ratio)],
    ...tableOf(heading, "lrrrrrr", rows, explained),
  };
}

/** The change of the share in a sentence that claims no more than the counts do. */
export function shareText(ratio: RatioChange, of: Comparison["of"], moved = 0): string {
  const { before, after, difference, interval, outcome } = ratio;
  if (before === null || after === null)
    return `There is no netstat table ${sidesThat(before === null, after === null)}.`;
  if (!before.hasOffloadState || !after.hasOffloadState) {
    const sides = sidesThat(!before.hasOffloadState, !after.hasOffloadState);
    return `The netstat table ${sides} has no Offload State column, so the shares can't be compared.`;
  }
  const counts = `${countsText(before)} before, ${countsText(after)} after`;
  if (before.unable !== undefined || after.unable !== undefined) return `${counts}. ${unableText(before, after)}`;
  const settled = of === "moments" ? "" : ", if the load was the same";
  if (ratio.method === "mcnemar") return `${counts}. ${pairedText(ratio, settled, moved)}`;
  if (difference === null || interval === null || outcome === "noShare") {
    return `${counts}: too few for percentages, so it is unknown whether that is more than noise.`;
  }
  if (before.offloaded === after.offloaded && before.total === after.total)
    return `The same as before: ${countsText(after)}.`;
  const digits = Math.min(before.total, after.total) < LARGE_SAMPLE ? 0 : 1;
  const [low, high] = interval.map((end) => endText(points(end, digits), difference, outcome));
  const change = `${counts}: ${points(difference, digits)} percentage points, 95 % interval ${low} to ${high}`;
  return `${change}. ${outcome === "moreThanNoise" ? `That is more than noise${settled}.` : noiseText(moved)}`;
}

/** A difference of shares may be chance; that a connection moved never is. */
function noiseText(moved: number): string {
  if (moved === 0) return "That is within noise: it may be chance.";
  return `As a difference of shares that is within noise; ${counted(moved, "connection")} did move (see the connections).`;
}

/** Connections that are on both sides and changed between host and adapter. */
function movedIn(connections: HostComparison["connections"]): number {
  if (connections === null || typeof connections === "string") return 0;
  return connections.newlyOffloaded.count + connections.uploadedBack.count;
}

const states: { readonly [U in Unable]: string } = {
  disabled: "Chimney is disabled",
  removed: "this Windows has no Chimney",
};

/** Where nothing can be offloaded, counts are all there is to compare. */
function unableText({ unable: before }: RatioSide, { unable: after }: RatioSide): string {
  const told = (unable: Unable) => `${states[unable]}, so every connection stays InHost.`;
  if (before !== undefined && before === after) return `On both sides ${told(before)}`;
  const sides = [before && `Before, ${told(before)}`, after && `After, ${told(after)}`];
  return sides.filter((one) => one !== undefined).join(" ");
}

/** Of connections that are the same before and after it is known which ones moved; how many there are is what is judged. */
function pairedText({ probability, outcome }: RatioChange, settled: string, moved: number): string {
  if (moved === 0) return "Most connections are the same ones, and none of them moved.";
  const test = `exact McNemar test, p ${chanceText(probability ?? 1)}`;
  return outcome === "moreThanNoise"
    ? `Most connections are the same ones, and more moved one way than the other (${test}): that is more than noise${settled}.`
    : `Most connections are the same ones; those that moved are too few, or went both ways, to show a trend (${test}).`;
}

/** With so many digits that it is seen on which side of one in twenty it is. */
function chanceText(probability: number): string {
  if (probability < 0.005) return "< 0.01";
  return `= ${probability.toFixed(Math.abs(probability - 0.05) < 0.005 ? 4 : 2)}`;
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
