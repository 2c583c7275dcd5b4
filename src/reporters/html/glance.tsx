import type { ComponentChild } from "preact";
import type { HostReport } from "../../report/index.ts";
import { percent } from "../figures.ts";
import { across } from "./charts/drawing.tsx";

/** How many connections are offloaded, before anything is read: a bar, and the numbers. */
export function Glance({ host: { summary } }: { readonly host: HostReport }): ComponentChild {
  const table = summary.headline === null ? undefined : summary.snapshots[summary.headline];
  if (table === undefined || !table.hasOffloadState || table.eligible.total === 0) return null;
  const { offloaded, total, ratio } = table.eligible;
  const share = offloaded / total;
  return (
    <span class="glance">
      <svg class="chart" aria-hidden="true">
        <g class="offloaded">
          <rect x="0%" width={across(share)} height="100%" />
        </g>
        <g class="in-host">
          <rect x={across(share)} width={across(1 - share)} height="100%" />
        </g>
      </svg>{" "}
      {offloaded} of {total} offloaded{ratio === null ? "" : `, ${percent(ratio, total)}`}
    </span>
  );
}
