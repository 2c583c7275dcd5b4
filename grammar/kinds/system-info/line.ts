import { entriesOf, lookUp, type Phrase, phrasebook } from "../../lexicon/phrases.ts";
import type { SystemInfoLabel } from "../../locales/locale.ts";

/** What a line says of the system. */
export interface StatedFact {
  readonly name: "hostName" | "osName" | "version" | "servicePack" | "hotfix" | "systemModel" | "processors";
  readonly value: string;
}

/** A line of system information by its shape; `label` is there when it has one that is known. */
export type SystemLine =
  | {
      readonly shape: "facts";
      readonly facts: readonly StatedFact[];
      /** How it was known what they are: `form` is that of a line which looks the same in every language. */
      readonly by: "label" | "value" | "form";
      readonly label?: Phrase<SystemInfoLabel>;
    }
  /** What stands above a list of entries, with the number of them that it promises: "5 Hotfix(s) Installed." */
  | { readonly shape: "list"; readonly promised: number | null; readonly label?: Phrase<SystemInfoLabel> }
  /** An entry of such a list: "[01]: KB2525390". */
  | { readonly shape: "entry"; readonly hotfix: string | null }
  | { readonly shape: "hotfixHeading" }
  | { readonly shape: "copyright" }
  /** A label for the version with something else behind it, from index `at` on. */
  | { readonly shape: "damaged"; readonly at: number; readonly value: string }
  | { readonly shape: "other" };

const labels = phrasebook(({ systemInfo }) => entriesOf<SystemInfoLabel>(systemInfo ?? {}));

const other: SystemLine = { shape: "other" };

// Microsoft Windows [Version 6.1.7601]
const versionBanner =
  /^[ \t]*Microsoft Windows[^[\]]{0,40}\[[^\]\d]{0,30}(\d{1,2}\.\d{1,2}\.\d{4,5})(?:\.\d{1,6})?\][ \t]*$/i;

// OS Version:                6.1.7601 Service Pack 1 Build 7601
const versionAndBuild =
  /^[ \t]*[^:：\t]{1,60}(?:[:：][ \t]{0,80}|\t[ \t]{0,80})(\d{1,2}\.\d{1,2}\.(\d{4,5}))[ \t](?:.{0,80}[^\d.])?\2[ \t]*$/;

// OS Version: 1607(OS Build 10.0.14393.4583)
const releaseAndBuild =
  /^[^(:：]{1,60}[:：][^(:：]{0,20}\(OS Build[ \t]{1,8}(\d{1,2}\.\d{1,2}\.\d{4,5})(?:\.\d{1,6})?\)[ \t]*$/i;

// Version 1607 (OS Build 14393.4583)
const aboutWindows10 = /^[ \t]*Version[ \t]\w{4}[ \t]?\(OS Build (\d{5})(?:\.\d{1,6})?\)[ \t]*$/i;

// Version 6.1 (Build 7601: Service Pack 1)
const aboutWindows =
  /^[ \t]*Version (\d{1,2}\.\d{1,2}) \(Build (\d{4,5})(?:\.[\w.-]{1,60})?(?:[ ]?:[ ]Service Pack \d{1,2})?\)[ \t]*$/i;

//                            [01]: KB2525390            [05]: KB911164 - Update
const listEntry = /^[ \t]*\[\d{1,4}\][ \t]*[:：][ \t]*(?:(KB\d{5,8})(?!\d))?/i;

// HotFixID=KB2525390          HotFixID    : KB2525390
const hotfixProperty = /^[ \t]*HotFixID[ \t]*[=:][ \t]*(KB\d{5,8})[ \t]*$/i;

// Source        Description      HotFixID      InstalledBy          InstalledOn
const hotfixHeading = /^(?!.*[=:])(?:.{0,300}[ \t])?HotFixID(?:[ \t]|$)/i;

// Copyright (c) 2009 Microsoft Corporation.  All rights reserved.
const copyright = /^[ \t]*(?:Copyright[ \t]*)?(?:\(c\)|©).{0,30}\bMicrosoft Corp/i;

/** Every line that states a version has one of these; the others need not be looked at closely. */
const versionHint = /\d\.\d{4}|\((?:OS )?Build /i;

const versionNumber = /^(\d{1,2}\.\d{1,2}\.\d{4,5})(?:\.\d{1,6})?(?![\w.])/;
const servicePack = /Service Pack (\d{1,2})(?!\d)/i;

const WINDOWS = /\bWindows\b/i;
/** No line that says something of the system is longer. */
const LONGEST_LINE = 600;

/** Reads a line by itself, in any display language as far as shapes go. */
export function systemLine(line: string): SystemLine {
  if (line.length > LONGEST_LINE) return other;
  const version = versionIn(line);
  if (version !== undefined) return versionLine(line, version);
  const hotfix = hotfixProperty.exec(line)?.[1];
  if (hotfix !== undefined) return { shape: "facts", facts: [hotfixOf(hotfix)], by: "form" };
  const entry = listEntry.exec(line);
  if (entry !== null) return { shape: "entry", hotfix: entry[1]?.toUpperCase() ?? null };
  if (hotfixHeading.test(line)) return { shape: "hotfixHeading" };
  if (copyright.test(line)) return { shape: "copyright" };
  return labelledLine(line);
}

/** True for the line that `ver` prints and that every console begins with. */
export function isVersionBanner(line: string): boolean {
  return line.length <= LONGEST_LINE && versionBanner.test(line);
}

/** True for a fact that only system information states: other systems have names and models too. */
export function isTelling({ name, value }: StatedFact): boolean {
  return (
    name === "version" || name === "servicePack" || name === "hotfix" || (name === "osName" && WINDOWS.test(value))
  );
}

/** The number of a hotfix as it is compared. */
export function hotfixOf(printed: string): StatedFact {
  return { name: "hotfix", value: printed.toUpperCase() };
}

function versionIn(line: string): StatedFact | undefined {
  if (!versionHint.test(line)) return undefined;
  const whole = versionBanner.exec(line)?.[1] ?? versionAndBuild.exec(line)?.[1] ?? releaseAndBuild.exec(line)?.[1];
  if (whole !== undefined) return { name: "version", value: whole };
  const build = aboutWindows10.exec(line)?.[1];
  // Builds with five digits that are not written out are of Windows 10 or later, which all call themselves 10.0.
  if (build !== undefined) return { name: "version", value: `10.0.${build}` };
  const [, version, number] = aboutWindows.exec(line) ?? [];
  return version === undefined ? undefined : { name: "version", value: `${version}.${number}` };
}

function versionLine(line: string, version: StatedFact): SystemLine {
  const facts = [version, ...servicePackIn(line)];
  const { label } = labelOf(line);
  if (label !== undefined) return { shape: "facts", facts, by: "label", label };
  return { shape: "facts", facts, by: versionAndBuild.test(line) ? "value" : "form" };
}

function servicePackIn(text: string): StatedFact[] {
  const number = servicePack.exec(text)?.[1];
  return number === undefined ? [] : [{ name: "servicePack", value: String(Number(number)) }];
}

function labelOf(line: string): { readonly label?: Phrase<SystemInfoLabel> } {
  const label = lookUp(labels, line.slice(0, Math.max(0, line.indexOf(":"))));
  return label === undefined ? {} : { label };
}

function labelledLine(line: string): SystemLine {
  const colon = line.search(/[:：]/);
  if (colon < 0) return other;
  const behind = line.slice(colon + 1);
  const value = behind.trim();
  const { label } = labelOf(line);
  const promised = numberIn(value);
  if (label === undefined) return promised === null ? other : { shape: "list", promised };
  if (label.key === "hotfixes") return { shape: "list", promised, label };
  if (label.key === "version") {
    const version = versionNumber.exec(value)?.[1];
    if (version !== undefined)
      return { shape: "facts", facts: [{ name: "version", value: version }], by: "label", label };
    return { shape: "damaged", at: line.length - behind.trimStart().length, value };
  }
  if (value === "") return other;
  const more = label.key === "osName" ? servicePackIn(value) : [];
  return { shape: "facts", facts: [{ name: label.key, value }, ...more], by: "label", label };
}

/** In every language the number of entries stands in the line above them. */
function numberIn(value: string): number | null {
  const number = /\d{1,4}(?![\d.])/.exec(value)?.[0];
  return number === undefined ? null : Number(number);
}
