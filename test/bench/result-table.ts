import type { Comparison, Way } from "./comparison.ts";
import type { Measured } from "./measure.ts";
import { judged, median, pairedRatios, type Spread, spreadOf } from "./ratios.ts";

/** Columns of the table with their widths; the last one is as wide as it is. */
const columns = [
  ["what", 24],
  ["ours", 8],
  ["peer", 28],
  ["ratio (min–max)", 19],
  ["target", 6],
  ["", 0],
] as const;

export const heading = row(columns.map(([name]) => name));

/** A line that stands above the rows of one input. */
export function title(name: string, input: string): string {
  return `\n${name}: ${input}`;
}

/** The row of a comparison. Small inputs are only good to see that everything works: then no target is judged. */
export function resultRow(comparison: Comparison, measured: ReadonlyMap<Way, Measured>, isJudged: boolean): string {
  const { what, ours, figure, target } = comparison;
  const goal = target === undefined ? "" : `${target.side} ${target.limit}`;
  const our = measured.get(ours);
  const { way, result } = bestPeer(comparison, measured);
  if (our === undefined || "unmeasured" in our) return unmeasured(what, our);
  if (result === undefined || "unmeasured" in result) return unmeasured(what, result);
  const ourFigures = our.rounds.map(figure.of);
  const peerFigures = result.rounds.map(figure.of);
  const isOursFirst = comparison.quotient === "ours / peer";
  const ratios = isOursFirst ? pairedRatios(ourFigures, peerFigures) : pairedRatios(peerFigures, ourFigures);
  const spread = spreadOf(ratios);
  const verdict = target === undefined ? "" : isJudged ? judged(spread.median, target) : "not judged";
  return row([
    what,
    figure.text(median(ourFigures)),
    `${way?.name} ${figure.text(median(peerFigures))}`,
    spreadText(spread),
    goal,
    verdict,
  ]);
}

/** Of several settings of a peer the fastest, in the median of its rounds. */
function bestPeer({ peers }: Comparison, measured: ReadonlyMap<Way, Measured>) {
  const time = (result: Measured | undefined) =>
    result === undefined || "unmeasured" in result
      ? Number.POSITIVE_INFINITY
      : median(result.rounds.map(({ seconds }) => seconds));
  const [first] = peers
    .map((way) => ({ way, result: measured.get(way) }))
    .sort((a, b) => (time(a.result) < time(b.result) ? -1 : 1));
  return first ?? { way: undefined, result: undefined };
}

function unmeasured(what: string, result: Measured | undefined): string {
  return row([what, result !== undefined && "unmeasured" in result ? result.unmeasured : "not measured"]);
}

function spreadText({ median, least, greatest }: Spread): string {
  return `${digits(median)} (${digits(least)}–${digits(greatest)})`;
}

function digits(ratio: number): string {
  return ratio.toFixed(ratio < 100 ? 2 : 0);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, at) => cell.padEnd(columns[at]?.[1] ?? 0))
    .join("  ")
    .trimEnd();
}
