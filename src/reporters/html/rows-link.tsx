import { type ComponentChild, type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Groups, ReportPlace } from "../../report/index.ts";
import { printable } from "../printable.ts";
import type { SideName } from "./charts/side-names.ts";

/** Rows of a netstat table that a number or a bar is of. */
export interface RowsWanted {
  readonly table: ReportPlace & { readonly endLine: number };
  /** What they have in common: a group, a class, or that they are all counted, or all TCP. */
  readonly by: keyof Groups | "class" | "counted" | "tcp";
  readonly key: string;
  /** Where the connections are; null for wherever. */
  readonly side: SideName | null;
}

/** What shows rows of connections, null where there is nothing to show them: the paste page has them all, a file does not. */
export const RowsAction = createContext<((wanted: RowsWanted) => void) | null>(null);

/** Where a table stands, without its numbers. */
export function placeOf({ source, line, endLine }: RowsWanted["table"]): RowsWanted["table"] {
  return { source, line, endLine };
}

interface RowsLinkProps {
  readonly wanted: RowsWanted | undefined;
  /** Cells of the rows, by which a file finds them in its table of rows. */
  readonly cells?: readonly (string | null)[];
  readonly children: ComponentChildren;
}

/** A number or a name that shows its rows; text where there is nowhere to show them. */
export function RowsLink({ wanted, cells, children }: RowsLinkProps): ComponentChild {
  const show = useContext(RowsAction);
  if (show === null || wanted === undefined) {
    return cells === undefined ? children : <span data-find={wordsOf(cells)}>{children}</span>;
  }
  return (
    <button type="button" class="rows-link" data-rows={JSON.stringify(wanted)} onClick={() => show(wanted)}>
      {children}
    </button>
  );
}

/** Whole cells, as the search of a long table takes them. */
function wordsOf(cells: readonly (string | null)[]): string {
  return cells.flatMap((cell) => (cell === null ? [] : [`=${printable(cell).replaceAll(" ", "_")}`])).join(" ");
}
