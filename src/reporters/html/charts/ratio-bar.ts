import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts/types/dist/echarts";
import { type Chart, colours, drawn, FONT_SIZE } from "./drawing.ts";

/** A share to be drawn: how many of how many, and between what it may lie. */
export interface Share {
  readonly name: string;
  readonly offloaded: number;
  readonly total: number;
  /** From 0 to 1. */
  readonly ratio: number;
  readonly interval: readonly [number, number] | null;
}

const WIDTH = 520;
const ROW = 44;
const AXIS = 34;
/** Room for the names beside bars. */
export const NAMES = 150;

/** Bars from 0 to 100 %, each with its 95 % interval as a line with ends where it has one. */
export function ratioBars(shares: readonly Share[], title: string): Chart {
  const size = { width: WIDTH, height: shares.length * ROW + AXIS };
  const option = {
    grid: { left: NAMES, right: 24, top: 4, bottom: AXIS - 4 },
    xAxis: percentAxis("value"),
    yAxis: nameAxis(shares.map(({ name }) => name)),
    series: [
      {
        type: "bar" as const,
        silent: true,
        clip: false,
        barWidth: 22,
        itemStyle: { color: colours.offloaded },
        showBackground: true,
        backgroundStyle: { color: colours.inHost },
        data: shares.map(({ ratio }) => ratio * 100),
      },
      {
        type: "custom" as const,
        z: 5,
        silent: true,
        clip: false,
        renderItem: whisker,
        data: shares.flatMap(({ interval }, at) =>
          interval === null ? [] : [[at, interval[0] * 100, interval[1] * 100]],
        ),
      },
    ],
  };
  return { svg: drawn(option, size), title, description: shares.map(sentence).join(" "), size };
}

/** The axis of shares; `value` across, and the same upright for what goes on in time. */
export function percentAxis(type: "value") {
  return {
    type,
    min: 0,
    max: 100,
    interval: 25,
    axisLabel: { formatter: "{value} %", fontSize: FONT_SIZE, color: colours.text },
    splitLine: { lineStyle: { color: colours.line } },
    axisLine: { show: false },
  };
}

/** The axis of names, the first one on top; a long name is cut, because the table beside the chart has it whole. */
export function nameAxis(names: readonly string[]) {
  return {
    type: "category" as const,
    inverse: true,
    data: [...names],
    axisLabel: { fontSize: FONT_SIZE, color: colours.text, width: NAMES - 30, overflow: "truncate" as const },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.text } },
  };
}

/** A line from one end of the interval to the other, with a stroke at each: on paper's colour, so that it shows on any. */
function whisker(_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) {
  const [row, low, high] = [0, 1, 2].map((dimension) => Number(api.value(dimension)));
  const [left = 0, middle = 0] = api.coord([low ?? 0, row ?? 0]);
  const [right = 0] = api.coord([high ?? 0, row ?? 0]);
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, lineWidth: number) => ({
    type: "line" as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth },
  });
  const strokes = [
    [left, middle, right, middle],
    [left, middle - 7, left, middle + 7],
    [right, middle - 7, right, middle + 7],
  ] as const;
  const [under, over] = [
    { colour: colours.paper, width: 6 },
    { colour: colours.text, width: 2 },
  ].map(({ colour, width }) => strokes.map(([x1, y1, x2, y2]) => line(x1, y1, x2, y2, colour, width)));
  return { type: "group" as const, children: [...(under ?? []), ...(over ?? [])] };
}

function sentence({ name, offloaded, total, ratio, interval }: Share): string {
  const within = interval === null ? "" : `, 95 % interval ${rounded(interval[0])} to ${rounded(interval[1])} %`;
  return `${name}: ${offloaded} of ${total}, ${rounded(ratio)} %${within}.`;
}

function rounded(share: number): number {
  return Math.round(share * 100);
}
