import type { ComponentChild } from "preact";
import { useContext } from "preact/hooks";
import { RowsAction, type RowsWanted } from "../rows-link.tsx";
import type { SideName } from "./side-names.ts";

/** A picture as the contents of an SVG element, and what it shows in words. */
export interface Chart {
  readonly drawing: ComponentChild;
  readonly title: string;
  /** The same numbers in a sentence, for those who don't see it. */
  readonly description: string;
  /** In letters' heights, so that a chart grows with the text around it. */
  readonly height: number;
  /** The sides that are drawn, for the legend; none where there is one colour. */
  readonly sides: readonly SideName[];
}

/** A part of a bar. */
export interface Side {
  readonly side: SideName;
  readonly count: number;
}

/** Across, a chart is as wide as there is room: places are shares of that. */
export function across(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

export function down(letters: number): string {
  return `${Math.round(letters * 100) / 100}em`;
}

/** Bars of so few connections show each of them, so that nobody takes two for a trend. */
const MOST_UNITS = 20;

/** The part of the width that a number needs to stand within its part of the bar. */
const ROOM_FOR_A_NUMBER = 0.07;

const BAR_HEIGHT = 1.25;

interface BarProps {
  readonly parts: readonly Side[];
  /** What the whole width stands for. */
  readonly whole: number;
  readonly top: number;
  /** The rows that the bar is of; a click on a part shows those of the part. */
  readonly rows?: RowsWanted | undefined;
}

/** A bar of parts, each with its number where there is room. Few connections are marked off one by one. */
export function Bar({ parts, whole, top, rows }: BarProps): ComponentChild {
  const show = useContext(RowsAction);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const drawn = parts.filter(({ count }) => count > 0);
  return (
    <>
      {drawn.map(({ side, count }) => {
        const before = sumBefore(drawn, side);
        const [left, width] = [before / whole, count / whole];
        const wanted = rows === undefined || show === null ? null : { ...rows, side };
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it has buttons
          <g
            key={side}
            class={side}
            data-rows={wanted === null ? undefined : JSON.stringify(wanted)}
            onClick={wanted === null ? undefined : () => show?.(wanted)}
          >
            <rect x={across(left)} y={down(top)} width={across(width)} height={down(BAR_HEIGHT)} />
            {width >= ROOM_FOR_A_NUMBER && (
              <text x={across(left + width / 2)} y={down(top + 0.95)} class="within">
                {count}
              </text>
            )}
          </g>
        );
      })}
      {whole <= MOST_UNITS && unitLines(all, whole, top)}
    </>
  );
}

function sumBefore(parts: readonly Side[], side: SideName): number {
  const at = parts.findIndex((part) => part.side === side);
  return parts.slice(0, at).reduce((sum, { count }) => sum + count, 0);
}

/** A stroke between one connection and the next, short, so that numbers can be read between them. */
function unitLines(all: number, whole: number, top: number): ComponentChild {
  return Array.from({ length: Math.max(0, all - 1) }, (_, at) => {
    const x = across((at + 1) / whole);
    return <line key={at} class="unit" x1={x} x2={x} y1={down(top + BAR_HEIGHT - 0.3)} y2={down(top + BAR_HEIGHT)} />;
  });
}

interface ScaleProps {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly top: number;
}

/** The line below bars, with what its places stand for. */
export function Scale({ ticks, top }: ScaleProps): ComponentChild {
  return (
    <g class="scale">
      <line x1="0%" x2="100%" y1={down(top)} y2={down(top)} />
      {ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={across(at)} x2={across(at)} y1={down(top)} y2={down(top + 0.3)} />
          <text x={across(at)} y={down(top + 1.3)} class={at === 0 ? undefined : at > 0.95 ? "end" : "middle"}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Places of a scale of shares. */
export const shareTicks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` }));

/** Letters of a name above a bar; the table beside the chart has it whole. */
const LONGEST_NAME = 40;

export function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
