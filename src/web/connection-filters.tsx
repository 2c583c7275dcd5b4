import type { ComponentChild } from "preact";
import { printable } from "../reporters/printable.ts";
import { type Facet, type FacetValues, facets, type RowColumn, type RowQuery } from "./rows.ts";

/** What the columns are called. */
export const columnTitles: { readonly [C in RowColumn]: string } = {
  host: "Host",
  line: "Line",
  local: "Local",
  foreign: "Foreign",
  state: "State",
  offload: "Offload state",
  class: "Class",
  process: "Process",
};

interface FiltersProps {
  readonly query: RowQuery;
  readonly values: FacetValues;
  readonly onQuery: (query: RowQuery) => void;
}

/** What is chosen of the connections: by what an address contains, and by the values of a column. */
export function Filters({ query, values, onQuery }: FiltersProps): ComponentChild {
  function choose(facet: Facet, value: string): void {
    const { [facet]: _, ...others } = query.wanted;
    onQuery({ ...query, wanted: value === "" ? others : { ...others, [facet]: value } });
  }
  return (
    <div class="filters">
      <label>
        Address or :port{" "}
        <input
          type="search"
          value={query.endpoint}
          onInput={({ currentTarget }) => onQuery({ ...query, endpoint: currentTarget.value })}
        />
      </label>
      {facets.map((facet) => {
        if (values[facet].length < 2) return null;
        return (
          <label key={facet}>
            {columnTitles[facet]}{" "}
            <select
              aria-label={columnTitles[facet]}
              value={query.wanted[facet] ?? ""}
              onChange={({ currentTarget }) => choose(facet, currentTarget.value)}
            >
              <option value="">all</option>
              {values[facet].map((value) => (
                <option key={value} value={value}>
                  {printable(value)}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
