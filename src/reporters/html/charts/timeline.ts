import { printable } from "../../printable.ts";
import { type Chart, colours, drawn, FONT_SIZE } from "./drawing.ts";
import { percentAxis } from "./ratio-bar.ts";

/** One table of several: what it is called, and its share of offloaded connections; null where it has none. */
export interface Moment {
  readonly label: string;
  readonly ratio: number | null;
}

const SIZE = { width: 520, height: 220 };

/** Points are told apart up to so many; of more the line says it all. */
const FEW = 60;

/** The share of offloaded connections from table to table. Where a table has no share the line is broken. */
export function timeline(moments: readonly Moment[], title: string): Chart {
  const option = {
    grid: { left: 64, right: 24, top: 12, bottom: 30 },
    xAxis: {
      type: "category" as const,
      data: moments.map(({ label }) => printable(label)),
      axisLabel: { fontSize: FONT_SIZE, color: colours.text, hideOverlap: true },
      axisTick: { show: false },
    },
    yAxis: percentAxis("value"),
    series: [
      {
        type: "line" as const,
        silent: true,
        clip: false,
        symbol: "circle",
        symbolSize: 7,
        showSymbol: moments.length <= FEW,
        lineStyle: { color: colours.offloaded, width: 2 },
        itemStyle: { color: colours.offloaded },
        data: moments.map(({ ratio }) => (ratio === null ? null : ratio * 100)),
      },
    ],
  };
  return { svg: drawn(option, SIZE), title, description: descriptionOf(moments), size: SIZE };
}

function descriptionOf(moments: readonly Moment[]): string {
  const shares = moments.flatMap(({ ratio }) => (ratio === null ? [] : [Math.round(ratio * 100)]));
  if (shares.length === 0) return "None of the tables has a share.";
  const [first, last] = [shares[0], shares.at(-1)];
  const between = `between ${Math.min(...shares)} and ${Math.max(...shares)} %`;
  return `${moments.length} tables; the share begins at ${first} %, ends at ${last} %, and lies ${between}.`;
}
