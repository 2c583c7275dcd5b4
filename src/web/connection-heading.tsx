import type { ComponentChild } from "preact";
import { columnTitles } from "./connection-filters.tsx";
import type { RowColumn, RowQuery } from "./rows.ts";

interface HeadingProps {
  readonly column: RowColumn;
  readonly query: RowQuery;
  readonly onQuery: (query: RowQuery) => void;
}

/** A heading that sorts by its column. */
export function Heading({ column, query, onQuery }: HeadingProps): ComponentChild {
  return (
    <th scope="col" class={column} aria-sort={query.sort?.by === column ? query.sort.order : undefined}>
      <button type="button" onClick={() => onQuery({ ...query, sort: nextSort(query.sort, column) })}>
        {columnTitles[column]}
      </button>
    </th>
  );
}

/** Upwards, downwards, and as they were read. */
function nextSort(sort: RowQuery["sort"], by: RowColumn): RowQuery["sort"] {
  if (sort?.by !== by) return { by, order: "ascending" };
  return sort.order === "ascending" ? { by, order: "descending" } : null;
}
