import type { Column } from "cliui";
import type { Severity } from "../../../grammar/contract/diagnostic.ts";
import type { EvidencePlace, ReportPlace } from "../../report/index.ts";
import { counted, placeText } from "../figures.ts";
import { printable } from "../printable.ts";
import type { Paint } from "../reporter.ts";
import { isPlain, type PlainColumn, plainRow, wrappedPlain } from "./plain-text.ts";

/** How a table stands on the page. */
export interface TableLayout {
  /** Blanks before its first column. */
  readonly indent: number;
  /**
   * One letter a column: `l` left, `r` right. The last column wraps when the page is too narrow, then the first one; those
   * between only when one of them alone is wider than the page, as wrapping takes time with the square of the width.
   */
  readonly align: string;
}

/** The page a report is set on: makes lines of a width, aligned by what the characters take on a terminal. */
export interface Page {
  readonly paint: Paint;
  /** Where something stands, as a sentence says it: `line 12`, `[2]:3–8`, or with the whole name of its source. */
  readonly place: (place: ReportPlace, endLine?: number) => string;
  /** The same in front of the line that is quoted. */
  readonly gutter: (place: ReportPlace) => string;
  /** The name of a source, made printable. */
  readonly source: (name: string) => string;
  /** One paragraph, wrapped between words; a word that is longer than the page is left whole. */
  readonly paragraph: (text: string, indent: number) => readonly string[];
  readonly table: (rows: readonly (readonly string[])[], layout: TableLayout) => readonly string[];
  /** The text in one line, cut where the page ends; `beside` columns are taken, and it has `least` in any case. */
  readonly cut: (text: string, room?: { readonly beside: number; readonly least: number }) => string;
  /** A table whose rows are one line each: what is wider than the page is cut. */
  readonly rows: (rows: readonly (readonly string[])[], align: string, indent?: number) => readonly string[];
}

/** Blanks between two columns. */
const GAP = 2;

/** The narrowest page there is: below it, wrapping makes text unreadable. */
const MIN_COLUMNS = 40;

/** The narrowest that a column is made to fit the page: below it, lines grow over the edge instead. */
const MIN_COLUMN = 16;

/** A page of the given width; loads what measures and wraps text. */
export async function openPage(columns: number, paint: Paint): Promise<Page> {
  const [{ default: cliui }, { default: widthOf }] = await Promise.all([import("cliui"), import("fast-string-width")]);
  const page = Math.max(columns, MIN_COLUMNS);

  const widthIn = (text: string) => (isPlain(text) ? text.length : widthOf(text));

  /** Row by row: what is not plain is wrapped by what knows the width of every character. */
  function set(rows: readonly (readonly PlainColumn[])[], width: number): readonly string[] {
    return rows.flatMap((row) => {
      const lines = plainRow(row);
      if (lines !== undefined) return lines;
      const ui = cliui({ width });
      ui.div(...row.map(columnOf));
      return ui.toString().split("\n");
    });
  }

  return {
    paint,
    place: placeText,
    gutter: placeText,
    source: printable,
    cut: (text, { beside, least } = { beside: 0, least: 0 }) => cutTo(text, Math.max(page - beside, least), widthIn),
    rows(rows, align, indent = 0) {
      const widths = [...align].map((_, index) => Math.max(1, ...rows.map((row) => widthIn(row[index] ?? ""))));
      return rows.map((row) => {
        const cells = row.map((text, index) => {
          const blanks = " ".repeat(Math.max(0, (widths[index] ?? 1) - widthIn(text)));
          return align[index] === "r" ? blanks + text : text + blanks;
        });
        return cutTo((" ".repeat(indent) + cells.join(" ".repeat(GAP))).trimEnd(), page, widthIn);
      });
    },
    paragraph(text, indent) {
      const whole = wrappedPlain(text, page - indent);
      if (whole !== undefined) return whole.map((line) => (" ".repeat(indent) + line).trimEnd());
      const longest = Math.max(...text.split(" ").map((word) => widthOf(word)));
      const width = Math.max(page, indent + longest);
      return set([[{ text, width: width - indent, left: indent, isRight: false }]], width);
    },
    table(rows, { indent, align }) {
      const natural = [...align].map((_, index) => Math.max(1, ...rows.map((row) => widthIn(row[index] ?? ""))));
      const gaps = GAP * (natural.length - 1);
      const widths = fitted(natural, page - indent - gaps);
      const columnIn = (row: readonly string[], index: number): PlainColumn => {
        const left = index === 0 ? indent : GAP;
        return { text: row[index] ?? "", width: widths[index] ?? 1, left, isRight: align[index] === "r" };
      };
      return set(
        rows.map((row) => widths.map((_, index) => columnIn(row, index))),
        indent + gaps + sumOf(widths),
      );
    },
  };
}

function columnOf({ text, width, left, isRight }: PlainColumn): Column {
  const column = { text, width: left + width, padding: [0, 0, 0, left] as const };
  return isRight ? { ...column, align: "right" } : column;
}

/** A severity as it is printed; what is only information has no colour. */
export function severityText(severity: Severity, { paint }: Page): string {
  if (severity === "info") return severity;
  return severity === "error" ? paint.error(severity) : paint.warning(severity);
}

/** Lines that something rests on, with their places; each stays on one line, however long, so that it can be found. */
export function quoteLines(
  places: readonly EvidencePlace[],
  most: number,
  indent: number,
  { paint, gutter }: Page,
): readonly string[] {
  const margin = " ".repeat(indent);
  const quoted = places.slice(0, most);
  const widest = Math.max(0, ...quoted.map((place) => gutter(place).length));
  const quotes = quoted.map((place) => {
    const text = printable(place.text.trim());
    const at = /^\d/.test(gutter(place)) ? gutter(place).padStart(widest) : gutter(place);
    return `${margin}${paint.faint(at)}${text === "" ? "" : `  ${text}`}`;
  });
  const more = places.length - quotes.length;
  return more > 0 ? [...quotes, `${margin}and ${counted(more, "more line")}`] : quotes;
}

function cutTo(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > room - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function fitted(natural: readonly number[], room: number): readonly number[] {
  const widths = natural.map((width) => Math.min(width, Math.max(room, MIN_COLUMN)));
  for (const column of [widths.length - 1, 0]) {
    const width = widths[column] ?? 0;
    const excess = Math.max(0, sumOf(widths) - room);
    widths[column] = Math.min(width, Math.max(width - excess, MIN_COLUMN));
  }
  return widths;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
