import P from "parsimmon";
import { blankLine, fits, line, type PrintedLine } from "../../contract/lines.ts";
import { anyWords, blanks, gap, kbNumber, someBlanks, token } from "../../lexicon/lexemes.ts";
import { hotfixOf, type StatedFact, type StatementPart, short, statementOf } from "./facts.ts";

type RowLine = PrintedLine<"row", readonly StatedFact[]>;

interface Spec {
  table: StatementPart;
  heading: PrintedLine<"hotfixHeading", readonly string[]>;
  rule: PrintedLine<"rule", string>;
  row: RowLine;
  /** A row that can only be one, wherever it stands. */
  loneRow: RowLine;
  oddRow: PrintedLine;
}

const word = token(/[^ \t\n]+/);
const hotfix = kbNumber.skip(P.lookahead(/[ \t\n]/));
/** Who or what only a row of these tables has beside the number of a hotfix: a date, as many as Windows writes. */
const company = P.lookahead(
  /[^\n]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d{6}\b|\b[0-9a-f]{16}\b|NT AUTHORITY\\|kbid=)/i,
);
/** Words with gaps between them. */
const inColumns = P.lookahead(P.seq(token(/[^ \t\n]+(?: [^ \t\n]+)*/), gap, blanks, token(/[^ \t\n]/)));
const noValue = P.lookahead(/[^=:\n]*\n/);
/** A line with a label is of something else. */
const unlabelled = P.notFollowedBy(token(/[^:\n]{1,80}:[ \t]/));
const noProperty = P.notFollowedBy(token(/[A-Za-z_]{1,40}(?:[ \t]+:|=)/));
const titleWord = token(/HotFixID/i);

/** Cells of a row, of which one is the number of a hotfix. */
const cells = P.alt(hotfix.map(hotfixOf), word.result(null))
  .sepBy1(someBlanks)
  .chain((all) => {
    const [first] = all.filter((own) => own !== null);
    return first === undefined ? P.fail("the number of an update") : P.of([first]);
  });

/** Tables of installed hotfixes, as `wmic qfe list` and Get-HotFix print them. */
export const hotfixTable = P.createLanguage<Spec>({
  table: ({ heading, rule, row, oddRow }) =>
    P.seqMap(
      heading,
      P.alt<readonly PrintedLine[]>(
        P.alt<PrintedLine>(rule, row, oddRow).map((own) => [own]),
        P.seqMap(blankLine.atLeast(1), row, (between, own) => [...between, own]),
      ).many(),
      (own, below) => tableOf([own, ...below.flat()]),
    ),

  // Source        Description      HotFixID      InstalledBy          InstalledOn
  heading: () =>
    line(
      "hotfixHeading",
      "heading",
      short(noValue.then(word.sepBy1(someBlanks))).chain((titles) =>
        titles.some((title) => fits(titleWord, title)) ? P.of(titles) : P.fail("HotFixID"),
      ),
    ),

  // ------        -----------      --------      -----------          -----------
  rule: () => line("rule", "heading", short(P.regexp(/-{3,}(?:[ \t]{1,200}-{3,}){0,40}/))),

  // Update           KB2525390  LAB\admin            3/12/2012
  row: () => line("row", "record", short(noProperty.then(cells))),

  loneRow: () => line("row", "record", short(company.then(inColumns).then(cells))),

  // APP-17        Update           File 1
  oddRow: () => line("oddRow", "unrelated", short(unlabelled.then(inColumns).then(anyWords))),
});

function tableOf(lines: readonly PrintedLine[]): StatementPart {
  const facts = lines.flatMap((own) => (own.is === "row" ? (statementOf(own as RowLine).value?.facts ?? []) : []));
  return { lines, value: { facts, ...(facts.length > 0 && { hotfixList: "whole" }) } };
}
