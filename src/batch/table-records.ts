import { type Cell, connections, recordOf, type TableName, tables } from "../report/index.ts";
import { type Rendering, shownInTable } from "../reporters/index.ts";
import type { OutputOptions } from "./renderings.ts";

/** Records made into text at a time. */
const RECORDS_A_PIECE = 500;

/** A table on its way into a part. */
export type RecordRendering = Pick<Rendering, "connections" | "report">;

type ConnectionRows = Parameters<NonNullable<Rendering["connections"]>>[0];

/** True where parts hold records, a JSON array a line: CSV could not tell again what was text and what a number. */
export function isKeptAsRecords({ tables: formats }: OutputOptions): boolean {
  return formats !== undefined && formats.length > 0;
}

export function recordRenderings({ show }: OutputOptions): ReadonlyMap<TableName, RecordRendering> {
  const all = new Map<TableName, RecordRendering>();
  for (const { name, records } of tables) {
    all.set(name, {
      ...(name === connections.name && { connections: (rows) => lines(connectionRecords(rows)) }),
      report: (report) => lines(records(shownInTable(report, name, show))),
    });
  }
  return all;
}

/** Reads records back out of a section as its bytes come. */
export function recordReader(): (bytes: Uint8Array) => readonly (readonly Cell[])[] {
  const decoder = new TextDecoder();
  let rest = "";
  return (bytes) => {
    const all = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = all.pop() ?? "";
    // Written by us, and checked by its checksum when the part is read to its end.
    return all.map((line): readonly Cell[] => JSON.parse(line));
  };
}

function* connectionRecords(rows: ConnectionRows): Generator<readonly Cell[]> {
  for (const row of rows) yield recordOf(connections, row);
}

function* lines(records: Iterable<readonly Cell[]>): Generator<string> {
  let piece = "";
  let count = 0;
  for (const record of records) {
    piece += `${JSON.stringify(record)}\n`;
    count += 1;
    if (count % RECORDS_A_PIECE !== 0) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
