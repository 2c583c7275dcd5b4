import type { ComponentChild } from "preact";
import { type Chart, down } from "./charts/drawing.tsx";
import { type SideName, sideNames } from "./charts/side-names.ts";

interface ChartProps {
  readonly chart: Chart;
  /** An id that nothing else on the page has. */
  readonly id: string;
}

/** A chart with its legend, and with what it shows in words. The table with the same numbers stands beside it. */
export function ChartView({ chart: { drawing, title, description, height, sides }, id }: ChartProps): ComponentChild {
  return (
    <div class="picture">
      {sides.length > 0 && <Legend sides={sides} />}
      <svg class="chart" role="img" aria-labelledby={`${id}-title ${id}-words`} width="100%" height={down(height)}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{description}</desc>
        {drawing}
      </svg>
    </div>
  );
}

/** What the colours stand for, in the order of the parts of a bar. */
function Legend({ sides }: { readonly sides: readonly SideName[] }) {
  return (
    <ul class="legend">
      {sides.map((side) => (
        <li key={side} class={side}>
          {sideNames[side]}
        </li>
      ))}
    </ul>
  );
}
