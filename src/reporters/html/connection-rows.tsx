import type { ComponentChild } from "preact";
import type { ConnectionRow } from "../../summary/index.ts";
import { counted, NONE } from "../figures.ts";
import { printable } from "../printable.ts";
import { LongTable } from "./table.tsx";

/** Rows that a file carries along: more would make it too large to be mailed. CSV has them all. */
const MOST_ROWS = 5000;

/** Rows that browsers without scripts show; of more only the first few, as they weigh more than all of them as data. */
const MOST_PLAIN = 2000;
const FEW_PLAIN = 200;

const HEADING = [
  ...["Host", "Local address", "Port", "Foreign address", "Port there", "State", "Offload state", "Counts as"],
  ...["Process", "Line"],
];
const ALIGN = "lllllllllr";
/** Host, port, state, offload state, what it counts as, process. */
const FILTERS = [0, 2, 5, 6, 7, 8];

type CellText = string | readonly [string, string | number];

/** The rows of connections that a file shows, and how many there were. */
export interface ConnectionRows {
  readonly shown: readonly (readonly CellText[])[];
  readonly total: number;
}

/** Takes rows as they are read, and holds the first of them. */
export function rowCollection(): {
  readonly add: (rows: readonly ConnectionRow[]) => void;
  readonly rows: () => ConnectionRows;
} {
  const shown: (readonly CellText[])[] = [];
  let total = 0;
  return {
    add(rows) {
      shown.push(...rows.slice(0, MOST_ROWS - shown.length).map(textsOf));
      total += rows.length;
    },
    rows: () => ({ shown, total }),
  };
}

/** Every row of every table, to be searched, sorted and narrowed down; folded up, because it is long. */
export function ConnectionTable({ rows: { shown, total } }: { readonly rows: ConnectionRows }): ComponentChild {
  if (total === 0) return null;
  const isPlain = total <= MOST_PLAIN;
  const plain = isPlain ? shown : shown.slice(0, FEW_PLAIN);
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">Rows of connections</h2>
      {total > shown.length && (
        <p>
          The first {shown.length} of {counted(total, "row")}; <code>--format csv</code> prints all.
        </p>
      )}
      <details>
        <summary>{counted(shown.length, "row")}</summary>
        <LongTable
          caption={isPlain ? "Rows of all netstat tables" : `The first ${plain.length} of ${total} rows`}
          heading={HEADING}
          rows={plain.map((cells) => cells.map((cell) => (typeof cell === "string" ? cell : cell[0])))}
          filters={FILTERS}
          align={ALIGN}
          {...(!isPlain && { data: shown, dataCaption: `The first ${shown.length} of ${total} rows` })}
        />
      </details>
    </section>
  );
}

function textsOf({ host, source, connection, process, class: counts }: ConnectionRow): readonly CellText[] {
  const { line, localAddress, localPort, foreignAddress, foreignPort, state, offloadState } = connection;
  const offload = offloadState ?? connection.unknownOffloadState;
  const texts = [host, localAddress, localPort, foreignAddress, foreignPort, state, offload, counts, process];
  return [...texts.map((text) => printable(String(text ?? NONE))), [`${printable(source)}:${line}`, line]];
}
