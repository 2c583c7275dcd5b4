import type { ComponentChild } from "preact";

interface TableProps {
  readonly caption: string;
  /** Names of the columns; an empty one heads the column of the rows' own names. */
  readonly heading: readonly string[];
  /** Rows of cells, the first of which names the row where the column has letters in it. */
  readonly rows: readonly (readonly ComponentChild[])[];
  /** A letter for each column, l or r. */
  readonly align: string;
  /** What the script sorts by, row by row; the table can be sorted when it is given. */
  readonly sortKeys?: readonly (readonly (string | number)[])[];
}

/** A table with a caption. A column of numbers stands to the right; the first cell of a row names it. */
export function Table({ caption, heading, rows, align, sortKeys }: TableProps): ComponentChild {
  return (
    <table data-sortable={sortKeys === undefined ? undefined : ""}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heading.map((name, column) =>
            name === "" ? (
              <td key={name} />
            ) : (
              <th key={name} scope="col" class={align[column] === "r" ? "number" : undefined}>
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
