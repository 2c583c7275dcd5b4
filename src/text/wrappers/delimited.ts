import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited } from "../mends/mend.ts";
import { anyLine, atBeginning, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** A row of netstat whose cells are parted: `TCP,192.0.2.1:445,…`, `"TCP";"192.0.2.1:445";…`, `,TCP,192.0.2.1:445`. */
const row = /^[ \t]*[[({]?(?:[,;|]?["' \t]{0,4}){0,2}(?:TCP|UDP)(?:v6)?["']?[ \t]{0,8}([,;])/i;
const mayBeRow = /[[({]?(?:[,;|]?["' \t]{0,4}){0,2}(?:TCP|UDP)(?:v6)?["']?[ \t]{0,8}[,;]/iy;
/** The separators behind the last cell of a line, as a spreadsheet writes them for its empty cells. */
const emptyCells = /[,;]{3,}[ \t]*$/;
/** What stands above rows: words alone, at least four cells of them. */
const words = /^[^\d:\n]{1,400}$/;
const LEAST_SEPARATORS = 3;
/** Lines between the heading and the first row. */
const MOST_BETWEEN = 3;
/** A line of a table is no longer. */
const LONGEST = 1000;

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\*|[\da-f]*:[\da-f:.]+(?:%\w+)?)$/i;
const port = /^(?:\d{1,5}|\*)$/;

/** A table whose cells are parted by commas or semicolons, with quotation marks or without, as spreadsheets save it. */
export const delimited: Wrapper = {
  name: "cells parted by commas and semicolons",
  hints: [/,,,|;;;/, atBeginning(mayBeRow)],
  mayHold: (text) =>
    text.includes(",,,") || text.includes(";;;") || (/[,;]/.test(text) && anyLine(text, mayBeRow, beginsRow)),
  begin: () => begin(),
};

function begin(): Unwrapping {
  const held: Line[] = [];
  const rest = (): readonly Line[] => held.splice(0);
  return {
    take: (line) => {
      const plain = withoutEmptyCells(line);
      const { text } = plain;
      const separator = text.length > LONGEST ? undefined : row.exec(text)?.[1];
      if (separator !== undefined) {
        const above = held.splice(0).map((one) => parted(one, separator, "heading"));
        return [...above, parted(plain, separator, "row")];
      }
      if (isHeading(text)) return [...rest(), ...hold(plain)];
      if (held.length > 0 && text.trim() === "" && held.length <= MOST_BETWEEN) return hold(plain);
      return held.length === 0 ? [plain] : [...rest(), plain];
    },
    rest,
  };

  function hold(line: Line): readonly Line[] {
    held.push(line);
    return [];
  }
}

/** A line that has separators in front of those too may be a row of a table of CSV, which has as many cells as its heading. */
function withoutEmptyCells(line: Line): Line {
  const found = line.text.length > LONGEST ? null : emptyCells.exec(line.text);
  if (found === null) return line;
  const isOfTable = line.text.slice(0, found.index).includes(found[0].slice(0, 1)) && !row.test(line.text);
  if (isOfTable) return line;
  return edited(line, [{ from: found.index, to: line.text.length, text: "" }])[0] ?? line;
}

function isHeading(text: string): boolean {
  if (!words.test(text)) return false;
  const counts = [",", ";"].map((sign) => text.split(sign).length - 1);
  return counts.some((count) => count >= LEAST_SEPARATORS);
}

/** A quotation mark, a bracket, a separator, T or U. */
function beginsRow(code: number): boolean {
  return "\"'[({,;|TUtu".includes(String.fromCharCode(code));
}

interface Cell {
  readonly from: number;
  readonly to: number;
  /** What is between its quotation marks and blanks. */
  readonly start: number;
  readonly end: number;
}

/** The cells of the line with gaps between them. */
function parted(line: Line, separator: string, what: "heading" | "row"): Line {
  const { text } = line;
  if (text.trim() === "") return line;
  const cells = cellsOf(text, separator);
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, cell] of cells.entries()) {
    const gap = index === 0 ? "" : what === "row" && isPortOf(text, cells[index - 1], cell) ? ":" : "  ";
    edits.push({ from: at, to: cell.start, text: gap });
    at = cell.end;
  }
  edits.push({ from: at, to: text.length, text: "" });
  return edited(line, what === "row" ? withBrackets(text, cells, edits) : edits)[0] ?? line;
}

function cellsOf(text: string, separator: string): readonly Cell[] {
  const cells: Cell[] = [];
  const first = text.length - text.trimStart().length + (/^[ \t]*[[({]/.test(text) ? 1 : 0);
  for (let from = first; from <= text.length; ) {
    const quoted = /^[ \t]*(["'])/.exec(text.slice(from, from + LONGEST));
    const opened = from + (quoted?.[0].length ?? 0);
    const closed = quoted === null ? -1 : text.indexOf(quoted[1] ?? "", opened);
    const next = text.indexOf(separator, Math.max(from, closed));
    const to = next < 0 ? text.length : next;
    const end = closed < 0 ? from + text.slice(from, to).trimEnd().length : closed;
    const start = quoted === null ? from + (text.slice(from, end).match(/^[ \t]*/)?.[0].length ?? 0) : opened;
    if (end > start || cells.length > 0) cells.push({ from, to, start, end });
    from = to + 1;
  }
  return cells;
}

/** True for a port that has a cell of its own behind the one of its address. */
function isPortOf(text: string, before: Cell | undefined, cell: Cell): boolean {
  if (before === undefined || !port.test(text.slice(cell.start, cell.end))) return false;
  return address.test(text.slice(before.start, before.end));
}

/** An IPv6 address whose port has a cell of its own gets the brackets that netstat prints. */
function withBrackets(text: string, cells: readonly Cell[], edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit, at) => {
    const [behind, before] = [isLoneIPv6(text, cells[at], cells[at + 1]), isLoneIPv6(text, cells[at - 1], cells[at])];
    return { ...edit, text: `${before ? "]" : ""}${edit.text}${behind ? "[" : ""}` };
  });
}

function isLoneIPv6(text: string, cell: Cell | undefined, next: Cell | undefined): boolean {
  if (cell === undefined || next === undefined || !isPortOf(text, cell, next)) return false;
  return text.slice(cell.start, cell.end).includes(":");
}
