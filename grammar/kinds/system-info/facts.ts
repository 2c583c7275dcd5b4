import P from "parsimmon";
import { atMost, fits, type Part, type PrintedLine } from "../../contract/lines.ts";
import type { DraftHost, Remark } from "../../contract/sheet.ts";
import { blanks, someBlanks, token } from "../../lexicon/lexemes.ts";
import type { Phrase } from "../../lexicon/phrases.ts";

/**
 * What a line says of the system. version: "6.1.7601" · servicePack: "1" · productType: "server" or "client" ·
 * hotfix: "KB2525390" · the others as printed.
 */
export interface StatedFact {
  readonly name:
    | "hostName"
    | "osName"
    | "version"
    | "servicePack"
    | "edition"
    | "productType"
    | "hotfix"
    | "systemManufacturer"
    | "systemModel"
    | "processors";
  readonly value: string;
}

type DraftFact = StatedFact & { readonly from: number };

/** What one object says of its computer. */
export interface ObjectFacts {
  readonly facts: readonly DraftFact[];
  readonly host: DraftHost | undefined;
}

/** What lines that belong together say. */
export interface Statement {
  readonly facts: readonly DraftFact[];
  /** The same facts object by object, where objects say them: several may be of several computers. */
  readonly objects?: readonly ObjectFacts[];
  /** Words by which the lines were known. */
  readonly phrases?: readonly Phrase<unknown>[];
  /** A version that was known by its shape alone: offset of its line. */
  readonly foreign?: number;
  /** Whether all installed hotfixes are listed here; absent where none are. */
  readonly hotfixList?: "whole" | "cut";
  /** How many objects are hotfixes. */
  readonly hotfixObjects?: number;
  readonly remarks?: readonly Remark[];
}

export type StatementPart = Part<Statement>;

/** No line that says something of the system is longer. */
const LONGEST_LINE = 600;

/** "6.1" and "7601". */
export interface WindowsVersion {
  readonly release: string;
  readonly build: string;
}

/** Windows calls itself 5, 6 or 10.0, and builds of the latter have five digits: other versions are of other products. */
const release = token(/5\.(?:00|[0-2])|6\.[0-3]|10\.0(?=\.\d{5})/);
const build = token(/\d{4,5}(?!\d)/);
const revision = token(/(?:\.\d{1,6})?(?![\w.])/);

/** "6.1.7601", "10.0.19045.3208" */
export const windowsVersion: P.Parser<WindowsVersion> = P.seqObj<WindowsVersion>(
  ["release", release],
  P.string("."),
  ["build", build],
  revision,
).desc("the number of a version of Windows");

/** Builds that were released: applications have the numbers of some releases, too. */
const released: readonly (readonly [release: string, build: RegExp])[] = [
  ["5.0", /2195/],
  ["5.1", /2600/],
  ["5.2", /3790/],
  ["6.0", /600\d/],
  ["6.1", /760\d/],
  ["6.2", /9200/],
  ["6.3", /9600/],
  ["10.0", /[1-9]\d{4}/],
];

/** Release and build with something between them: "6.1 (Build 7601". */
export function releasedVersion(between: P.Parser<unknown>): P.Parser<WindowsVersion> {
  return P.alt(
    ...released.map(([own, builds]) =>
      P.seqObj<WindowsVersion>(["release", P.string(own)], between, ["build", P.regexp(builds)]),
    ),
  ).desc("the number of a version of Windows");
}

/** The version of a build that was released. */
export function versionOfBuild(printed: string): WindowsVersion | undefined {
  const own = released.find(([, builds]) => fits(P.regexp(builds), printed));
  return own === undefined ? undefined : { release: own[0], build: printed };
}

const servicePackNumber = P.regexp(/Service Pack (\d{1,2})(?!\d)/i, 1);
const beforeServicePack = token(/(?:(?!Service Pack \d)[^\n])*/i);

/** The service pack that a text mentions, as a fact. */
export function servicePackIn(text: string): readonly StatedFact[] {
  const found = beforeServicePack.then(servicePackNumber).skip(P.all).parse(text);
  return found.status ? [{ name: "servicePack", value: String(Number(found.value)) }] : [];
}

/** The name of Windows that it prints in every language. */
export const windowsName: P.Parser<string> = token(() => /Microsoft(?:®|\(R\))? Windows(?![\p{L}\p{N}])[^\n]*/iu)
  .map((name) => name.trim())
  .desc("the name of Windows");

/** A fact by its name; the name of Windows may mention the service pack. */
export function factsOf(name: StatedFact["name"], value: string): readonly StatedFact[] {
  return [{ name, value }, ...(name === "osName" ? servicePackIn(value) : [])];
}

/** A version, and the service pack that its line mentions. */
export function versionFacts({ release: own, build: number }: WindowsVersion, text: string): readonly StatedFact[] {
  return [{ name: "version", value: `${own}.${number}` }, ...servicePackIn(text)];
}

/** The number of a hotfix as it is compared. */
export function hotfixOf(printed: string): StatedFact {
  return { name: "hotfix", value: printed.toUpperCase() };
}

/** A version of which the build stands at the end of the line once more, whatever the words between them. */
export const versionAndBuild: P.Parser<readonly StatedFact[]> = windowsVersion.skip(someBlanks).chain((version) =>
  token(() => new RegExp(`(?:[^\\n]{0,80}[^\\d.\\n])?${version.build}(?=[ \\t]*(?:\\n|$))`))
    .desc(`the build ${version.build} again`)
    .map((rest) => versionFacts(version, rest)),
);

/** A fact that only system information states: other systems have names and models too. */
export function isTelling({ name, value }: StatedFact): boolean {
  return name === "version" || name === "servicePack" || name === "hotfix" || (name === "osName" && isWindows(value));
}

/** The facts of a line by itself. */
export function statementOf(own: PrintedLine<string, readonly StatedFact[]>): StatementPart {
  return { lines: [own], value: { facts: own.value.map((fact) => ({ ...fact, from: own.from })) } };
}

export function isWindows(text: string): boolean {
  return /\bWindows\b/i.test(text);
}

/** The production where the line, or what follows it, holds such a token: most lines are none of it. */
export function where<V>(token: RegExp, production: P.Parser<V>): P.Parser<V> {
  return P.lookahead(new RegExp(`[^\\n]*?(?:${token.source})`, token.flags)).then(production);
}

export function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(blanks).then(production);
}
