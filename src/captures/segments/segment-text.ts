import type { LineRun } from "../../../grammar/index.ts";
import {
  type PackedTable,
  type PackedText,
  type PlacedRows,
  packedTable,
} from "../../../grammar/kinds/netstat/packed/index.ts";
import type { Mended } from "../../text/index.ts";

/** The lines of a segment as one text, with the way back to the source kept in as few runs as possible. */
export function segmentText(parts: readonly Mended[]): PackedText {
  const runs = runsOf(parts);
  const table = tableIn(parts);
  if (table === undefined) return { text: joined(parts), runs };
  let text: string | undefined;
  return {
    get text() {
      text ??= joined(parts);
      return text;
    },
    runs,
    table,
  };
}

function joined(parts: readonly Mended[]): string {
  return parts.map((part) => ("pieces" in part ? `${part.text}\n` : part.text)).join("");
}

function runsOf(parts: readonly Mended[]): readonly LineRun[] {
  const runs: LineRun[] = [];
  let ordinal = 0;
  // Source line that an unmoved line would have to come from to belong to the last run; 0 when none would.
  let nextLine = 0;
  for (const part of parts) {
    if (!("pieces" in part)) {
      if (part.line !== nextLine) runs.push({ ordinal, line: part.line });
      ordinal += part.lines;
      nextLine = part.line + part.lines;
      continue;
    }
    const [first, ...more] = part.pieces;
    const isUnmoved = more.length === 0 && first.at === 0 && first.column === 1;
    if (!isUnmoved) runs.push({ ordinal, line: first.line, pieces: part.pieces });
    else if (first.line !== nextLine) runs.push({ ordinal, line: first.line });
    ordinal += 1;
    nextLine = isUnmoved ? first.line + 1 : 0;
  }
  return runs;
}

/** The packed table that the parts are: lines above rows, and nothing but packed rows from there on. */
function tableIn(parts: readonly Mended[]): PackedTable | undefined {
  const start = parts.findIndex((part) => !("pieces" in part));
  const rows: PlacedRows[] = [];
  let first = 0;
  for (const part of start < 0 ? [] : parts.slice(start)) {
    if ("pieces" in part || part.packed === undefined) return undefined;
    rows.push({ packed: part.packed, first, line: part.line });
    first += part.lines;
  }
  return rows.length === 0 ? undefined : packedTable(rows, start, joined(parts.slice(0, start)));
}
