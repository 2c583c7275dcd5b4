import P from "parsimmon";
import type { Landmark } from "../../contract/grammar.ts";
import { anyHint, type Hint } from "../../contract/hint.ts";
import { fits, hintOf, isLine, type PrintedLine, readLine } from "../../contract/lines.ts";
import { language as registry } from "../../forms/registry/language.ts";
import { hostName, token, tokens } from "../../lexicon/lexemes.ts";
import { columns } from "./columns.ts";
import type { Asked } from "./commands.ts";
import { currentVersionKey } from "./current-version.ts";
import { isTelling, type StatedFact, where } from "./facts.ts";
import { hotfixList } from "./hotfix-list.ts";
import { hotfixTable } from "./hotfix-table.ts";
import { labelBeginning } from "./labels.ts";
import { listing, type StatedLine } from "./listing.ts";
import { msinfo } from "./msinfo.ts";
import { continuesSystemObjects, objectHint, objectLandmark, systemObjectLinesAtEnd } from "./objects.ts";
import { packages } from "./packages.ts";
import { ruledTable } from "./ruled-table.ts";
import { versionLine, versions } from "./versions.ts";

/** What every line holds that gives something away by itself, objects apart. */
const hint = hintOf(() => [
  [/\d\.\d{1,2}\.\d{4}/],
  [/\((?:OS )?Build /],
  [/HotFixID/],
  [tokens.kbNumber],
  [/Windows NT/],
  [/CDATA\[/],
  [/^/, tokens.blank, /\[\d{1,4}\]/, tokens.blank, tokens.colon],
  [/^/, tokens.blank, labelBeginning],
  [/^={3}/],
]);

/** `System Model:              PowerEdge`, and what is listed below such a line. */
const member = token(/(?:[^:：\n]{1,80}[:：]|[ \t]{8})[^\n]*\n/);

/** Lines by themselves, the ones with a fixed form before those that a label or its place explains. */
const anyLine = P.alt<PrintedLine<string, unknown>>(
  versionLine,
  hotfixList.entry,
  where(/HotFixID/i, hotfixTable.heading),
  where(/~[0-9a-f]{16}~/i, P.alt(packages.identity, packages.row)),
  where(/","/, columns.row),
  where(/^={3}/, ruledTable.rule),
  ruledTable.titles,
  where(/CDATA\[/, msinfo.telling),
  listing.stated,
  hotfixList.heading,
  where(tokens.kbNumber, hotfixTable.loneRow),
);
const furtherLine = P.alt<unknown>(
  member,
  anyLine,
  listing.damaged,
  versions.copyright,
  hotfixTable.rule,
  hotfixTable.row,
  msinfo.other,
  msinfo.row,
  registry.queried,
  registry.exported,
);

/** What every line holds that gives something away by itself. */
export const systemHint: Hint = anyHint(hint, objectHint);

/** What a line gives away; behind a command for objects or hotfixes more than by itself. */
export function landmarkOf(text: string, asked: Asked): Landmark | undefined {
  const mark = hint(text) ? landmarkOfLine(text) : undefined;
  if (mark !== undefined) return mark;
  const isObject = asked === "objects" || asked === "hotfixes";
  if (asked === "hotfixes" && isLine(hotfixTable.row, text)) return "record";
  return objectLandmark(text, isObject);
}

/** True for a line that may stand below others; behind a command for objects all of its output is of them. */
export function continuesSystem(text: string, asked: Asked): boolean {
  return asked === "objects" || asked === "hotfixes" || isLine(furtherLine, text) || continuesSystemObjects(text);
}

/** How many lines at the end belong to what the next line is known of: the host above the version, an object, markup. */
export function systemLinesAtEnd(lines: readonly string[]): number {
  const [host = "", name = ""] = [lines.at(-2), lines.at(-1)];
  if (isLine(listing.foreignName, name)) return isLine(listing.foreignHost, host) ? 2 : 1;
  const markup = lines.length - 1 - lines.findLastIndex((text) => !isLine(msinfo.other, text));
  return Math.max(markup, systemObjectLinesAtEnd(lines));
}

/** A name of a host alone may be of anything: it promises that more comes. */
function landmarkOfLine(text: string): Landmark | undefined {
  if (isLine(versions.banner, text)) return "message";
  const key = readLine(registry.key, text)?.value;
  if (key !== undefined) return fits(currentVersionKey, key) ? "title" : undefined;
  const found = readLine(anyLine, text);
  if (found === undefined) return undefined;
  switch (found.is) {
    case "entry":
      return found.value === null ? undefined : "record";
    case "rule":
    case "titles":
    case "hotfixHeading":
      return "heading";
    case "stated":
      // msinfo32 prints the name of the host in the middle of its report.
      return isLine(msinfo.row, text) ? "record" : landmarkOfFacts((found as StatedLine).value.facts);
    default:
      return "record";
  }
}

function landmarkOfFacts([first]: readonly StatedFact[]): Landmark | undefined {
  if (first === undefined) return undefined;
  if (first.name === "hostName") return fits(hostName, first.value) ? "name" : undefined;
  return isTelling(first) ? "record" : undefined;
}
