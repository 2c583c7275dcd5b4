import type { ComponentChild, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReportPlace } from "../report/index.ts";
import { counted } from "../reporters/figures.ts";
import { printable } from "../reporters/printable.ts";
import { columnTitles, Filters } from "./connection-filters.tsx";
import type { Answer, ConnectionsRead } from "./messages.ts";
import type { Reader } from "./reader.ts";
import {
  allRows,
  type FacetValues,
  facets,
  type RowColumn,
  type RowQuery,
  type RowsFound,
  rowColumns,
  type ShownRow,
} from "./rows.ts";
import { heightOf, ROW, rowsInView, scrollTo } from "./visible-rows.ts";

interface ConnectionTableProps extends ConnectionsRead {
  readonly ask: Reader["showRows"];
  /** Where answers to what was asked are to be given. */
  readonly answers: RefObject<(answer: Answer) => void>;
  /** What goes to a line; null where its text is not there. */
  readonly goTo: (place: ReportPlace) => (() => void) | null;
  /** The line of the text that is looked at. */
  readonly at: ReportPlace | null;
}

const NONE_FOUND: RowsFound = { from: 0, rows: [], total: 0, at: null };

/** Every row of every table, of which only those in view are there. It is drawn when it is opened. */
export function ConnectionTable(props: ConnectionTableProps): ComponentChild {
  const [isOpen, setOpen] = useState(false);
  if (props.total === 0) return null;
  return (
    <details class="all-connections" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>Connections, row by row: {counted(props.total, "row")}</h3>
      </summary>
      {isOpen && <OpenTable {...props} />}
    </details>
  );
}

function OpenTable({ total, values, ask, answers, goTo, at }: ConnectionTableProps) {
  const pane = useRef<HTMLElement>(null);
  const [query, setQuery] = useState(allRows);
  const [view, setView] = useState({ top: 0, height: 400 });
  const [found, setFound] = useState({ ...NONE_FOUND, total });
  const rows = rowsInView(view.top, view.height, found.total);
  const drawn = Math.max(0, rows.to - rows.from);
  const columns = useMemo(() => rowColumns.filter((column) => !isEmptyColumn(column, values)), [values]);

  function look(): void {
    if (pane.current !== null) setView({ top: pane.current.scrollTop, height: pane.current.clientHeight });
  }

  useEffect(() => {
    answers.current = (answer) => {
      if (answer.kind === "rows") setFound(answer.found);
    };
    ask({ query, from: rows.from, to: rows.to, at });
  }, [query, rows.from, rows.to, at, ask, answers, total]);

  useEffect(() => {
    if (pane.current === null || found.at === null) return;
    pane.current.scrollTop = scrollTo(found.at, pane.current.clientHeight, found.total);
    look();
  }, [found.at]);

  useEffect(look, []);

  return (
    <>
      <Filters query={query} values={values} onQuery={setQuery} />
      <p role="status">
        {found.total === total ? counted(total, "row") : `${found.total} of ${counted(total, "row")}`}
      </p>
      <section
        ref={pane}
        class="pane grid"
        aria-label="Connections"
        translate={false}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse has to be able to scroll it
        tabIndex={0}
        onScroll={look}
      >
        <table aria-rowcount={found.total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Heading key={column} {...{ column, query }} onQuery={setQuery} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={rows.top} />
            {Array.from({ length: drawn }, (_, offset) => rows.from + offset).map((index) => (
              <OneRow
                key={index}
                index={index}
                row={found.rows[index - found.from]}
                columns={columns}
                isAt={index === found.at}
                goTo={goTo}
              />
            ))}
            <Gap height={Math.max(0, heightOf(found.total) - rows.top - drawn * ROW)} />
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Where the rows would be that are not in view. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr>
      <td class="gap" style={{ height: `${height}px` }} />
    </tr>
  );
}

interface OneRowProps {
  readonly index: number;
  readonly row: ShownRow | undefined;
  readonly columns: readonly RowColumn[];
  readonly isAt: boolean;
  readonly goTo: ConnectionTableProps["goTo"];
}

function OneRow({ index, row, columns, isAt, goTo }: OneRowProps) {
  const go = row === undefined ? null : goTo(row.place);
  return (
    <tr aria-rowindex={index + 2} class={isAt ? "row marked" : "row"} style={{ height: `${ROW}px` }}>
      {columns.map((column) => {
        const text = printable(row?.cells[column] ?? "");
        return (
          <td key={column} class={column} title={text}>
            {column === "line" && go !== null ? (
              <button type="button" class="place" onClick={go}>
                {text}
              </button>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface HeadingProps {
  readonly column: RowColumn;
  readonly query: RowQuery;
  readonly onQuery: (query: RowQuery) => void;
}

function Heading({ column, query, onQuery }: HeadingProps) {
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

/** Nobody needs a column with nothing in it, nor the name of the only host in each row. */
function isEmptyColumn(column: RowColumn, values: FacetValues): boolean {
  const facet = facets.find((one) => one === column);
  return facet !== undefined && values[facet].length < (facet === "host" ? 2 : 1);
}
