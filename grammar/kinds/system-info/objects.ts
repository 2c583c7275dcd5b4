import P from "parsimmon";
import type { Landmark } from "../../contract/grammar.ts";
import type { Hint } from "../../contract/hint.ts";
import { hintOf, isLine, type PrintedLine, readLine, reclassed } from "../../contract/lines.ts";
import { clixml } from "../../forms/objects/clixml.ts";
import { csv } from "../../forms/objects/csv.ts";
import { json } from "../../forms/objects/json.ts";
import { labelsIn, objectLinesAtEnd, titlesIn } from "../../forms/objects/lines.ts";
import { list } from "../../forms/objects/list.ts";
import type { ObjectsPart } from "../../forms/objects/printed-object.ts";
import { tableBefore, tableRule } from "../../forms/objects/table.ts";
import { wmic } from "../../forms/wmic.ts";
import { blanks, count, gap, lineEnd, rest, token, tokens } from "../../lexicon/lexemes.ts";
import type { StatementPart } from "./facts.ts";
import { isKnownProperty, isOwnProperty, ownNames, statementOfObject } from "./properties.ts";

type EntryLine = PrintedLine<string, { readonly label: string; readonly value: string }>;

/** The titles of `[Environment]::OSVersion.Version`. */
const versionTitles = ["Major", "Minor", "Build"];
/** What every line holds that gives such objects away by itself. */
export const objectHint: Hint = hintOf(() => [
  [new RegExp(ownNames.join("|"))],
  [/Caption|ProductName/],
  [/Major[ \t]+Minor/],
]);

/** What a row of such a table holds. */
const telling = P.lookahead(new RegExp(`[^\\n]*(?:Windows|${tokens.kbNumber.source}|\\d\\.\\d\\.\\d{4})`, "i"));
const cell = token(/[^ \t\n]+(?: [^ \t\n]+)*/);

/** How a document of Export-Clixml begins; others have tags, too. */
const exported = P.lookahead(/[ \t]*<Objs?[ >]/);

const entryLine = P.alt<EntryLine>(list.entry, wmic.property);
const wmicTitles = P.alt<readonly string[]>(
  wmic.csvTitles.map(({ value }) => value),
  wmic.heading.map(({ value }) => value.titles),
);
const furtherLine = P.alt<unknown>(
  entryLine,
  list.more,
  tableRule,
  json.line,
  clixml.line,
  P.lookahead(/[ \t]*"/).then(csv.row),
  telling.then(wmic.csvRow),
  telling.then(P.seq(blanks, cell, gap, rest, lineEnd)),
  // 6      1      7601   65536
  P.seq(blanks, count, gap, count, gap, count, rest, lineEnd),
);

/**
 * Objects that say something of the system, as PowerShell and wmic print them. `next` begins something else; behind a
 * command that prints such objects their properties need not be the system's own.
 */
export function systemObjects(next: P.Parser<unknown>, isAsked: boolean): P.Parser<StatementPart> {
  const ownTitles = P.lookahead(
    rest.chain((text) =>
      (isAsked || objectHint(text)) && saysSystem(titlesOf(text), isAsked)
        ? P.of(text)
        : P.fail("a property of the system"),
    ),
  );
  return P.alt<ObjectsPart>(
    P.alt(list.object, wmic.list, json.part, exported.then(clixml.part)),
    ownTitles.then(P.alt(wmic.csv, csv.table, tableBefore(next), wmic.table)),
  ).map((part) => statementOf(part, isAsked));
}

/** What a line gives away of such objects. */
export function objectLandmark(text: string, isAsked: boolean): Landmark | undefined {
  if (!isAsked && !objectHint(text)) return undefined;
  const entry = readLine(entryLine, text)?.value;
  if (entry !== undefined)
    return isAsked || isOwnProperty(entry.label) || isNameOfWindows(entry) ? "record" : undefined;
  if (labelsIn(text)?.some(isOwnProperty) === true) return "record";
  return saysSystem(titlesOf(text), isAsked) ? "heading" : undefined;
}

/** The titles of a table, when the line is nothing but such words. */
function titlesOf(text: string): readonly string[] {
  return titlesIn(text) ?? readLine(wmicTitles, text) ?? [];
}

/** True for a line that may stand below others of the same objects. */
export function continuesSystemObjects(text: string): boolean {
  return isLine(furtherLine, text);
}

/** How many lines at the end belong to an object of which the next line is known. */
export function systemObjectLinesAtEnd(lines: readonly string[]): number {
  const properties = lines.length - 1 - lines.findLastIndex((text) => !isLine(wmic.property, text));
  return Math.max(properties, objectLinesAtEnd(lines));
}

function saysSystem(titles: readonly string[], isAsked: boolean): boolean {
  return (
    titles.some(isAsked ? isKnownProperty : isOwnProperty) || versionTitles.every((title) => titles.includes(title))
  );
}

function isNameOfWindows(entry: EntryLine["value"]): boolean {
  const found = statementOfObject({ from: 0, entries: [{ from: 0, ...entry }] }, false);
  return found?.facts.some(({ name }) => name === "osName") === true;
}

function statementOf({ lines, value: objects = [] }: ObjectsPart, isAsked: boolean): StatementPart {
  const statements = objects.flatMap((object) => statementOfObject(object, isAsked) ?? []);
  if (statements.length === 0) return { lines: lines.map(unrelated) };
  const [hotfixList] = statements.flatMap((own) => own.hotfixList ?? []).toSorted();
  const hotfixObjects = statements.filter(({ facts }) => facts.some(({ name }) => name === "hotfix")).length;
  return {
    lines,
    value: {
      facts: statements.flatMap(({ facts }) => facts),
      objects: statements.flatMap((own) => own.objects ?? []),
      hotfixObjects: hotfixList === undefined ? hotfixObjects : 0,
      ...(hotfixList !== undefined && { hotfixList }),
    },
  };
}

function unrelated(own: PrintedLine): PrintedLine {
  return own.class === "blank" || own.class === "message" ? own : reclassed(own, "unrelated");
}
