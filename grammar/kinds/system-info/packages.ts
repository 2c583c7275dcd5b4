import P from "parsimmon";
import { blankLine, fits, line, type Part, type PrintedLine } from "../../contract/lines.ts";
import { blanks, kbNumber, someBlanks, token, words } from "../../lexicon/lexemes.ts";
import { hotfixOf, type Statement, type StatementPart, short } from "./facts.ts";
import { label } from "./labels.ts";

/** A package: the hotfix that it brings, null for other ones, and its state, empty where that is not printed. */
interface Package {
  readonly hotfix: string | null;
  readonly state: string;
}

type PackageLine = PrintedLine<"package", Package>;

type PackagePart = Part<Package & { readonly from: number }>;

interface Spec {
  list: StatementPart;
  block: PackagePart;
  row: PackageLine;
  identity: PackageLine;
  property: PrintedLine<"property", string>;
}

const identity = token(/~[0-9a-f]{16}~[^ |\n]{0,100}/i).desc("the token of a package");
const packageName = P.alt<string | null>(
  token(/Package_for_/i).then(kbNumber),
  token(/[\w.-]{3,200}/).result(null),
).skip(identity);
const sign = P.seq(blanks, P.string(":"), someBlanks);
const bar = token(/[ \t]*\|[ \t]*/).desc("|");
const cell = token(/[^|\n]{0,200}/);
/** States in which the fix is not there; none of them is a word of another language. */
const absent = token(/Not Present|Staged|Removed|Resolved|Uninstall[a-z ]*|Partially[a-z ]*/i);

/** The packages that `dism /online /get-packages` and Get-WindowsPackage list. */
export const packages = P.createLanguage<Spec>({
  list: ({ block, row }) => {
    const single = P.alt(
      block,
      row.map((own) => partOf([own], own.value, own.from)),
    );
    const further = P.seqMap(blankLine.many(), single, (between, own) => ({
      ...own,
      lines: [...between, ...own.lines],
    }));
    return P.seqMap(single, further.many(), (first, others) => listOf([first, ...others]));
  },

  // Package Identity : Package_for_KB2525390~31bf3856ad364e35~amd64~~6.1.1.0
  // State : Installed
  // Release Type : Security Update
  block: ({ identity, property }) =>
    P.seqMap(identity, property.many(), (own, properties) =>
      partOf([own, ...properties], { ...own.value, state: properties[0]?.value ?? "" }, own.from),
    ),

  // Package_for_KB976902~31bf3856ad364e35~amd64~~6.1.1.17514 | Installed | Update | 21.11.2010 03:41
  row: () =>
    line(
      "package",
      "record",
      short(
        P.seqObj<Package>(
          ["hotfix", packageName],
          bar,
          ["state", cell.map((text) => text.trim())],
          P.seq(bar, cell).many(),
        ),
      ),
    ),

  identity: () =>
    line(
      "package",
      "record",
      short(label.then(sign).then(packageName)).map((hotfix) => ({ hotfix, state: "" })),
    ),

  property: ({ identity }) =>
    P.notFollowedBy(identity).then(line("property", "record", short(label.then(sign).then(words)))),
});

function partOf(lines: readonly PrintedLine[], own: Package, from: number): PackagePart {
  return { lines, value: { ...own, from } };
}

/** A package by itself was picked out of others. */
function listOf(parts: readonly PackagePart[]): StatementPart {
  const facts = parts.flatMap(({ value }): Statement["facts"] => {
    if (value === undefined || value.hotfix === null || fits(absent, value.state)) return [];
    return [{ ...hotfixOf(value.hotfix), from: value.from }];
  });
  return {
    lines: parts.flatMap(({ lines }) => lines),
    value: { facts, ...(parts.length > 1 && { hotfixList: "whole" }) },
  };
}
