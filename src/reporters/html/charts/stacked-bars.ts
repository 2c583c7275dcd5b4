import type { Group } from "../../../report/index.ts";
import { printable } from "../../printable.ts";
import { type Chart, colours, drawn, FONT_SIZE } from "./drawing.ts";
import { NAMES, nameAxis } from "./ratio-bar.ts";

const WIDTH = 520;
const ROW = 30;
const AXIS = 34;

/** The part of the widest bar that a number needs to stand in its own part of a bar. */
const ROOM_FOR_A_NUMBER = 0.08;

const sides = [
  { key: "offloaded", name: "Offloaded", colour: colours.offloaded },
  { key: "transitional", name: "On the way", colour: colours.onTheWay },
  { key: "inHost", name: "In host", colour: colours.inHost },
] as const;

/** One bar a group, as long as it has connections, parted by where they are; each part has its number where there is room. */
export function stackedBars(groups: readonly Group[], title: string): Chart {
  const size = { width: WIDTH, height: groups.length * ROW + AXIS };
  const widest = Math.max(...groups.map(({ total }) => total));
  const option = {
    grid: { left: NAMES, right: 24, top: 4, bottom: AXIS - 4 },
    xAxis: {
      type: "value" as const,
      minInterval: 1,
      axisLabel: { fontSize: FONT_SIZE, color: colours.text, hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: nameAxis(groups.map(({ key }) => printable(key))),
    series: sides.map(({ key, name, colour }) => ({
      type: "bar" as const,
      name,
      stack: "all",
      silent: true,
      clip: false,
      barWidth: 20,
      itemStyle: { color: colour, borderColor: colours.paper, borderWidth: 1 },
      data: groups.map((group) => ({
        value: group[key],
        label: { show: group[key] >= widest * ROOM_FOR_A_NUMBER, fontSize: 12, color: colours.onColour },
      })),
    })),
  };
  return { svg: drawn(option, size), title, description: groups.map(sentence).join(" "), size };
}

function sentence(group: Group): string {
  const parts = sides.filter(({ key }) => group[key] > 0).map(({ key, name }) => `${group[key]} ${name.toLowerCase()}`);
  return `${printable(group.key)}: ${parts.join(", ")}.`;
}
