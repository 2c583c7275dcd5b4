import type { ComponentChild, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ReportPlace } from "../report/index.ts";
import { counted } from "../reporters/figures.ts";
import type { RowsWanted } from "../reporters/html/parts.ts";
import { printable } from "../reporters/printable.ts";
import { Filters } from "./connection-filters.tsx";
import { Heading } from "./connection-heading.tsx";
import { markNumbers, wantedWords } from "./marked-numbers.ts";
import type { Answer, ConnectionsRead } from "./messages.ts";
import type { Reader } from "./reader.ts";
import {
  allRows,
  type FacetValues,
  facets,
  type RowColumn,
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
  /** Rows that a number or a bar of the report is of; null for all. */
  readonly wanted: RowsWanted | null;
  readonly onWanted: (wanted: RowsWanted | null) => void;
}

const NONE_FOUND: RowsFound = { from: 0, rows: [], total: 0, at: null, looked: null };

/** Every row of every table, of which only those in view are there. It is drawn when it is opened. */
export function ConnectionTable(props: ConnectionTableProps): ComponentChild {
  const { wanted } = props;
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    setOpen(true);
    whole.current?.scrollIntoView({ block: "start" });
  }, [wanted]);
  if (props.total === 0) return null;
  return (
    <details
      ref={whole}
      class="all-connections"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h3>Connections, row by row: {counted(props.total, "row")}</h3>
      </summary>
      {isOpen ? <OpenTable {...props} /> : <RowLookedAt {...props} />}
    </details>
  );
}

/** Marks what the row that is looked at counts for while the table is closed. */
function RowLookedAt({ ask, answers, at, total }: ConnectionTableProps) {
  useEffect(() => {
    answers.current = (answer) => {
      if (answer.kind === "rows") markNumbers(null, answer.found.looked);
    };
    if (at !== null) ask({ query: allRows, from: 0, to: 0, at });
  }, [at, total, ask, answers]);
  return null;
}

function OpenTable({ total, values, ask, answers, goTo, at, wanted, onWanted }: ConnectionTableProps) {
  const pane = useRef<HTMLElement>(null);
  const [chosen, setQuery] = useState(allRows);
  const query = useMemo(() => ({ ...chosen, of: wanted }), [chosen, wanted]);
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

  useEffect(look, [found.total]);
  useEffect(() => markNumbers(wanted, found.looked), [wanted, found.looked]);

  return (
    <>
      {wanted !== null && (
        <p class="tab-actions">
          <span>Rows {wantedWords(wanted)}</span>
          <button type="button" onClick={() => onWanted(null)}>
            Show all rows
          </button>
        </p>
      )}
      <Filters query={query} values={values} onQuery={setQuery} />
      <p role="status">
        {found.total === total ? counted(total, "row") : `${found.total} of ${counted(total, "row")}`}
      </p>
      <section
        ref={pane}
        class="pane grid"
        style={{ height: `min(24rem, ${heightOf(found.total + 2)}px)` }}
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

/** Nobody needs a column with nothing in it, nor the name of the only host in each row. */
function isEmptyColumn(column: RowColumn, values: FacetValues): boolean {
  const facet = facets.find((one) => one === column);
  return facet !== undefined && values[facet].length < (facet === "host" ? 2 : 1);
}
