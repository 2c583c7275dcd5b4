import P from "parsimmon";
import {
  blankLine,
  linesOf,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readLine,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import { cell, gap, lineEnd } from "../../lexicon/lexemes.ts";
import { collapsed } from "../../lexicon/phrases.ts";
import { cellsUnder, columnRule } from "../ruled-columns.ts";
import { type Cells, drawn, type Parts, short } from "./layout.ts";

type CellsLine = PrintedLine<"titles" | "row", readonly string[]>;

/** The lines of a heading, and the rows that may stand below it. */
interface Heading {
  readonly lines: readonly PrintedLine[];
  readonly row: P.Parser<Part<Cells>>;
}

interface Spec {
  table: Parts;
  preamble: Part<Cells>;
  firstHeading: Heading;
  freshHeading: Heading;
  nextHeading: Heading;
  titles: CellsLine;
  row: CellsLine;
}

/** A line with more cells is no row of a table. */
const MOST_CELLS = 100;
/** A heading may stand over this many lines. */
const MOST_HEADING_LINES = 4;

const letterInCell = P.lookahead(/(?:[^ \t\n]| (?=[^ \t\n]))*?\p{L}/u).desc("a title");
const title = letterInCell.then(cell);
const cells = cell.sepBy1(gap);

/** Statistics printed as a heading of at least two titles with rows under it, once or several times. */
export const tableLanguage = P.createLanguage<Spec>({
  // Titles with a line drawn under them are a table, also when nothing stands below.
  table: ({ preamble, firstHeading, freshHeading, nextHeading }) => {
    const below = ({ lines, row }: Heading): P.Parser<Parts> =>
      P.alt<Part<Cells>>(
        P.notFollowedBy(nextHeading).then(drawn.map(lone).or(row)),
        blankLine
          .atLeast(1)
          .skip(P.notFollowedBy(freshHeading))
          .map((own) => ({ lines: own })),
      )
        .many()
        .map((parts) => [{ lines }, ...parts]);
    const next = P.alt<Parts>(
      P.seqMap(blankLine.atLeast(1), freshHeading.chain(below), (above, parts) => [{ lines: above }, ...parts]),
      nextHeading.chain(below),
    );
    return P.seqMap(preamble.many(), firstHeading.chain(below), next.many(), (above, first, others) =>
      [above, first, ...others].flat(),
    ).chain((parts) => {
      const isTable = valuesOf(parts).length > 0 || linesOf(parts).some(({ is }) => is === "rule");
      return isTable ? P.of(parts) : P.fail("a row");
    });
  },

  // Statistics of all interfaces
  preamble: ({ firstHeading }) => {
    const sentence = short("sentence", "heading", cell);
    return P.notFollowedBy(firstHeading)
      .then(P.alt<PrintedLine>(blankLine, drawn, sentence))
      .map(lone);
  },

  firstHeading: ({ titles }) => ruledHeading(MOST_HEADING_LINES).or(titles.map(plainHeading)),

  // Below a blank line.
  freshHeading: ({ nextHeading }) => ruledHeading(MOST_HEADING_LINES).or(nextHeading),

  // Directly below a row.
  nextHeading: ({ titles }) => ruledHeading(1).or(titles.skip(P.lookahead(drawn)).map(plainHeading)),

  // Idx   Name         State
  titles: () =>
    P.notFollowedBy(drawn).then(
      short("titles", "heading", title.sepBy1(gap)).chain((own) =>
        own.value.length > 1 && own.value.length <= MOST_CELLS ? P.of(own) : P.fail("at least two titles"),
      ),
    ),

  // 12    Ethernet 2   idle
  row: () =>
    P.notFollowedBy(drawn).then(
      short("row", "record", cells).chain((own) => (own.value.length > 1 ? P.of(own) : P.fail("two cells"))),
    ),
});

/** A heading over so many lines, whose columns the groups of the rule below it show. */
function ruledHeading(most: number): P.Parser<Heading> {
  const titleLine = P.notFollowedBy(P.alt<unknown>(drawn, blankLine)).then(otherLine);
  return P.seq(titleLine.times(1, most), columnRule("-").or(columnRule("="))).chain(([over, rule]) => {
    const columns = cellsUnder(rule.value);
    const printed = over.map(({ value }) => readLine(columns.skip(lineEnd), value));
    // A title that reaches over the columns is none of theirs.
    if (rule.value.length < 2 || printed.includes(undefined)) return P.fail("titles over their columns");
    const titles = rule.value.map((_, at) => collapsed(printed.map((own) => own?.[at] ?? "").join(" ")));
    return P.of({
      lines: [...over.map((own) => reclassed(own, "heading")), rule],
      row: rowUnder(titles, columns.or(cells)),
    });
  });
}

/** A heading whose columns only the gaps show. */
function plainHeading(own: CellsLine): Heading {
  return { lines: [own], row: rowUnder(own.value, cells) };
}

/** A row with its cells under their titles, or under numbers where they are not as many. */
function rowUnder(titles: readonly string[], row: P.Parser<readonly string[]>): P.Parser<Part<Cells>> {
  return P.notFollowedBy(blankLine)
    .then(short("row", "record", row))
    .chain(({ from, value: texts, ...own }) => {
      if (texts.length > MOST_CELLS) return P.fail(`at most ${MOST_CELLS} cells`);
      const isRagged = texts.length !== titles.length;
      const isIndexed = !isRagged && titles[0]?.toLowerCase() === "idx" && texts[0] !== "";
      const found = texts.map((value, at) => ({
        from,
        interface: isIndexed ? (texts[0] ?? null) : null,
        column: isRagged ? `column ${at + 1}` : (titles[at] ?? ""),
        value,
      }));
      return P.of({
        lines: [{ ...own, from, value: texts, is: isRagged ? "ragged" : "row" }],
        value: found.filter(({ value }) => value !== ""),
      });
    });
}
