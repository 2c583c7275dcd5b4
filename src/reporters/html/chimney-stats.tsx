import type { ComponentChild } from "preact";
import type { CaptureReport, HostReport } from "../../report/index.ts";
import { counted, NONE } from "../figures.ts";
import { printable } from "../printable.ts";
import { chimneyStatsWords } from "../words.ts";
import { Place } from "./place.tsx";
import { Table } from "./table.tsx";

/** Cells shown of one capture: enough for the adapters of a server. */
const MOST_CELLS = 60;

/** What `show chimneystats` answered, for each time it was asked. */
export function ChimneyStats({ host, id }: { readonly host: HostReport; readonly id: string }): ComponentChild {
  const captures = host.captures.filter(({ kind }) => kind === "chimneyStats");
  if (captures.length === 0) return null;
  return (
    <section>
      <h3 id={`${id}-statistics`}>Chimney statistics</h3>
      {captures.map((capture) => (
        <div key={`${capture.source}:${capture.line}`}>
          <p>
            <Place place={capture} endLine={capture.endLine} />: {chimneyStatsWords(capture)}
          </p>
          <Cells host={host} capture={capture} />
        </div>
      ))}
    </section>
  );
}

function Cells({ host, capture }: { host: HostReport; capture: CaptureReport }) {
  const cells = host.chimneyStats.filter(
    ({ source, line }) => source === capture.source && line >= capture.line && line <= capture.endLine,
  );
  if (cells.length === 0) return null;
  const more = cells.length - MOST_CELLS;
  const rows = cells
    .slice(0, MOST_CELLS)
    .map((cell) => [printable(cell.interface ?? NONE), printable(cell.column), printable(cell.value)]);
  return (
    <>
      <Table caption="As printed" heading={["Interface", "Column", "Value"]} rows={rows} align="lll" />
      {more > 0 && <p class="faint">and {counted(more, "more cell")}; JSON has all.</p>}
    </>
  );
}
