import { printable } from "../../printable.ts";
import { across, type Chart, down, shareTicks, shortName } from "./drawing.tsx";

/** One table of several: what it is called, its share of offloaded connections, and between what that may lie. */
export interface Moment {
  readonly label: string;
  /** null where it has none. */
  readonly ratio: number | null;
  readonly interval?: readonly [number, number] | null;
}

/** In letters: the curve, and the names below it. */
const CURVE = 11;
const NAMES = 1.6;
/** Left of the curve stands the scale. */
const LEFT = 0.1;
const RIGHT = 0.98;

/** Points are told apart up to so many; of more the line says it all. */
const FEW = 60;

/** The share of offloaded connections from table to table. Where a table has no share the line is broken. */
export function timeline(moments: readonly Moment[], title: string): Chart {
  const drawing = (
    <>
      <g class="scale">
        {shareTicks.map(({ at, label }) => (
          <g key={label}>
            <line x1={across(LEFT)} x2="100%" y1={heightOf(at)} y2={heightOf(at)} />
            <text x={across(LEFT - 0.01)} y={heightOf(at, 0.35)} class="end">
              {label}
            </text>
          </g>
        ))}
      </g>
      {moments.length <= FEW &&
        moments.map((moment, at) => <MomentMark key={at} moment={moment} x={placeOf(at, moments)} />)}
      <svg
        aria-hidden="true"
        x={across(LEFT)}
        y={down(0.6)}
        width={across(RIGHT - LEFT)}
        height={down(CURVE - 1.2)}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        class="curve"
      >
        <path d={pathOf(moments)} />
      </svg>
      <Ends moments={moments} />
    </>
  );
  return { drawing, title, description: descriptionOf(moments), height: CURVE + NAMES, sides: [] };
}

function MomentMark({ moment: { ratio, interval = null }, x }: { readonly moment: Moment; readonly x: string }) {
  if (ratio === null) return null;
  return (
    <>
      {interval !== null && (
        <g class="interval">
          <line x1={x} x2={x} y1={heightOf(interval[0])} y2={heightOf(interval[1])} />
        </g>
      )}
      <circle class="point" cx={x} cy={heightOf(ratio)} r="0.3em" />
    </>
  );
}

/** What the first and the last table are called. */
function Ends({ moments }: { readonly moments: readonly Moment[] }) {
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <>
      <text x={across(LEFT)} y={down(CURVE + 1)}>
        {shortName(printable(first.label))}
      </text>
      <text x="100%" y={down(CURVE + 1)} class="end">
        {shortName(printable(last.label))}
      </text>
    </>
  );
}

/** How far down a share stands; the curve has some room above and below. */
function heightOf(share: number, lower = 0): string {
  return down(0.6 + (1 - share) * (CURVE - 1.2) + lower);
}

function placeOf(at: number, moments: readonly Moment[]): string {
  return across(LEFT + (RIGHT - LEFT) * (at / Math.max(1, moments.length - 1)));
}

function pathOf(moments: readonly Moment[]): string {
  const points = moments.map(({ ratio }, at) => {
    if (ratio === null) return "";
    const letter = (moments[at - 1]?.ratio ?? null) === null ? "M" : "L";
    const [x, y] = [(100 * at) / Math.max(1, moments.length - 1), 100 * (1 - ratio)];
    return `${letter}${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
  });
  return points.join("");
}

function descriptionOf(moments: readonly Moment[]): string {
  const shares = moments.flatMap(({ ratio }) => (ratio === null ? [] : [Math.round(ratio * 100)]));
  if (shares.length === 0) return "None of the tables has a share.";
  const [first, last] = [shares[0], shares.at(-1)];
  const between = `between ${Math.min(...shares)} and ${Math.max(...shares)} %`;
  return `${moments.length} tables; the share begins at ${first} %, ends at ${last} %, and lies ${between}.`;
}
