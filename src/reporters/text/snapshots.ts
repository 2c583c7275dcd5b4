import type { AcrossSnapshots, HostSummary, Snapshot } from "../../report/index.ts";
import { counted, NONE } from "../figures.ts";
import { percentColumn } from "../host-table.ts";
import { printable } from "../printable.ts";
import { observedWords } from "../words.ts";
import { type Page, quoteLines } from "./page.ts";

/** Tables listed of a log that has thousands: the first ones, the last ones, and the one that the numbers are of. */
const MOST_AT_EITHER_END = 10;

/** The netstat tables with their own numbers, when there are several; they are compared and never added up. */
export function snapshotLines({ snapshots, headline, acrossSnapshots }: HostSummary, page: Page): readonly string[] {
  if (snapshots.length < 2) return [];
  const heading = ["", "Offloaded", "Share", "Rows", "Table"];
  const isListed = (index: number) =>
    index < MOST_AT_EITHER_END || index >= snapshots.length - MOST_AT_EITHER_END || index === headline;
  const shares = percentColumn(snapshots.map(({ eligible }) => eligible));
  const rows = snapshots.flatMap((snapshot, index) =>
    isListed(index) ? [[index === headline ? "*" : "", ...cellsOf(snapshot, shares[index] ?? NONE, page)]] : [],
  );
  const unlisted = snapshots.length - rows.length;
  return [
    "",
    ...page.paragraph(`${counted(snapshots.length, "netstat table")}; the numbers above are of the one marked *`, 2),
    ...page.table([heading, ...rows], { indent: 4, align: "lrrrl" }),
    ...(unlisted === 0 ? [] : page.paragraph(`${unlisted} in between are not listed here; --format json has all.`, 4)),
    ...(acrossSnapshots === null ? [] : page.paragraph(acrossText(acrossSnapshots), 4)),
  ];
}

/** Rows that contradict what one expects of them: they changed no number, but somebody should look at them. */
export function observationLines({ observations }: HostSummary, page: Page): readonly string[] {
  if (observations.length === 0) return [];
  const lines = observations.flatMap((observation) => [
    ...quoteLines([observation], 1, 4, page),
    ...page.paragraph(observedWords[observation.kind], 6),
  ]);
  return ["", ...page.paragraph("Unexpected rows", 2), ...lines];
}

function cellsOf(snapshot: Snapshot, share: string, page: Page): readonly string[] {
  const { eligible, hasOffloadState, connections, time, phase } = snapshot;
  const when = [time, phase].filter((part) => part !== null).map((part) => ` ${printable(part)}`);
  return [
    hasOffloadState ? `${eligible.offloaded} of ${eligible.total}` : NONE,
    share,
    String(connections.total),
    page.place(snapshot, snapshot.endLine) + when.join(""),
  ];
}

function acrossText({ distinctConnections, everOffloaded, changedSide, incomplete }: AcrossSnapshots): string {
  const least = incomplete ? "at least " : "";
  const distinct = counted(distinctConnections, "distinct connection");
  return `In all of them: ${least}${distinct}, ${everOffloaded} of them offloaded in some table, ${changedSide} changed side.`;
}
