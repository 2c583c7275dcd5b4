import type { ComponentChild } from "preact";
import type { HostReport, Snapshot } from "../../report/index.ts";
import { allOf, counted, NONE, percent, tally } from "../figures.ts";
import { printable } from "../printable.ts";
import { excludedWords, notCountedWords } from "../words.ts";
import { ChartView } from "./chart.tsx";
import { ratioBars } from "./charts/ratio-bar.tsx";
import { Explain } from "./explained.tsx";
import type { explainedWords } from "./explained-words.ts";
import { Place } from "./place.tsx";
import { placeOf, RowsLink, type RowsWanted } from "./rows-link.tsx";
import { Command } from "./step.tsx";
import { Table } from "./table.tsx";

interface SectionProps {
  readonly host: HostReport;
  readonly id: string;
}

/** How many connections are offloaded, of which, and what was left out. */
export function Connections({ host: { summary }, id }: SectionProps): ComponentChild {
  const headline = summary.headline === null ? undefined : summary.snapshots[summary.headline];
  return (
    <section>
      <h3 id={`${id}-connections`}>Connections</h3>
      {headline === undefined ? (
        <>
          <p>No netstat table was found here, so there is no ratio. Capture one:</p>
          <Command command="netstat -nato" />
        </>
      ) : (
        <TableNumbers snapshot={headline} tables={summary.snapshots.length} id={id} />
      )}
    </section>
  );
}

function TableNumbers({ snapshot, tables, id }: { snapshot: Snapshot; tables: number; id: string }) {
  const { command, time, phase, eligible, connections, hasOffloadState } = snapshot;
  const about = [command ?? "netstat table", time, phase].filter((one) => one !== null).map(printable);
  return (
    <>
      <p class="statement">{printable(eligible.statement)}</p>
      <p class="faint">
        {about.join(", ")}, <Place place={snapshot} endLine={snapshot.endLine} />
        {tables > 1 ? `, one of ${tables} tables` : ""}
      </p>
      {hasOffloadState && <Ratios snapshot={snapshot} id={id} />}
      <p>By state: {tally(connections.byState) || "no state in any row"}</p>
      <Reasons snapshot={snapshot} />
    </>
  );
}

/** Columns that are no plain numbers open what they mean. */
const ratioHeading = [
  "",
  explained("offloaded", "Offloaded"),
  explained("in host", "In host"),
  explained("on the way", "On the way"),
  "All",
  explained("eligible", "Share"),
  explained("interval", "95 % interval"),
];

function explained(name: (typeof explainedWords)[number], words: string): ComponentChild {
  return (
    <Explain key={name} name={name}>
      {words}
    </Explain>
  );
}

/** The rows of a table that a number is of. */
function rowsOf(table: Snapshot, by: RowsWanted["by"], key = ""): RowsWanted {
  return { table: placeOf(table), by, key, side: null };
}

function Ratios({ snapshot, id }: { snapshot: Snapshot; id: string }) {
  const { eligible, raw } = snapshot;
  const [counted, tcp] = [rowsOf(snapshot, "counted"), rowsOf(snapshot, "tcp")];
  const shares = [
    { name: "Eligible", ...eligible, rows: counted },
    { name: "All TCP rows", ...raw, interval: null, rows: tcp },
  ].flatMap(({ ratio, ...share }) => (ratio === null ? [] : [{ ...share, ratio }]));
  const rows = [
    { name: "Eligible", wanted: counted, ...eligible },
    { name: "All TCP rows", wanted: tcp, ...raw, interval: null },
  ].map(({ name, wanted, offloaded, inHost, transitional, ratio, interval, total }) => [
    <RowsLink key="name" wanted={wanted}>
      {name}
    </RowsLink>,
    String(offloaded),
    String(inHost),
    String(transitional),
    String(allOf({ offloaded, inHost, transitional })),
    total === 0 ? NONE : `${offloaded} of ${total}${ratio === null ? "" : `, ${percent(ratio, total)}`}`,
    interval === null ? NONE : interval.map((end) => percent(end, total)).join(" to "),
  ]);
  const [low, high] = (eligible.envelope ?? []).map((end) => percent(end, eligible.total));
  return (
    <>
      <div class="beside">
        {shares.length > 0 && (
          <ChartView chart={ratioBars(shares, "Share of connections that are offloaded")} id={`${id}-ratio`} />
        )}
        <Table caption="Offloaded connections" heading={ratioHeading} rows={rows} align="lrrrrrr" />
      </div>
      {low !== undefined && (
        <p>
          Connections on their way change sides at this moment and are in no share of the eligible ones. With them it is
          between {low} and {high}.
        </p>
      )}
    </>
  );
}

function Reasons({ snapshot }: { snapshot: Snapshot }) {
  const { excluded, notCounted, raw, connections } = snapshot;
  const left = wordedCounts(excluded, excludedWords, snapshot);
  const without = wordedCounts(notCounted, notCountedWords, snapshot);
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);
  const ofRows = counted(connections.total, "row");
  return (
    <>
      {left.length > 0 && (
        <Table
          caption={`Left out as not eligible: ${sum(excluded)} of ${raw.total} TCP rows`}
          heading={["Rows", "Why"]}
          rows={left}
          align="rl"
        />
      )}
      {without.length > 0 && (
        <Table
          caption={`In no ratio: ${sum(notCounted)} of ${ofRows}`}
          heading={["Rows", "Why"]}
          rows={without}
          align="rl"
        />
      )}
    </>
  );
}

function wordedCounts<K extends string>(
  counts: { readonly [P in K]: number },
  words: { readonly [P in K]: string },
  snapshot: Snapshot,
): readonly (readonly ComponentChild[])[] {
  const reasons = (Object.keys(words) as K[]).filter((reason) => counts[reason] > 0); // words has no other keys
  return reasons.map((reason) => [
    <RowsLink key="count" wanted={rowsOf(snapshot, "class", reason)}>
      {String(counts[reason])}
    </RowsLink>,
    words[reason],
  ]);
}
