import P from "parsimmon";
import { atMost, line, linesOf, lone, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { blanks, token, words } from "../../lexicon/lexemes.ts";
import { type ObjectsPart, objectOf } from "./printed-object.ts";
import { raggedLine } from "./ragged.ts";

type CellsLine = PrintedLine<"titles" | "row", readonly string[]>;

interface Spec {
  table: ObjectsPart;
  markdown: ObjectsPart;
  rule: PrintedLine<"rule", string>;
  type: PrintedLine<"type", string>;
  heading: CellsLine;
  row: CellsLine;
}

const LONGEST_ROW = 20_000;
/** The comma, the semicolon where -UseCulture has it, and what -Delimiter may name. */
const delimiters = [",", ";", "\t"] as const;
type Delimiter = (typeof delimiters)[number];

const mark = P.string('"');
const quoted = token(/[^"\n]*(?:""[^"\n]*)*/)
  .map((text) => text.replaceAll('""', '"'))
  .wrap(mark, mark)
  .desc("a cell in quotation marks");
const bareTitle = token(/[A-Za-z_][A-Za-z0-9_]{0,60}/).desc("a title");
/** The mark is gone where it was taken for that of a comment. */
const typeSign = token(/#?TYPE /).desc("#TYPE");

/** A table of `Export-Csv` or ConvertTo-Csv, with or without the line that says its type. */
export const csv = P.createLanguage<Spec>({
  table: ({ type }) =>
    P.seqMap(type.times(0, 1), P.alt(...delimiters.map((delimiter) => tableBy(delimiter))), (above, below) => ({
      ...below,
      lines: [...above, ...below.lines],
    })),

  // LocalAddress	LocalPort	State
  // ------------------------------
  // 192.0.2.10	445	Established
  markdown: ({ rule }) => tableBy("\t", rule),

  // What stands below the titles of a table of Markdown, whose bars are TABs here, and what HTML draws between objects.
  rule: () => line("rule", "heading", short(blanks.then(token(/-{3,}/)).skip(blanks))),

  // #TYPE Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapterRssSettingData
  type: () => line("type", "heading", short(typeSign.then(words))),

  // "Name","InterfaceDescription","Enabled"
  heading: () => P.alt(...delimiters.map(headingBy)),

  // "Ethernet 2","Example Adapter","True"
  row: () => P.alt(...delimiters.map((delimiter) => rowBy(delimiter))),
});

/** Each row has a cell for each title; a line with another number of them is not read. */
function tableBy(delimiter: Delimiter, rule?: P.Parser<PrintedLine>): P.Parser<ObjectsPart> {
  const below = rule?.times(1) ?? P.of<readonly PrintedLine[]>([]);
  return P.seq(headingBy(delimiter), below).chain(([heading, rules]) => {
    const row = rowBy(delimiter, heading.value.length);
    const object = row.map((own) => ({ lines: [own], value: [objectOf(own.from, heading.value, own.value)] }));
    const ragged = P.lookahead(P.alt<unknown>(mark, rowBy(delimiter)))
      .then(raggedLine(row))
      .map(lone);
    return P.alt<ObjectsPart>(object, ragged)
      .many()
      .map((parts) => ({ lines: [heading, ...rules, ...linesOf(parts)], value: valuesOf(parts).flat() }));
  });
}

function headingBy(delimiter: Delimiter): P.Parser<CellsLine> {
  const cells = quoted.or(bareTitle).sepBy1(P.string(delimiter));
  return line("titles", "heading", short(cells)).chain((own) =>
    own.value.length > 1 && !own.value.includes("") ? P.of(own) : P.fail("two titles"),
  );
}

/** A row of so many cells, or of any number but one. */
function rowBy(delimiter: Delimiter, length?: number): P.Parser<CellsLine> {
  const bare = P.regexp(new RegExp(`(?![ \\t"])[^"\\n${delimiter}]*`)).desc("a cell");
  const cells = quoted.or(bare).sepBy1(P.string(delimiter).desc(`a "${delimiter}" before the next cell`));
  return line("row", "record", short(cells)).chain((own) =>
    (length === undefined ? own.value.length > 1 : own.value.length === length)
      ? P.of(own)
      : P.fail(`${length ?? "two"} cells`),
  );
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_ROW).then(production);
}
