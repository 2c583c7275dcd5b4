import P from "parsimmon";
import { type PrintedLine, readText } from "../../contract/lines.ts";
import { csv } from "../../forms/objects/csv.ts";
import { hostName, kbNumber, token } from "../../lexicon/lexemes.ts";
import { factsOf, hotfixOf, type Statement, type StatementPart, versionAndBuild, windowsName } from "./facts.ts";
import { ordinal, promised } from "./hotfix-list.ts";
import { processorName } from "./listing.ts";

type TitlesLine = PrintedLine<"titles">;
type RowLine = PrintedLine<"row", Statement>;

interface Spec {
  table: StatementPart;
  titles: TitlesLine;
  row: RowLine;
}

/** The model stands before the type of the computer, and that before its processors. */
const FROM_MODEL_TO_PROCESSORS = 2;

/** `2 Hotfix(s) Installed.,[01]: KB2525390,[02]: KB976902`: the entries, null for those that are no hotfix. */
const hotfixCell = P.seqObj<{ readonly all: number; readonly entries: readonly (string | null)[] }>(
  ["all", P.lookahead(/[^[]*\[\d{1,4}\]: ?KB\d/i).then(promised)],
  [
    "entries",
    P.alt(ordinal.then(kbNumber.or(P.of(null))), P.any.result(undefined))
      .many()
      .map((found) => found.filter((own) => own !== undefined)),
  ],
);
/** `1 Processor(s) Installed.,[01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2300 Mhz` */
const processorCell = token(/[^[]{1,80}/).skip(P.seq(ordinal, processorName));

/** What `systeminfo /fo csv` prints in any language: host, name and version of Windows are the first three cells. */
export const columns = P.createLanguage<Spec>({
  // "Host Name","OS Name","OS Version", …
  // "APP-17","Microsoft Windows Server 2008 R2 Standard ","6.1.7601 Service Pack 1 Build 7601", …
  table: ({ titles, row }) =>
    P.seqMap(titles.skip(P.lookahead(row)).atMost(1), row.atLeast(1), (heading, rows) => {
      const statements = rows.map(({ value }) => value);
      const [list] = statements.flatMap(({ hotfixList }) => hotfixList ?? []).toSorted();
      return {
        lines: [...heading, ...rows],
        value: {
          facts: statements.flatMap(({ facts }) => facts),
          objects: statements.map(({ facts }) => ({ facts, host: undefined })),
          ...(list !== undefined && { hotfixList: list }),
        },
      };
    }),

  titles: ({ row }) =>
    P.notFollowedBy(row)
      .then(csv.row)
      .map((own) => ({ ...own, is: "titles", class: "heading" })),

  row: () =>
    csv.row.chain(({ value, ...own }) => {
      const said = statementOfCells(value, own.from);
      return said === undefined
        ? P.fail("host, name and version of Windows")
        : P.of({ ...own, is: "row", value: said });
    }),
});

/** What the cells of a row say, quoted or not. */
export function statementOfCells(cells: readonly string[], from: number): Statement | undefined {
  const [host = "", system = "", version = ""] = cells;
  const [name, osName, versions] = [
    readText(hostName, host),
    readText(windowsName, system),
    readText(versionAndBuild, version),
  ];
  if (name === undefined || osName === undefined || versions === undefined) return undefined;
  const [hotfixes] = cells.flatMap((cell) => readText(hotfixCell, cell) ?? []);
  const at = cells.findIndex((cell) => readText(processorCell, cell) !== undefined);
  const [model, processors] = [cells[at - FROM_MODEL_TO_PROCESSORS], readText(processorCell, cells[at] ?? "")];
  const facts = [
    ...factsOf("hostName", name),
    ...factsOf("osName", osName),
    ...versions,
    ...(at < 0 || model === undefined ? [] : factsOf("systemModel", model)),
    ...(processors === undefined ? [] : factsOf("processors", processors.replace(/, ?$/, ""))),
    ...(hotfixes?.entries ?? []).flatMap((own) => (own === null ? [] : [hotfixOf(own)])),
  ];
  return {
    facts: facts.map((fact) => ({ ...fact, from })),
    ...(hotfixes !== undefined && { hotfixList: hotfixes.all === hotfixes.entries.length ? "whole" : "cut" }),
  };
}
