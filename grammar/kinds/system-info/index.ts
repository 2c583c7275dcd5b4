import P from "parsimmon";
import type { Grammar, Reading, Surroundings } from "../../contract/grammar.ts";
import {
  blankLine,
  linesOf,
  lone,
  otherLine,
  type PrintedLine,
  readWhole,
  reclassed,
  valuesOf,
} from "../../contract/lines.ts";
import type { SegmentText } from "../../contract/place.ts";
import {
  type DraftHost,
  type DraftShare,
  notRecognised,
  printedHost,
  type Remark,
  recognised,
  sheetOf,
} from "../../contract/sheet.ts";
import { byHost, hostsOf } from "../../forms/objects/computers.ts";
import { memoizeLast } from "../../lexicon/netsh.ts";
import { localeOf } from "../../lexicon/phrases.ts";
import { wordsOf } from "../../lexicon/words.ts";
import { columns } from "./columns.ts";
import { type Asked, askedBy, picksHotfixes } from "./commands.ts";
import { currentVersion } from "./current-version.ts";
import { isTelling, type StatedFact, type Statement, type StatementPart, statementOf, where } from "./facts.ts";
import { hotfixList } from "./hotfix-list.ts";
import { hotfixTable } from "./hotfix-table.ts";
import { listing } from "./listing.ts";
import { msinfo } from "./msinfo.ts";
import { systemObjects } from "./objects.ts";
import { packages } from "./packages.ts";
import { ownNames } from "./properties.ts";
import { continuesSystem, landmarkOf, systemHint, systemLinesAtEnd } from "./recognition.ts";
import { ruledTable } from "./ruled-table.ts";
import { versionLine, versions } from "./versions.ts";

/** One statement about the system: host, version and hotfixes, the computer and its processors. */
export interface SystemFact extends StatedFact {
  /** Line in its source, 1-based. */
  readonly line: number;
}

export interface SystemInfoTraits {
  /** True when the text holds a list of all hotfixes, so that one missing from it is known not to be installed. */
  readonly listsHotfixes: boolean;
}

const FOREIGN =
  "The labels are in an unknown language: host, version, model and hotfixes were recognised by place and shape, nothing else was read";

const askedLast = memoizeLast(askedBy, "nothing");

/** The text behind a command that asks for so much. */
const texts = {
  nothing: textWith(hotfixTable.loneRow, false),
  system: textWith(hotfixTable.loneRow, false),
  objects: textWith(hotfixTable.loneRow, true),
  hotfixes: textWith(hotfixTable.row, true),
} as const;

function textWith(
  hotfixRow: P.Parser<PrintedLine<string, readonly StatedFact[]>>,
  isAsked: boolean,
): P.Parser<readonly StatementPart[]> {
  const known = P.alt<StatementPart>(
    versionLine.map(statementOf),
    currentVersion,
    where(/~[0-9a-f]{16}~/i, packages.list),
    where(/","/, columns.table),
    ruledTable.table,
    where(/HotFixID/i, hotfixTable.table),
    msinfo.part,
    hotfixList.list,
    listing.part,
    hotfixList.loneEntry,
  );
  return P.alt<StatementPart>(
    blankLine.map(lone),
    known,
    hotfixRow.map(statementOf),
    systemObjects(known, isAsked),
    P.alt<PrintedLine>(versions.copyright, hotfixTable.rule).map(lone),
    otherLine.map((own) => lone(reclassed(own, "unrelated"))),
  ).many();
}

/**
 * What tells the version of Windows and its hotfixes: `systeminfo` and msinfo32 in any language, `ver` and the banner of
 * the console, Get-ComputerInfo, `wmic os` and their classes, the key CurrentVersion, lists of hotfixes and packages,
 * and what support collectors write instead.
 */
export const systemInfo: Grammar<"systemInfo", SystemFact, SystemInfoTraits> = {
  kind: "systemInfo",
  title: "the system information",
  command: "systeminfo",
  notes:
    "also `ver`, `wmic os get`, `wmic qfe`, `Get-HotFix`, msinfo32 and others: version and hotfixes; a version without its name is recognised by its number",
  // The banner of the console, the list of processors of systeminfo, what else states a version, tables of hotfixes.
  words: [
    ...["microsoft windows [", "[01]", "os version", "windows version", "service pack #", "version #.# build"],
    ...["os build", "build #.#", "build ##.#", "hotfixid", "get-hotfix", "kbid=", "update kb#####", "hotfix kb#####"],
    ...["microsoft windows nt ", "package_for_kb#####", "windows nt\\currentversion", "msinfo", "major minor build"],
    // The name of the product is the same in every language.
    ...["server", "xp", "vista", "7", "8", "10", "11"].map((product) => `microsoft windows ${product}`),
    ...ownNames.map((name) => name.toLowerCase()),
    ...wordsOf(({ systemInfo: labels }) => [labels?.osName]),
  ],
  answers: (command) => askedBy(command) !== "nothing",
  hint: systemHint,
  landmark: (text, { command }) => landmarkOf(text, askedLast(command)),
  continues: (text, { command }) => continuesSystem(text, askedLast(command)),
  above: systemLinesAtEnd,
  read,
};

/** Reads a text of which some line looked like system information. */
function read(segment: SegmentText, { command }: Surroundings): Reading<SystemFact, SystemInfoTraits> {
  const sheet = sheetOf(segment);
  const asked = askedLast(command);
  const parts = readWhole(texts[asked], sheet.text);
  const statements = valuesOf(parts);
  const facts = statements.flatMap((own) => own.facts);
  const isList = asked === "hotfixes" && statements.some((own) => own.hotfixList === "whole");
  const isOurs = facts.some(isTelling) || (asked !== "nothing" && facts.length > 0) || isList;
  const shares = sharesIn(statements);
  const [first] = shares;
  if (!isOurs) {
    const host = first?.host && { host: printedHost(segment, sheet, first.host) };
    return { ...notRecognised(linesOf(parts), { listsHotfixes: false }), ...host };
  }
  const picks = picksHotfixes(command);
  const traits = { listsHotfixes: !picks && listsAll(statements, asked) };
  return recognised(segment, sheet, {
    lines: linesOf(parts),
    records: facts,
    remarks: [...statements.flatMap((own) => remarksOf(own, picks)), ...aboutLanguage(statements)],
    locale: localeOf(statements.flatMap(({ phrases = [] }) => phrases)),
    traits,
    ...hostsOf(shares.map((own) => ({ ...own, traits }))),
  });
}

/** The facts by host. What names none is of the host of what stands above it, and of the first one above all. */
function sharesIn(statements: readonly Statement[]): readonly Omit<DraftShare<SystemFact, unknown>, "traits">[] {
  const objects = statements.flatMap((own) => own.objects ?? [{ facts: own.facts, host: undefined }]);
  const named = objects.map(({ facts, host }) => host ?? hostIn(facts));
  let latest = named.find((host) => host !== undefined);
  const placed = objects.map(({ facts }, at) => {
    latest = named[at] ?? latest;
    return { facts, host: latest };
  });
  return byHost(placed, ({ host }) => host).map(({ host, values }) => {
    return { host, records: values.flatMap(({ facts }) => facts) };
  });
}

function hostIn(facts: Statement["facts"]): DraftHost | undefined {
  const found = facts.find(({ name }) => name === "hostName");
  return found && { name: found.value, by: "systeminfo", from: found.from };
}

/** Where nothing says how many hotfixes there are, a single one may have been picked out. */
function listsAll(statements: readonly Statement[], asked: Asked): boolean {
  const lists = statements.flatMap(({ hotfixList }) => hotfixList ?? []);
  const objects = statements.reduce((sum, own) => sum + (own.hotfixObjects ?? 0), 0);
  return !lists.includes("cut") && (lists.length > 0 || objects > (asked === "hotfixes" ? 0 : 1));
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
