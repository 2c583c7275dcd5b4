import type { Line } from "../../../grammar/contract/place.ts";
import { isPossibleName, readLabel } from "../../../grammar/markers/index.ts";
import { type Edit, edited } from "../mends/mend.ts";
import { answerIn } from "./printed-lines.ts";
import { cellsIn, type Piece } from "./quoted-cells.ts";
import { MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** A cell that is still open where its line ends, or closed where the line began within it; a row in the second cell. */
const mayHold =
  /(?:^|[,;\t])"[^"\n]*$|^[^"\n]*"(?:[,;\t]|$)|^(?:"[^",;\t\n]{1,100}"|[^",;\t\n]{1,100})[,;\t]"[ \t]{0,8}(?:TCP|UDP)[ \t]/m;
const delimiters = [",", ";", "\t"] as const;
/** A table of captures has few columns with short titles. */
const LONGEST_HEADING = 400;
const MOST_COLUMNS = 20;
/** Records that are held back until one shows that each is a line of what a command printed. */
const MOST_UNTOLD = 60;

/** An output in a cell has as many lines; a description or an address has fewer. */
const FEWEST_LINES = 4;

interface Table {
  readonly delimiter: string;
  readonly titles: readonly string[];
}

interface CellLine {
  readonly line: Line;
  readonly pieces: readonly Piece[];
}

/** A record while its lines go by. */
interface OpenRecord {
  readonly lines: CellLine[];
  size: number;
  cell: number;
  /** True once its head was handed on. */
  isBegun: boolean;
}

/** Tables of CSV with a column that names the host and another whose cells hold what was captured of it. */
export const hostCells: Wrapper = {
  name: "cells beside names of hosts",
  hints: [/(?:^|[,;\t])"/],
  mayHold: (text) => text.includes('"') && mayHold.test(text),
  begin: () => begin(),
};

function begin(): Unwrapping {
  let table: Table | undefined;
  let record: OpenRecord | undefined;
  /** Records of one line each: they are rows of a table like any until one shows something printed. */
  const untold: CellLine[] = [];
  let host: string | undefined;
  let areLines = false;

  const untouched = (): readonly Line[] => untold.splice(0).map(({ line }) => line);
  const handOn = (titles: readonly string[]): readonly Line[] => {
    if (record === undefined) return [];
    const lines = unwrapped(record, titles);
    record.isBegun = true;
    record.size = 0;
    record.lines.length = 0;
    return lines;
  };
  const takeWhole = (own: CellLine, { titles }: Table): readonly Line[] => {
    untold.push(own);
    areLines ||= titles.length === 2 && contentsOf(own).some((text) => answerIn(text) !== undefined);
    if (!areLines) return untold.length > MOST_UNTOLD || titles.length !== 2 ? untouched() : [];
    return untold.splice(0).flatMap((one) => {
      const named = hostIn(one, titles);
      const isSame = named !== undefined && named === host;
      host = named ?? host;
      return unwrapped({ lines: [one], isBegun: isSame }, titles);
    });
  };
  const end = (line: Line): readonly Line[] => {
    const before = [...untouched(), ...handOn(table?.titles ?? [])];
    table = headingIn(line.text);
    record = undefined;
    areLines = false;
    host = undefined;
    return [...before, line];
  };
  return {
    take: (line) => {
      if (table === undefined) return end(line);
      // As some write a line end twice.
      if (record === undefined && line.text.trim() === "") return [...untouched(), line];
      const found = cellsIn(line, table.delimiter, record?.cell);
      const last = found.pieces.at(-1)?.cell ?? 0;
      const isShort = !found.isOpen && last < table.titles.length - 1;
      if (found.isBroken || isShort || last >= table.titles.length) return end(line);
      const own = { line, pieces: found.pieces };
      if (record === undefined && !found.isOpen) return takeWhole(own, table);
      record ??= { lines: [], size: 0, cell: 0, isBegun: false };
      record.lines.push(own);
      record.size += line.text.length;
      record.cell = last;
      if (found.isOpen) return record.size > MOST_HELD_BACK ? handOn(table.titles) : [];
      const lines = [...untouched(), ...handOn(table.titles)];
      record = undefined;
      return lines;
    },
    rest: () => [...untouched(), ...handOn(table?.titles ?? [])],
  };
}

/** The table whose titles the line has, one of which says that the host is below it. */
function headingIn(text: string): Table | undefined {
  if (text.length > LONGEST_HEADING || /\d/.test(text)) return undefined;
  for (const delimiter of delimiters) {
    const titles = text.split(delimiter).map((title) => title.trim().replace(/^"([^"]*)"$/, "$1"));
    if (titles.length < 2 || titles.length > MOST_COLUMNS || titles.some((title) => title.includes('"'))) continue;
    if (titles.some((title) => nameUnder(title, "SRV01") !== undefined)) return { delimiter, titles };
  }
  return undefined;
}

function nameUnder(title: string, value: string): string | undefined {
  return isPossibleName(value) ? readLabel(`${title}: ${value}`)?.host?.name : undefined;
}

function contentsOf({ line: { text }, pieces }: CellLine): readonly string[] {
  return pieces.map(({ from, to }) => text.slice(from, to));
}

function hostIn(own: CellLine, titles: readonly string[]): string | undefined {
  const contents = contentsOf(own);
  return own.pieces.map(({ cell }, at) => nameUnder(titles[cell] ?? "", contents[at] ?? "")).find(Boolean);
}

/** The lines of the cells, below a line that says whose they are. */
function unwrapped(
  { lines, isBegun }: Pick<OpenRecord, "lines" | "isBegun">,
  titles: readonly string[],
): readonly Line[] {
  const named = lines.map((own) => hostIn(own, titles)).find((name) => name !== undefined);
  if (!isBegun && lines.length > 1 && lines.length < FEWEST_LINES) return lines.map(({ line }) => line);
  const head = isBegun || named === undefined ? "" : `\nHost: ${named}\n`;
  return lines.flatMap(({ line, pieces }, at) => {
    const kept = pieces.filter(
      ({ cell, from, to }) => nameUnder(titles[cell] ?? "", line.text.slice(from, to)) === undefined,
    );
    return edited(line, editsOf(line.text, kept, at === 0 ? head : ""));
  });
}

/** The edits that leave these pieces of the line, each on a line of its own. */
function editsOf(text: string, pieces: readonly Piece[], head: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, { from, to, twice }] of pieces.entries()) {
    edits.push({ from: at, to: from, text: index === 0 ? head : "\n" });
    for (const mark of twice) edits.push({ from: mark, to: mark + 1, text: "" });
    at = to;
  }
  edits.push({ from: at, to: text.length, text: pieces.length === 0 ? head : "" });
  return edits;
}
