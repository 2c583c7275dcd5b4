import P from "parsimmon";
import type { Grammar, Landmark, Reading, Surroundings } from "../../contract/grammar.ts";
import {
  blankLine,
  fits,
  hintOf,
  isLine,
  linesOf,
  lone,
  otherLine,
  type PrintedLine,
  readLine,
  readWhole,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import { notRecognised, type Remark, recognised, sheetOf } from "../../contract/sheet.ts";
import { hostName, tokens } from "../../lexicon/lexemes.ts";
import { keepingLast } from "../../lexicon/netsh.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { asksForHotfixes, asksForSystem, picksHotfixes } from "./commands.ts";
import { isTelling, type StatedFact, type Statement, type StatementPart, statementOf } from "./facts.ts";
import { hotfixList } from "./hotfix-list.ts";
import { hotfixTable } from "./hotfix-table.ts";
import { labelBeginning } from "./labels.ts";
import { listing, type StatedLine } from "./listing.ts";
import { versionLine, versions } from "./versions.ts";

/** One statement about the system: `systeminfo`, `ver`, BasicSystemInfo, winver, OSVersion-Build, `wmic qfe`, Get-HotFix. */
export interface SystemFact extends StatedFact {
  /** Line in its source, 1-based. */
  readonly line: number;
}

export interface SystemInfoTraits {
  /** True when the text holds a list of all hotfixes, so that one missing from it is known not to be installed. */
  readonly listsHotfixes: boolean;
  /** The host that the text names, also when it says nothing else of the system: then it is no such capture. */
  readonly hostName: string | null;
}

const FOREIGN =
  "The labels are in a language that is not known: host, version, model and hotfixes were recognised by place and shape, nothing else was read";

const isAsked = keepingLast(asksForSystem);
const isAskedForHotfixes = keepingLast(asksForHotfixes);

/** What every line holds that gives something away by itself. */
const hint = hintOf(
  [/\d\.\d{4}/],
  [/\((?:OS )?Build /],
  [/HotFixID/],
  [tokens.kbNumber],
  [/^/, tokens.blank, /\[\d/],
  [/^/, tokens.blank, labelBeginning],
);

/** `System Model:              PowerEdge`, and what is listed below such a line. */
const member = P.regexp(/(?:[^:：\n]{1,80}[:：]|[ \t]{8})[^\n]*\n/);

/** Lines by themselves, the ones with a fixed form before those that a label or its place explains. */
const anyLine = P.alt<PrintedLine<string, unknown>>(
  versionLine,
  hotfixTable.property,
  hotfixList.entry,
  hotfixTable.heading,
  listing.stated,
  hotfixList.heading,
  hotfixTable.loneRow,
);
const furtherLine = P.alt<unknown>(
  anyLine,
  listing.damaged,
  versions.copyright,
  hotfixTable.rule,
  hotfixTable.row,
  member,
);

const withLoneRows = textWith(hotfixTable.loneRow);
/** Behind the command for hotfixes a row needs no heading. */
const withRows = textWith(hotfixTable.row);

function textWith(row: P.Parser<PrintedLine<string, readonly StatedFact[]>>): P.Parser<readonly StatementPart[]> {
  return P.alt<StatementPart>(
    P.alt(versionLine, hotfixTable.property).map(statementOf),
    hotfixTable.table,
    hotfixList.list,
    listing.part,
    hotfixList.loneEntry,
    row.map(statementOf),
    P.alt<PrintedLine>(versions.copyright, hotfixTable.rule, blankLine).map(lone),
    otherLine.map((own) => lone(reclassed(own, "unrelated"))),
  ).many();
}

/**
 * What tells the version of Windows and its hotfixes: `systeminfo` in any language (by its values), `ver` and the
 * banner of the console, lists of hotfixes, and what support collectors write instead.
 */
export const systemInfo: Grammar<"systemInfo", SystemFact, SystemInfoTraits> = {
  kind: "systemInfo",
  title: "the system information",
  command: "systeminfo",
  // The banner of the console, the list of processors of systeminfo, what else states a version, tables of hotfixes.
  words: [
    ...["microsoft windows [", "[01]", "os version", "windows version", "service pack #", "version #.# build"],
    ...["os build", "build #.#", "build ##.#", "hotfixid", "get-hotfix", "kbid=", "update kb#####", "hotfix kb#####"],
    ...wordsOf(({ systemInfo: labels }) => [labels?.osName]),
  ],
  answers: asksForSystem,
  landmark: (text, { command }) => {
    const mark = hint(text) ? landmarkOf(text) : undefined;
    return mark ?? (isAskedForHotfixes(command) && isLine(hotfixTable.row, text) ? "record" : undefined);
  },
  continues: (text) => isLine(furtherLine, text),
  above: (lines) => {
    const [host = "", name = ""] = [lines.at(-2), lines.at(-1)];
    if (!isLine(listing.foreignName, name)) return 0;
    return isLine(listing.foreignHost, host) ? 2 : 1;
  },
  read,
};

/** What a line gives away by itself. A name of a host alone may be of anything: it promises that more comes. */
function landmarkOf(text: string): Landmark | undefined {
  if (isLine(versions.banner, text)) return "message";
  const found = readLine(anyLine, text);
  if (found === undefined) return undefined;
  switch (found.is) {
    case "entry":
      return found.value === null ? undefined : "record";
    case "hotfixHeading":
      return "heading";
    case "stated":
      return landmarkOfFacts((found as StatedLine).value.facts);
    default:
      return "record";
  }
}

function landmarkOfFacts([first]: readonly StatedFact[]): Landmark | undefined {
  if (first === undefined) return undefined;
  if (first.name === "hostName") return fits(hostName, first.value) ? "name" : undefined;
  return isTelling(first) ? "record" : undefined;
}

/** Reads a text of which some line looked like system information. */
function read(segment: SegmentText, { command }: Surroundings): Reading<SystemFact, SystemInfoTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(isAskedForHotfixes(command) ? withRows : withLoneRows, sheet.text);
  const statements = valuesOf(parts);
  const facts = statements.flatMap((own) => own.facts);
  const isOurs = facts.some(isTelling) || (isAsked(command) && facts.length > 0);
  const named = facts.find(({ name }) => name === "hostName")?.value ?? null;
  if (!isOurs) return notRecognised(linesOf(parts), { listsHotfixes: false, hostName: named });
  const picks = picksHotfixes(command);
  const lists = statements.flatMap(({ hotfixList }) => hotfixList ?? []);
  return recognised(segment, sheet, {
    lines: linesOf(parts),
    records: facts,
    remarks: [...statements.flatMap((own) => remarksOf(own, picks)), ...aboutLanguage(statements)],
    locale: localeOf(statements.flatMap(({ phrases = [] }) => phrases)),
    traits: { listsHotfixes: !picks && lists.length > 0 && !lists.includes("cut"), hostName: named },
  });
}

/** A list of which the command left something out is not expected to be whole. */
function remarksOf({ remarks = [] }: Statement, picks: boolean): readonly Remark[] {
  return remarks.filter(({ code }) => !(picks && code === "list-incomplete"));
}

function aboutLanguage(statements: readonly Statement[]): readonly Remark[] {
  const [at] = statements.flatMap(({ foreign }) => foreign ?? []);
  const isKnown = statements.some(({ phrases = [] }) => phrases.length > 0);
  return at === undefined || isKnown ? [] : [{ code: "unknown-language", message: FOREIGN, at }];
}
