import type { Cell, ColumnType } from "../report/index.ts";
import { withoutControls } from "../reporters/printable.ts";

const PLAIN = /^[\x20-\x7e]*$/;

/** Halves of pairs, which no encoding of text can write. */
const HALVES = /\p{Cs}/gu;

/** The cell as typed tables hold it: nothing is null, in text controls are shown as escapes, as in CSV. */
export function typedCell(cell: Cell, type: ColumnType): string | number | null {
  if (cell === null || cell === undefined || cell === "") return null;
  if (type !== "text") return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
  const text = String(cell);
  return PLAIN.test(text) ? text : withoutControls(text).replace(HALVES, "\ufffd");
}
