import P from "parsimmon";
import { atMost, blankLine, line, linesOf, lone, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { token } from "../../lexicon/lexemes.ts";
import { cellsAtMarks, cellsUnder, columnRule, type RuledColumn, titlesOver } from "../ruled-columns.ts";
import { LONGEST_LINE, list } from "./list.ts";
import { message } from "./message.ts";
import { type ObjectsPart, objectOf } from "./printed-object.ts";
import { raggedLine } from "./ragged.ts";

interface Heading {
  readonly lines: readonly PrintedLine[];
  readonly columns: readonly RuledColumn[];
  readonly titles: readonly string[];
}

type RowLine = PrintedLine<"row", readonly string[]>;

/** A title that is printed one letter a line takes as many lines. */
const LONGEST_TITLE = 60;

const someTitles = token(/[^\n]*[^ \t\n][^\n]*/).desc("titles");
const letters = token(/[ \t]{8,}[^ \t\n][^\n]{0,59}/).desc("the next letters of a title");
/** Most lines have no rule below, with or without letters of a title in between. */
const ruleBelow = P.lookahead(/[^\n]*\n(?:[ \t]{8,}[^ \t\n][^\n]{0,59}\n){0,60}[ \t]*--/);
const someWords = P.lookahead(/[ \t]*[^ \t\n]/);
const emptyCell = P.lookahead(/[ \t]/);

/** ----        ------ ------- */
export const tableRule = short(columnRule("-"));

/** Name        Queues Enabled */
const titleLine = P.notFollowedBy(P.alt<unknown>(list.entry, tableRule)).then(
  line("titles", "heading", short(someTitles)),
);

/** In a narrow window the last title goes on below itself, letter by letter. */
const titlesAndRule = P.seqMap(
  ruleBelow.then(titleLine),
  line("titles", "heading", short(letters)).times(0, LONGEST_TITLE),
  tableRule,
  (first, more, rule) => ({ titleLines: [first, ...more], rule }),
);

const heading: P.Parser<Heading> = titlesAndRule.chain(({ titleLines, rule }) => {
  const titles = titlesOver(
    rule.value,
    titleLines.map(({ value }) => value),
  );
  return titles === undefined
    ? P.fail("a title over each group of dashes")
    : P.of({ lines: [...titleLines, rule], columns: rule.value, titles });
});

/**
 * A table of `Format-Table`, whose rows are read by the columns that the rule under its titles makes. `next` is what
 * begins something else.
 */
export function tableBefore(next: P.Parser<unknown>): P.Parser<ObjectsPart> {
  return heading.chain((own) =>
    rowsUnder(own, next).map((parts) => ({
      lines: [...own.lines, ...linesOf(parts)],
      value: valuesOf(parts).flat(),
    })),
  );
}

/** Rows, with blank lines between groups of them. */
function rowsUnder({ columns, titles }: Heading, next: P.Parser<unknown>): P.Parser<readonly ObjectsPart[]> {
  const row = line("row", "record", short(someWords.then(cellsUnder(columns))));
  const further = emptyCell.then(row).chain((own) => (own.value[0] === "" ? P.of(own) : P.fail("a row of its own")));
  const object = P.seqMap(row, further.many(), (first, others) => objectOfRow(titles, first, others));
  const elsewhere = P.alt<unknown>(list.entry, next);
  const ragged = P.notFollowedBy(P.alt<unknown>(blankLine, elsewhere))
    .then(raggedLine(cellsAtMarks(columns)))
    .map(lone);
  const part = P.notFollowedBy(titlesAndRule).then(P.alt<ObjectsPart>(message.map(lone), object, ragged));
  const group = P.seqMap(blankLine.atLeast(1), P.notFollowedBy(elsewhere).then(part.atLeast(1)), (blank, parts) => [
    ...blank.map(lone),
    ...parts,
  ]);
  return P.seqMap(part.many(), group.many(), (first, others) => [...first, ...others.flat()]);
}

/** The object of a row with the lines that its cells are wrapped over. */
function objectOfRow(titles: readonly string[], first: RowLine, others: readonly RowLine[]): ObjectsPart {
  const lines = [first, ...others];
  const cells = titles.map((_, at) =>
    lines
      .map(({ value }) => value[at] ?? "")
      .join(" ")
      .trim(),
  );
  return { lines, value: [objectOf(first.from, titles, cells)] };
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
