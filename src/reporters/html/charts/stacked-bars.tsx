import type { Group } from "../../../report/index.ts";
import { allOf } from "../../figures.ts";
import { printable } from "../../printable.ts";
import type { RowsWanted } from "../rows-link.tsx";
import { Bar, type Chart, down, Scale, type Side, shortName } from "./drawing.tsx";
import { sideNames } from "./side-names.ts";

const ROW = 3.3;
const SCALE = 1.6;

/** One bar a group, as long as it has connections, parted by where they are. All bars have the same scale. */
export function stackedBars(
  groups: readonly Group[],
  title: string,
  rowsOf: (group: Group) => RowsWanted | undefined = () => undefined,
): Chart {
  const step = stepFor(Math.max(1, ...groups.map(allOf)));
  const whole = step * Math.ceil(Math.max(1, ...groups.map(allOf)) / step);
  const ticks = Array.from({ length: whole / step + 1 }, (_, at) => ({
    at: (at * step) / whole,
    label: String(at * step),
  }));
  const drawing = (
    <>
      {groups.map((group, at) => (
        <g key={group.key}>
          <text x="0%" y={down(at * ROW + 0.95)}>
            {shortName(printable(group.key))}: {allOf(group)}
          </text>
          <Bar parts={partsOf(group)} whole={whole} top={at * ROW + 1.3} rows={rowsOf(group)} />
        </g>
      ))}
      <Scale ticks={ticks} top={groups.length * ROW} />
    </>
  );
  const sides = partsOf({ offloaded: 1, inHost: 1, transitional: 1 })
    .map(({ side }) => side)
    .filter((side) => side !== "on-the-way" || groups.some(({ transitional }) => transitional > 0));
  const description = groups.map(sentence).join(" ");
  return { drawing, title, description, height: groups.length * ROW + SCALE, sides };
}

type Counts = Pick<Group, "offloaded" | "inHost" | "transitional">;

function partsOf({ offloaded, inHost, transitional }: Counts): readonly Side[] {
  return [
    { side: "offloaded", count: offloaded },
    { side: "in-host", count: inHost },
    { side: "on-the-way", count: transitional },
  ];
}

/** A round number of connections from one place of the scale to the next: about four of them. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return ([1, 2, 5, 10].find((times) => times * power >= most / 4) ?? 10) * power;
}

function sentence(group: Group): string {
  const parts = partsOf(group).filter(({ count }) => count > 0);
  const said = parts.map(({ side, count }) => `${count} ${sideNames[side].toLowerCase()}`);
  return `${printable(group.key)}: ${said.join(", ")}.`;
}
