import type { ConnectionRow } from "../summary/index.ts";
import { type ProcessNames, processNames } from "./evidence/process-names.ts";
import type { HeldLot } from "./lots.ts";
import type { Moment } from "./moments.ts";

/** Where rows go; the next table waits for what it returns. */
export type RowSink = (rows: readonly ConnectionRow[]) => void | Promise<void>;

/** What is known of the host whose rows go out. */
export interface RowsHost {
  readonly name: string | null;
  readonly processNames: ProcessNames;
}

/** The rows of one table. */
interface HeldTable {
  readonly lot: HeldLot;
  readonly moment: Moment;
  readonly rows: readonly ConnectionRow[];
}

/** Rows on their way out, held until it is known whose they are: a line further down may name their host. */
export interface HeldRows {
  readonly sink: RowSink;
  readonly tables: HeldTable[];
  /** Rows in them. */
  size: number;
  /** True once there were too many to hold; from then on rows go out with the name that is known by then. */
  isOverfull: boolean;
}

/** Rows that are held: about 100 MB. */
const MOST_ROWS = 400_000;

export function holdRows(sink: RowSink): HeldRows {
  return { sink, tables: [], size: 0, isOverfull: false };
}

/** Holds the rows of a table, or hands all of them out when they are too many. */
export async function addRows(held: HeldRows, table: HeldTable): Promise<void> {
  held.tables.push(table);
  held.size += table.rows.length;
  held.isOverfull ||= held.size > MOST_ROWS;
  if (held.isOverfull) await releaseRows(held, knownSoFar);
}

function knownSoFar({ named, evidence }: HeldLot): RowsHost {
  return { name: named[0]?.claim?.name ?? null, processNames: processNames(evidence.forRules.kept) };
}

/** Hands out all rows that are held, in the order in which they came. */
export async function releaseRows(held: HeldRows, hostOf: (lot: HeldLot) => RowsHost): Promise<void> {
  for (const { lot, moment, rows } of held.tables.splice(0)) {
    const { name, processNames: namesOf } = hostOf(lot);
    await held.sink(rows.map((row) => ({ ...row, host: name, process: processOf(row, namesOf, moment) })));
  }
  held.size = 0;
}

function processOf(
  { connection: { process, pid } }: ConnectionRow,
  names: ProcessNames,
  moment: Moment,
): string | null {
  return process ?? (pid === undefined ? undefined : names(pid, moment)) ?? null;
}
