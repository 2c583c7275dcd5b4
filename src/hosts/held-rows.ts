import type { ConnectionRow } from "../summary/index.ts";
import type { HeldLot } from "./lots.ts";

/** Where rows go; the next table waits for what it returns. */
export type RowSink = (rows: readonly ConnectionRow[]) => void | Promise<void>;

/** Rows on their way out, held until it is known whose they are: a line further down may name their host. */
export interface HeldRows {
  readonly sink: RowSink;
  readonly tables: { readonly lot: HeldLot; readonly rows: readonly ConnectionRow[] }[];
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
export async function addRows(held: HeldRows, lot: HeldLot, rows: readonly ConnectionRow[]): Promise<void> {
  held.tables.push({ lot, rows });
  held.size += rows.length;
  held.isOverfull ||= held.size > MOST_ROWS;
  if (held.isOverfull) await releaseRows(held, ({ named }) => named[0]?.claim?.name ?? null);
}

/** Hands out all rows that are held, in the order in which they came. */
export async function releaseRows(held: HeldRows, hostOf: (lot: HeldLot) => string | null): Promise<void> {
  for (const { lot, rows } of held.tables.splice(0)) {
    const host = hostOf(lot);
    await held.sink(rows.map((row) => ({ ...row, host })));
  }
  held.size = 0;
}
