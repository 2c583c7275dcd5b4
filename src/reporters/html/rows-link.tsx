import { type ComponentChild, type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Groups, ReportPlace } from "../../report/index.ts";
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
  readonly children: ComponentChildren;
}

/** A number or a name that shows its rows; text where there is nowhere to show them. */
export function RowsLink({ wanted, children }: RowsLinkProps): ComponentChild {
  const show = useContext(RowsAction);
  if (show === null || wanted === undefined) return children;
  return (
    <button type="button" class="rows-link" data-rows={JSON.stringify(wanted)} onClick={() => show(wanted)}>
      {children}
    </button>
  );
}
