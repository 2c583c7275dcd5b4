import P from "parsimmon";
import { blanks, colon, token } from "../../lexicon/lexemes.ts";
import { beginningOf, phrasebook } from "../../lexicon/phrases.ts";
import type { SystemInfoLabel } from "../../locales/locale.ts";

/** The words of every language for a set of labels. */
function labelsFor<K extends SystemInfoLabel>(...keys: readonly K[]) {
  return phrasebook<K>(({ systemInfo }) => keys.map((key) => [key, systemInfo?.[key] ?? []] as const));
}

export const anyLabels = labelsFor(
  "hostName",
  "osName",
  "version",
  "systemManufacturer",
  "systemModel",
  "processors",
  "hotfixes",
);
export const factLabels = labelsFor("hostName", "osName", "systemManufacturer", "systemModel", "processors");
export const versionLabels = labelsFor("version");
export const hotfixLabels = labelsFor("hotfixes");

/** What lines with a known label begin with. */
export const labelBeginning: RegExp = beginningOf(anyLabels);

export const label: P.Parser<string> = token(/[^\s:：[][^:：\t\n]{0,79}/).desc("a label");

/** What stands between a label and its value. */
export const separator: P.Parser<unknown> = P.alt(colon, P.string("\t")).skip(blanks);
