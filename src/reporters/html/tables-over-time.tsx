import type { ComponentChild } from "preact";
import type { AcrossSnapshots, HostSummary, Snapshot } from "../../report/index.ts";
import { counted, NONE, percent } from "../figures.ts";
import { printable } from "../printable.ts";
import { observedWords } from "../words.ts";
import { ChartView } from "./chart.tsx";
import { timeline } from "./charts/timeline.tsx";
import { Place } from "./place.tsx";
import { Table } from "./table.tsx";

interface SummaryProps {
  readonly summary: HostSummary;
  readonly id: string;
}

/** Tables listed of a log that has thousands: the first ones, the last ones, and the one that the numbers are of. */
const MOST_AT_EITHER_END = 10;

/** Points of the chart; of more tables every so manyth. */
const MOST_POINTS = 500;

/** The netstat tables with their own numbers, when there are several; they are compared and never added up. */
export function TablesOverTime({ summary, id }: SummaryProps): ComponentChild {
  const { snapshots, headline, acrossSnapshots } = summary;
  if (snapshots.length < 2) return null;
  const listed = snapshots
    .map((snapshot, index) => ({ snapshot, index }))
    .filter(
      ({ index }) => index < MOST_AT_EITHER_END || index >= snapshots.length - MOST_AT_EITHER_END || index === headline,
    );
  const unlisted = snapshots.length - listed.length;
  return (
    <section>
      <h3 id={`${id}-tables`}>{counted(snapshots.length, "netstat table")}</h3>
      <div class="beside">
        {snapshots.filter(({ eligible }) => eligible.ratio !== null).length > 2 && (
          <ChartView
            chart={timeline(momentsOf(snapshots), "Share of offloaded connections, table by table")}
            id={`${id}-time`}
          />
        )}
        <Table
          caption="The tables; the numbers above are of the one marked *"
          heading={["Table", "Offloaded", "Share", "Rows"]}
          rows={listed.map(({ snapshot, index }) => cellsOf(snapshot, index === headline))}
          align="lrrr"
        />
      </div>
      {unlisted > 0 && <p class="faint">{unlisted} in between are not listed here; JSON has all.</p>}
      {acrossSnapshots !== null && <p>{acrossText(acrossSnapshots)}</p>}
    </section>
  );
}

/** Rows that contradict what one expects of them: they changed no number, but somebody should look at them. */
export function Observations({ summary: { observations }, id }: SummaryProps): ComponentChild {
  if (observations.length === 0) return null;
  return (
    <section>
      <h3 id={`${id}-observed`}>Unexpected rows</h3>
      <ul>
        {observations.map((observation, at) => (
          <li key={at}>
            <Place place={observation} /> <code>{printable(observation.text)}</code> {observedWords[observation.kind]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function momentsOf(snapshots: readonly Snapshot[]) {
  const step = Math.ceil(snapshots.length / MOST_POINTS);
  return snapshots
    .filter((_, index) => index % step === 0)
    .map(({ time, phase, line, eligible }) => ({
      label: time ?? phase ?? `line ${line}`,
      ratio: eligible.ratio,
      interval: eligible.interval,
    }));
}

function cellsOf(snapshot: Snapshot, isHeadline: boolean): readonly ComponentChild[] {
  const { eligible, hasOffloadState, connections, time, phase } = snapshot;
  const when = [time, phase].filter((part) => part !== null).map(printable);
  return [
    <>
      {isHeadline ? "* " : ""}
      <Place place={snapshot} endLine={snapshot.endLine} /> {when.join(" ")}
    </>,
    hasOffloadState ? `${eligible.offloaded} of ${eligible.total}` : NONE,
    percent(eligible.ratio, eligible.total),
    String(connections.total),
  ];
}

function acrossText({ distinctConnections, everOffloaded, changedSide, incomplete }: AcrossSnapshots): string {
  const least = incomplete ? "at least " : "";
  const distinct = counted(distinctConnections, "distinct connection");
  return `In all of them: ${least}${distinct}, ${everOffloaded} of them offloaded in some table, ${changedSide} changed side.`;
}
