import { placeOf, type SegmentText } from "../../../grammar/index.ts";
import { topOf } from "../../../grammar/kinds/netstat/packed/index.ts";
import type { TableCapture } from "../../captures/index.ts";
import {
  type Candidate,
  type HostSummary,
  isPreferred,
  type ReadSnapshot,
  type RowNote,
  rowsOnDemand,
  type TableNotes,
  tableNotes,
} from "../../summary/index.ts";
import { detached } from "../../text/index.ts";
import type { Evidence } from "./evidence.ts";

/** What is kept for the rules of the table that a host's numbers are of. */
export interface KeptTable extends Candidate {
  readonly heading: RowNote;
  /** A function while the notes have not been made: it holds on to the table. */
  readonly notes: TableNotes | (() => TableNotes);
}

/** Longest heading that is quoted. */
const LONGEST_LINE = 200;

/** Notes on a table of more rows are made at once. */
const MOST_ROWS_HELD = 20_000;

/**
 * The table to keep of the one so far and one more. In a log of thousands of tables each one takes the place of the
 * one before, so its notes are only made when no further table is about to come.
 */
export function addTable(
  earlier: KeptTable | null,
  capture: TableCapture,
  text: SegmentText,
  read: ReadSnapshot,
): KeptTable {
  const later = { width: read.width, time: read.snapshot.time };
  if (earlier !== null && !isPreferred(later, earlier)) return earlier;
  const makeNotes = () => tableNotes(capture, read);
  return {
    ...later,
    heading: headingOf(capture, text),
    notes: rowsOnDemand(capture).size > MOST_ROWS_HELD ? makeNotes() : makeNotes,
  };
}

/** The same with its notes made, so that the table can be let go. */
export function settled(table: KeptTable): KeptTable {
  return typeof table.notes === "function" ? { ...table, notes: table.notes() } : table;
}

/** The table to keep of two lots of one host, the first lot being the earlier one. */
export function mergeTables(a: KeptTable | null, b: KeptTable | null): KeptTable | null {
  if (a === null || b === null) return a ?? b;
  return isPreferred(b, a) ? b : a;
}

/** The table as rules see it, with the numbers that the summary gives for it. */
export function tableEvidence({ heading, notes }: KeptTable, summary: HostSummary): Pick<Partial<Evidence>, "netstat"> {
  const { snapshots, headline, observations, acrossSnapshots } = summary;
  const snapshot = snapshots[headline ?? -1];
  if (snapshot === undefined) return {};
  const made = typeof notes === "function" ? notes() : notes;
  const known = { observations, acrossSnapshots, tables: snapshots, snapshots: snapshots.length };
  return { netstat: { ...made, ...known, heading, snapshot } };
}

/** The line of the heading: the last one above the rows that holds words and no row. */
function headingOf(capture: TableCapture, segment: SegmentText): RowNote {
  const { source, line } = capture;
  const { runs } = segment;
  const text = topOf(segment);
  const first = rowsOnDemand(capture).at(0)?.line ?? Number.POSITIVE_INFINITY;
  let heading: RowNote | undefined;
  let start = 0;
  for (let ordinal = 0; start < text.length; ordinal += 1) {
    const end = text.indexOf("\n", start);
    const place = placeOf(runs, ordinal);
    const words = text.slice(start, Math.min(end < 0 ? text.length : end, start + LONGEST_LINE)).trimEnd();
    if (place.line >= first) {
      heading ??= { source, line: place.line, text: detached(words) };
      break;
    }
    if (words !== "") heading = { source, line: place.line, text: detached(words) };
    if (end < 0) break;
    start = end + 1;
  }
  return heading ?? { source, line, text: "" };
}
