import P from "parsimmon";
import { atMost, line, type PrintedLine, placed } from "../contract/lines.ts";
import { anyWords, blanks, gap, token } from "../lexicon/lexemes.ts";
import { type ObjectsPart, objectOf } from "./objects/printed-object.ts";
import { cellsInColumns, type RuledColumn } from "./ruled-columns.ts";

type PropertyLine = PrintedLine<"property", { readonly label: string; readonly value: string }>;
type TitlesLine = PrintedLine<"titles", readonly string[]>;
type RowLine = PrintedLine<"row", readonly string[]>;
/** The titles of a table, and where each of them begins. */
type HeadingLine = PrintedLine<
  "titles",
  { readonly titles: readonly string[]; readonly columns: readonly RuledColumn[] }
>;

interface Spec {
  list: ObjectsPart;
  csv: ObjectsPart;
  table: ObjectsPart;
  property: PropertyLine;
  csvTitles: TitlesLine;
  csvRow: RowLine;
  heading: HeadingLine;
}

const LONGEST_LINE = 8000;
const MOST_PROPERTIES = 200;

const name = token(/[A-Za-z_][A-Za-z0-9_]{0,60}/).desc("the name of a property");
const comma = P.string(",").desc("a comma before the next cell");
/** Nothing is quoted: a comma inside of a value is known by the blank behind it. */
const csvCell = token(/[^,\n]*(?:, [^,\n]*)*/).desc("a cell");
const cell = token(/[^ \t\n]+(?: [^ \t\n]+)*/).desc("a cell");
const someWords = P.lookahead(/[ \t]*[^ \t\n]/);

/** What `wmic … get` prints: properties as lines, rows of CSV, or a table whose columns begin where its titles do. */
export const wmic = P.createLanguage<Spec>({
  // Caption=Microsoft Windows Server 2012 R2 Datacenter
  // CSName=APP-17
  list: ({ property }) =>
    property.chain((first) =>
      property
        .chain((next) => (next.value.label === first.value.label ? P.fail("another property") : P.of(next)))
        .times(0, MOST_PROPERTIES - 1)
        .map((others) => objectOfLines([first, ...others])),
    ),

  property: () =>
    line(
      "property",
      "record",
      short(P.seqObj<PropertyLine["value"]>(["label", name], P.string("="), ["value", anyWords])),
    ),

  // Node,Caption,CSName,Version
  // APP-17,Microsoft Windows Server 2012 R2 Datacenter,APP-17,6.3.9600
  csv: ({ csvTitles, csvRow }) =>
    csvTitles.chain((own) =>
      csvRow
        .chain((row) => (row.value.length === own.value.length ? P.of(row) : P.fail(`${own.value.length} cells`)))
        .many()
        .map((rows) => ({
          lines: [own, ...rows],
          value: rows.map(({ from, value }) => objectOf(from, own.value, value)),
        })),
    ),

  csvTitles: () => line("titles", "heading", short(P.lookahead(/Node,/i).then(name.sepBy1(comma)))),

  csvRow: () => line("row", "record", short(csvCell.sepBy1(comma))),

  // Caption                                      CSName  Version
  // Microsoft Windows Server 2012 R2 Datacenter  APP-17  6.3.9600
  table: ({ heading }) =>
    heading.chain((own) => {
      const row = rowUnder(own.value);
      return row.many().map((rows) => ({
        lines: [own, ...rows],
        value: rows.map(({ from, value }) => objectOf(from, own.value.titles, value)),
      }));
    }),

  heading: () =>
    line("titles", "heading", short(placed(name).sepBy1(gap))).map((own) => ({
      ...own,
      value: {
        titles: own.value.map(({ value }) => value),
        columns: own.value.map(({ at, value }) => ({ from: at - own.from, to: at - own.from + value.length })),
      },
    })),
});

/** A row whose cells stand under their titles, or are as many; where two have run into one another the first title has both. */
function rowUnder({ titles, columns }: HeadingLine["value"]): P.Parser<RowLine> {
  const byGaps = blanks
    .then(cell.sepBy1(gap))
    .skip(blanks)
    .chain(([first = "", ...others]) => {
      const missing = titles.length - 1 - others.length;
      return missing === 0 || missing === 1
        ? P.of([first, ...titles.flatMap((_, at) => (at < missing ? [""] : [])), ...others])
        : P.fail(`${titles.length} cells`);
    });
  return line("row", "record", short(someWords.then(P.alt(cellsInColumns(columns), byGaps))));
}

function objectOfLines(lines: readonly PropertyLine[]): ObjectsPart {
  const entries = lines.map(({ from, value }) => ({ from, ...value }));
  return { lines, value: [{ from: entries[0]?.from ?? 0, entries }] };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
