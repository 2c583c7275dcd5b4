import type { RowsWanted } from "../rows-link.tsx";
import { across, Bar, type Chart, down, Scale, shareTicks, shortName } from "./drawing.tsx";

/** A share to be drawn: how many of how many, and between what it may lie. */
export interface Share {
  readonly name: string;
  readonly offloaded: number;
  readonly inHost: number;
  /** With those on the way where they are part of what is asked. */
  readonly total: number;
  /** From 0 to 1. */
  readonly ratio: number;
  readonly interval: readonly [number, number] | null;
  /** The rows that it is a share of. */
  readonly rows?: RowsWanted;
}

/** Heights in letters: of a name with its bar, of the interval below it, of the gap to the next one, of the scale. */
const BAR = 2.6;
const WHISKER = 0.9;
const GAP = 0.8;
const SCALE = 1.6;

/**
 * Bars from 0 to 100 %, each with its numbers above it, and below it between what its share may lie: a line that is as
 * long as the sample is small.
 */
export function ratioBars(shares: readonly Share[], title: string): Chart {
  const tops: number[] = [];
  let bottom = 0;
  for (const { interval } of shares) {
    tops.push(bottom);
    bottom += BAR + (interval === null ? 0 : WHISKER) + GAP;
  }
  const drawing = (
    <>
      {shares.map((share, at) => (
        <ShareBar key={share.name} share={share} top={tops[at] ?? 0} />
      ))}
      <Scale ticks={shareTicks} top={bottom} />
    </>
  );
  const description = shares.map(sentence).join(" ");
  const isOnTheWay = shares.some(({ offloaded, inHost, total }) => offloaded + inHost < total);
  const sides = ["offloaded", "in-host", ...(isOnTheWay ? (["on-the-way"] as const) : [])] as const;
  return { drawing, title, description, height: bottom + SCALE, sides };
}

function ShareBar({
  share: { name, offloaded, inHost, total, interval, rows },
  top,
}: {
  readonly share: Share;
  readonly top: number;
}) {
  return (
    <>
      <text x="0%" y={down(top + 0.95)}>
        {shortName(name)}: {offloaded} of {total}
      </text>
      <Bar
        parts={[
          { side: "offloaded", count: offloaded },
          { side: "in-host", count: inHost },
          { side: "on-the-way", count: total - offloaded - inHost },
        ]}
        whole={total}
        top={top + 1.3}
        rows={rows}
      />
      {interval !== null && <Whisker interval={interval} top={top + BAR} />}
    </>
  );
}

/** A line from one end of the interval to the other, with a stroke at each. */
function Whisker({
  interval: [low, high],
  top,
}: {
  readonly interval: readonly [number, number];
  readonly top: number;
}) {
  const [above, middle, below] = [down(top + 0.2), down(top + 0.5), down(top + 0.8)];
  return (
    <g class="interval">
      <line x1={across(low)} x2={across(high)} y1={middle} y2={middle} />
      <line x1={across(low)} x2={across(low)} y1={above} y2={below} />
      <line x1={across(high)} x2={across(high)} y1={above} y2={below} />
    </g>
  );
}

function sentence({ name, offloaded, total, ratio, interval }: Share): string {
  const within = interval === null ? "" : `, 95 % interval ${rounded(interval[0])} to ${rounded(interval[1])} %`;
  return `${name}: ${offloaded} of ${total}, ${rounded(ratio)} %${within}.`;
}

function rounded(share: number): number {
  return Math.round(share * 100);
}
