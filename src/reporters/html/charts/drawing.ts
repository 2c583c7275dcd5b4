import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, LineChart, GridComponent, SVGRenderer]);

/** A picture as SVG, and what it shows in words. */
export interface Chart {
  readonly svg: string;
  readonly title: string;
  /** The same numbers in a sentence, for those who don't see it. */
  readonly description: string;
  /** Width and height by which the picture is scaled. */
  readonly size: Size;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a chart consists of, in the words of echarts. */
export type ChartOption = Parameters<ReturnType<typeof init>["setOption"]>[0];

/**
 * The colours of charts are those of the page, which knows light from dark: a presentation attribute takes a custom
 * property as a style does.
 */
export const colours = {
  offloaded: "var(--offloaded)",
  onTheWay: "var(--on-the-way)",
  inHost: "var(--in-host)",
  text: "var(--text)",
  onColour: "var(--on-colour)",
  line: "var(--line)",
  paper: "var(--paper)",
} as const;

/** Font of the words in a chart: a width has to be guessed for them, so it is an ordinary one. */
export const FONT_SIZE = 14;

/**
 * What echarts adds for pointers and clips, though nothing reaches beyond its axes, and styles, which the policy of the
 * page would refuse. Words that are drawn hold no bare quote or bracket.
 */
const NEEDLESS = / (?:class|style|clip-path|pointer-events|ecmeta_\w+|xml:space)="[^"]*"/g;
const NEEDLESS_ELEMENTS = /<(style|defs)\b[^>]*>.*?<\/\1>/gs;
const BACKGROUND = /<rect [^>]*fill="none"[^>]*><\/rect>\n/;
const ROOT = /^<svg [^>]*>/;

/** Draws a chart without a browser. The same option gives the same text. */
export function drawn(option: ChartOption, size: Size): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ animation: false, textStyle: { fontSize: FONT_SIZE, color: colours.text }, ...option });
    const svg = chart.renderToSVGString({ useViewBox: true });
    return svg
      .replace(NEEDLESS_ELEMENTS, "")
      .replace(BACKGROUND, "")
      .replace(ROOT, "")
      .replace(/<\/svg>\s*$/, "")
      .replace(NEEDLESS, "")
      .trim();
  } finally {
    chart.dispose();
  }
}
