import type { ComponentChild } from "preact";
import type { Chart } from "./charts/drawing.ts";

interface ChartProps {
  readonly chart: Chart;
  /** An id that nothing else on the page has. */
  readonly id: string;
}

/** A chart with what it shows in words. The table with the same numbers stands beside it. */
export function ChartView({ chart: { svg, title, description, size }, id }: ChartProps): ComponentChild {
  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{description}</desc>
      {/* The words in it are escaped: echarts does that for all that it draws. */}
      <g dangerouslySetInnerHTML={{ __html: svg }} />
    </svg>
  );
}

/** What the colours stand for, in the order of the parts of a bar. */
export function Legend(): ComponentChild {
  return (
    <ul class="legend">
      <li class="offloaded">Offloaded</li>
      <li class="on-the-way">On the way</li>
      <li class="in-host">In host</li>
    </ul>
  );
}
