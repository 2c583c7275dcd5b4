import P from "parsimmon";
import { line, type PrintedLine } from "../../contract/lines.ts";
import { cellsUnder, columnRule, type RuledColumn } from "../../forms/ruled-columns.ts";
import { oneOf, rest, someBlanks } from "../../lexicon/lexemes.ts";
import { locales } from "../../locales/index.ts";
import { statementOfCells } from "./columns.ts";
import type { StatementPart } from "./facts.ts";

type TitlesLine = PrintedLine<"titles", unknown>;
type RuleLine = PrintedLine<"rule", readonly RuledColumn[]>;

interface Spec {
  table: StatementPart;
  titles: TitlesLine;
  rule: RuleLine;
}

/** Lists of processes have a rule of "=" too, over fewer columns. */
const FEWEST_COLUMNS = 15;

const ruleAhead = P.lookahead(/(?:[^\n]*\n)?={3}/);
const labels = (key: "hostName" | "osName") => oneOf(locales.flatMap(({ systemInfo }) => systemInfo?.[key] ?? []));

/** What `systeminfo /fo table` prints in any language: host, name and version of Windows are the first three cells. */
export const ruledTable = P.createLanguage<Spec>({
  // Host Name OS Name                                OS Version                         …
  // ========= ====================================== ================================== …
  // APP-17    Microsoft Windows Server 2008 R2       6.1.7601 Service Pack 1 Build 7601 …
  table: ({ titles, rule }) =>
    ruleAhead
      .then(P.seqMap(titles.atMost(1), rule, (above, own) => ({ above, own })))
      .chain(({ above, own }) => rowUnder(own.value).map((row) => ({ ...row, lines: [...above, own, ...row.lines] }))),

  titles: () => line("titles", "heading", P.seq(labels("hostName"), someBlanks, labels("osName"), someBlanks, rest)),

  rule: () =>
    columnRule("=").chain((own) =>
      own.value.length < FEWEST_COLUMNS ? P.fail(`${FEWEST_COLUMNS} columns`) : P.of(own),
    ),
});

function rowUnder(columns: readonly RuledColumn[]): P.Parser<StatementPart> {
  return line("row", "record", cellsUnder(columns)).chain((own) => {
    const value = statementOfCells(own.value, own.from);
    return value === undefined ? P.fail("host, name and version of Windows") : P.of({ lines: [own], value });
  });
}
