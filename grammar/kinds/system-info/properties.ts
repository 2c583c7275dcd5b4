import P from "parsimmon";
import { fits, readText } from "../../contract/lines.ts";
import { computerOf } from "../../forms/objects/computers.ts";
import type { PrintedEntry, PrintedObject } from "../../forms/objects/printed-object.ts";
import { kbNumber, token } from "../../lexicon/lexemes.ts";
import {
  factsOf,
  hotfixOf,
  isTelling,
  isWindows,
  type StatedFact,
  type Statement,
  servicePackIn,
  versionFacts,
  versionOfBuild,
  windowsVersion,
} from "./facts.ts";

const registryBuilds = ["CurrentBuildNumber", "CurrentBuild"];

type FactsIn = (value: string) => readonly StatedFact[];

/**
 * Names of properties and registry values that say something of the system, the ones that are believed most first:
 * those of Win32_OperatingSystem, Win32_ComputerSystem, Get-ComputerInfo, OSVersion and the key CurrentVersion.
 */
const known: readonly (readonly [names: readonly string[], factsIn: FactsIn])[] = [
  [["CsDNSHostName", "DNSHostName", "CsName", "PSComputerName", "__SERVER", "Node"], named("hostName")],
  [["OsName", "Caption", "WindowsProductName", "ProductName"], osNameIn],
  [["OsVersion", "Version", "VersionString", "OsBuildNumber", "BuildNumber", ...registryBuilds, "Build"], versionIn],
  [["CSDVersion", "ServicePack", "OsServicePackMajorVersion", "ServicePackMajorVersion"], packIn],
  [["WindowsEditionId", "EditionID"], named("edition")],
  [["OsProductType", "ProductType", "WindowsInstallationType", "InstallationType"], productTypeIn],
  [["CsManufacturer"], named("systemManufacturer")],
  [["CsModel", "Model"], named("systemModel")],
  [["CsNumberOfLogicalProcessors", "NumberOfLogicalProcessors", "CsNumberOfProcessors"], named("processors")],
];

/** Properties that nothing but the system has: they are known without the command that prints them. */
export const ownNames: readonly string[] = [
  ...["OsName", "OsVersion", "WindowsProductName", "CsDNSHostName", "OsBuildNumber", "OsHotFixes", "VersionString"],
  ...["CSName", "CSDVersion", "OSArchitecture", "ServicePackMajorVersion", "BuildNumber", "CurrentBuild", "HotFixID"],
];

const anyVersion = token(/[^\d\n]*/)
  .then(windowsVersion)
  .skip(P.all);
const anyPack = P.regexp(/(?:Service Pack )?0*([1-9]\d?)/i, 1);
const client = token(/1|Work ?Station|Client/i);
const server = token(/[23]|(?:Domain ?Controller|Server)[A-Za-z ]*/i);
const hotfixNumbers = P.alt<string | null>(kbNumber, P.any.result(null)).many();
const cutEnd = token(/[^\n]*(?:\.{3}|…)\}?/);

/** True for the name of a property that only the system has. */
export function isOwnProperty(name: string): boolean {
  return ownNames.some((own) => isNamed(name, own));
}

/** True for the name of a property that may say something of the system. */
export function isKnownProperty(name: string): boolean {
  return isOwnProperty(name) || known.some(([names]) => names.some((own) => isNamed(name, own)));
}

/** What an object says of the system; undefined when that is nothing, or may be said of something else. */
export function statementOfObject(object: PrintedObject, isAsked: boolean): Statement | undefined {
  const { entries } = object;
  const facts = known.flatMap(([names, factsIn]) => firstFacts(entries, names, factsIn));
  const fixes = entries.filter(({ label }) => isNamed(label, "OsHotFixes") || isNamed(label, "HotFixID"));
  const hotfixes = fixes.flatMap(({ value, from }) => hotfixesIn(value).map((own) => ({ ...hotfixOf(own), from })));
  const all = [...facts, ...hotfixes].toSorted((a, b) => a.from - b.from);
  const isOurs = all.length > 0 && (isAsked || all.some(isTelling));
  if (!isOurs) return undefined;
  const list = fixes.find(({ label }) => isNamed(label, "OsHotFixes"));
  const objects = [{ facts: all, host: computerOf(object) }];
  return { facts: all, objects, ...(list !== undefined && { hotfixList: fits(cutEnd, list.value) ? "cut" : "whole" }) };
}

/** The facts of the first of the properties whose value is one. */
function firstFacts(entries: readonly PrintedEntry[], names: readonly string[], factsIn: FactsIn): Statement["facts"] {
  for (const name of names) {
    const entry = entries.find(({ label }) => isNamed(label, name));
    const facts = entry === undefined ? [] : factsIn(entry.value.trim());
    if (entry !== undefined && facts.length > 0) return facts.map((fact) => ({ ...fact, from: entry.from }));
  }
  return [];
}

function isNamed(label: string, name: string): boolean {
  return label.toLowerCase() === name.toLowerCase();
}

function named(name: StatedFact["name"]): FactsIn {
  return (value) => (value === "" ? [] : factsOf(name, value));
}

function osNameIn(value: string): readonly StatedFact[] {
  return isWindows(value) ? factsOf("osName", value) : [];
}

/** Builds have numbers of their own: whatever release the registry names beside them. */
function versionIn(value: string): readonly StatedFact[] {
  const version = readText(anyVersion, value) ?? versionOfBuild(value);
  return version === undefined ? [] : versionFacts(version, value);
}

function packIn(value: string): readonly StatedFact[] {
  const pack = readText(anyPack, value);
  return pack === undefined ? servicePackIn(value) : [{ name: "servicePack", value: pack }];
}

function productTypeIn(value: string): readonly StatedFact[] {
  if (fits(client, value)) return [{ name: "productType", value: "client" }];
  return fits(server, value) ? [{ name: "productType", value: "server" }] : [];
}

function hotfixesIn(value: string): readonly string[] {
  return (readText(hotfixNumbers, value) ?? []).flatMap((own) => own ?? []);
}
