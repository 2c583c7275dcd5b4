import type { ConnectionRow } from "../index.ts";
import type { ReportPlace } from "../report/index.ts";
import type { RowsWanted } from "../reporters/html/parts.ts";
import { isWanted, marksOf, type RowMarks } from "./wanted-rows.ts";

/** The columns of the table of connections, as it is shown, sorted and filtered. */
export const rowColumns = ["host", "line", "offload", "state", "local", "foreign", "process", "class"] as const;

export type RowColumn = (typeof rowColumns)[number];

/** Columns with few values, of which one can be chosen. */
export const facets = ["host", "state", "offload", "class", "process"] as const satisfies readonly RowColumn[];

export type Facet = (typeof facets)[number];

/** Which rows are wanted, and in which order. */
export interface RowQuery {
  /** As they were read where it is null. */
  readonly sort: { readonly by: RowColumn; readonly order: "ascending" | "descending" } | null;
  readonly wanted: { readonly [F in Facet]?: string };
  /** What an address or a port contains; with a colon before it, a port that is just that. */
  readonly endpoint: string;
  /** Those that a number or a bar of the report is of; null for all. */
  readonly of: RowsWanted | null;
}

export const allRows: RowQuery = { sort: null, wanted: {}, endpoint: "", of: null };

/** A row as it is shown, with the line it was read from. */
export interface ShownRow {
  readonly place: ReportPlace;
  readonly cells: { readonly [C in RowColumn]: string };
}

/** What is asked for: a stretch of the rows that are wanted, and where among them that of a line stands. */
export interface RowsAsked {
  readonly query: RowQuery;
  /** Zero-based. */
  readonly from: number;
  readonly to: number;
  readonly at: ReportPlace | null;
}

/** A stretch of the rows that are wanted. */
export interface RowsFound {
  readonly from: number;
  readonly rows: readonly ShownRow[];
  /** How many rows are wanted. */
  readonly total: number;
  /** Where among them the row of the line that was asked for stands; null where it does not. */
  readonly at: number | null;
  /** What the row of that line belongs to, wanted or not. */
  readonly looked: RowMarks | null;
}

/** Values of a column to choose from; more would be no choice. */
const MOST_VALUES = 200;

/** The values of each column that has few. */
export type FacetValues = { readonly [F in Facet]: readonly string[] };

/** All rows of a run, and the ones that were wanted last, which are asked for stretch by stretch. */
export interface Rows {
  readonly all: ConnectionRow[];
  last: { readonly key: string; readonly chosen: readonly number[] } | undefined;
}

/** What there is to choose from where nothing was read. */
export const noValues: FacetValues = { host: [], state: [], offload: [], class: [], process: [] };

export function noRows(): Rows {
  return { all: [], last: undefined };
}

export function addRows({ all }: Rows, more: readonly ConnectionRow[]): void {
  for (const row of more) all.push(row);
}

export function facetValues({ all }: Rows): FacetValues {
  const seen = new Map<Facet, Set<string>>(facets.map((facet) => [facet, new Set()]));
  for (const row of all) {
    for (const facet of facets) {
      const values = seen.get(facet);
      if (values !== undefined && values.size < MOST_VALUES) values.add(cellOf[facet](row));
    }
  }
  const of = (facet: Facet) => [...(seen.get(facet) ?? [])].filter((value) => value !== "").sort();
  return { host: of("host"), state: of("state"), offload: of("offload"), class: of("class"), process: of("process") };
}

/** Rows from the zero-based `from` up to `to` of those that are wanted. */
export function rowsFound(rows: Rows, { query, from, to, at }: RowsAsked): RowsFound {
  const chosen = chosenRows(rows, query);
  const shown = chosen.slice(from, to).flatMap((index) => {
    const row = rows.all[index];
    return row === undefined ? [] : [shownRow(row)];
  });
  const place = at === null ? null : placeAmong(rows, chosen, at);
  return { from, rows: shown, total: chosen.length, at: place, looked: lookedAt(rows, at) };
}

function lookedAt({ all }: Rows, at: ReportPlace | null): RowMarks | null {
  const row = all.find(({ source, connection }) => connection.line === at?.line && source === at.source);
  return row === undefined ? null : marksOf(row);
}

function chosenRows(rows: Rows, query: RowQuery): readonly number[] {
  const key = JSON.stringify(query);
  if (rows.last?.key !== key) rows.last = { key, chosen: sorted(rows.all, filtered(rows.all, query), query.sort) };
  return rows.last.chosen;
}

function filtered(all: readonly ConnectionRow[], { wanted, endpoint, of }: RowQuery): number[] {
  const chosen: number[] = [];
  const sought = endpoint.trim().toLowerCase();
  for (const [index, row] of all.entries()) {
    const hasValues = facets.every((facet) => wanted[facet] === undefined || wanted[facet] === cellOf[facet](row));
    if (of !== null && !isWanted(marksOf(row), of)) continue;
    if (hasValues && (sought === "" || hasEndpoint(row, sought))) chosen.push(index);
  }
  return chosen;
}

function hasEndpoint({ connection }: ConnectionRow, sought: string): boolean {
  const { localAddress, localPort, foreignAddress, foreignPort } = connection;
  if (sought.startsWith(":") && !sought.startsWith("::")) {
    const port = sought.slice(1);
    return String(localPort).toLowerCase() === port || String(foreignPort).toLowerCase() === port;
  }
  return `${localAddress}:${localPort} ${foreignAddress}:${foreignPort}`.toLowerCase().includes(sought);
}

function sorted(all: readonly ConnectionRow[], chosen: number[], sort: RowQuery["sort"]): readonly number[] {
  if (sort === null) return chosen;
  const keys = new Map(chosen.map((index) => [index, keyOf(sort.by, all[index])]));
  const sign = sort.order === "ascending" ? 1 : -1;
  return chosen.sort((one, other) => {
    const [a = "", b = ""] = [keys.get(one), keys.get(other)];
    return a === b ? one - other : a < b ? -sign : sign;
  });
}

/** What a column is sorted by: numbers in text by their size. */
function keyOf(column: RowColumn, row: ConnectionRow | undefined): string {
  if (row === undefined) return "";
  const text = column === "line" ? `${row.source}:${row.connection.line}` : cellOf[column](row);
  return text.replace(/\d+/g, (digits) => digits.padStart(12, "0"));
}

function placeAmong({ all }: Rows, chosen: readonly number[], { source, line }: ReportPlace): number | null {
  const at = chosen.findIndex((index) => all[index]?.connection.line === line && all[index]?.source === source);
  return at < 0 ? null : at;
}

function shownRow(row: ConnectionRow): ShownRow {
  const cell = (column: RowColumn) => cellOf[column](row);
  return {
    place: { source: row.source, line: row.connection.line },
    cells: {
      host: cell("host"),
      line: cell("line"),
      local: cell("local"),
      foreign: cell("foreign"),
      state: cell("state"),
      offload: cell("offload"),
      class: cell("class"),
      process: cell("process"),
    },
  };
}

const cellOf: { readonly [C in RowColumn]: (row: ConnectionRow) => string } = {
  host: ({ host }) => host ?? "",
  line: ({ connection }) => String(connection.line),
  local: ({ connection: { localAddress, localPort } }) => endpointText(localAddress, localPort),
  foreign: ({ connection: { foreignAddress, foreignPort } }) => endpointText(foreignAddress, foreignPort),
  state: ({ connection }) => connection.state ?? "",
  offload: ({ connection }) => connection.offloadState ?? connection.unknownOffloadState ?? "",
  class: (row) => row.class,
  process: ({ process, connection: { pid } }) => process ?? (pid === undefined ? "" : String(pid)),
};

function endpointText(address: string, port: number | string): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
