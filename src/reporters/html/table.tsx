import type { ComponentChild } from "preact";
import { packed } from "./packed.ts";

interface TableProps {
  readonly caption: string;
  /** Names of the columns; an empty one heads the column of the rows' own names. */
  readonly heading: readonly ComponentChild[];
  /** Rows of cells, the first of which names the row where the column has letters in it. */
  readonly rows: readonly (readonly ComponentChild[])[];
  /** A letter for each column, l or r. */
  readonly align: string;
  /** Columns that a long table is narrowed down by. */
  readonly filters?: readonly number[];
  /** What the script sorts by, row by row; the table can be sorted when it is given. */
  readonly sortKeys?: readonly (readonly (string | number)[])[];
}

/** A table with a caption, moved aside where it is wider than there is room. A column of numbers stands to the right; the first cell of a row names it. */
export function Table(props: TableProps): ComponentChild {
  return (
    <div class="wide">
      <PlainTable {...props} />
    </div>
  );
}

function PlainTable({ caption, heading, rows, align, filters = [], sortKeys }: TableProps): ComponentChild {
  return (
    <table data-sortable={sortKeys === undefined ? undefined : ""}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heading.map((name, column) =>
            name === "" ? (
              <td key={column} />
            ) : (
              <th
                key={column}
                scope="col"
                class={align[column] === "r" ? "number" : undefined}
                data-filter={filters.includes(column) ? "" : undefined}
              >
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>{cells.map((cell, column) => oneCell(cell, column, align, sortKeys?.[row]?.[column]))}</tr>
        ))}
      </tbody>
    </table>
  );
}

export interface LongTableProps extends TableProps {
  /** Rows for browsers with scripts where those of others are not all there are; a cell has its key, and its link, beside it. */
  readonly dataCaption?: string;
  readonly data?: readonly (readonly (string | readonly [string, string | number, link?: string])[])[];
}

/** A table too long to be drawn at once: it can be searched, narrowed down and sorted, and without scripts is as any other. */
export function LongTable({ data, dataCaption = "", ...table }: LongTableProps): ComponentChild {
  return (
    <div class="wide" data-long-table={dataCaption}>
      <noscript>
        <PlainTable {...table} />
      </noscript>
      {data !== undefined && <script type="text/plain" dangerouslySetInnerHTML={{ __html: packedRows(data) }} />}
    </div>
  );
}

function packedRows(rows: object): string {
  return [...packed([JSON.stringify(rows)])].join("");
}

function oneCell(cell: ComponentChild, column: number, align: string, sortKey: string | number | undefined) {
  const side = align[column] === "r" ? "number" : undefined;
  return column === 0 && side === undefined ? (
    <th key={column} scope="row" data-sort={sortKey}>
      {cell}
    </th>
  ) : (
    <td key={column} class={side} data-sort={sortKey}>
      {cell}
    </td>
  );
}
