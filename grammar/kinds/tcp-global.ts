import { placedByPosition } from "../forms/settings/by-position.ts";
import { settingsLines } from "../forms/settings/lines.ts";
import { type SettingsListing, settingsGrammar } from "../forms/settings/listing.ts";
import { settingsTable } from "../forms/settings/table.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { asksNetsh } from "../lexicon/netsh.ts";
import { entriesOf, fold, phrasebook } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";
import { locales } from "../locales/index.ts";
import type { SettingKey } from "../locales/locale.ts";

/** A part of the footnote has to be this long to be taken for one. */
const FEWEST_FOOTNOTE_LETTERS = 12;

const footnotes = locales.map(({ heuristicsFootnote }) => fold(heuristicsFootnote.join(" ")));

const listing: SettingsListing<"tcpGlobal", SettingKey> = {
  kind: "tcpGlobal",
  title: "the TCP global parameters",
  command: "netsh int tcp show global",
  // The names of protocols and standards are the same in every language.
  words: [
    ...["netsh ", "tcp ", "rfc 1323", "ecn ", "rto ", "rtt ", "syn "],
    ...wordsOf(({ settings, globalTitle }) => [globalTitle, ...Object.values(settings)]),
  ],
  answers: (command) => asksNetsh(command, "global", 1),
  labels: phrasebook(({ settings }) => entriesOf<SettingKey>(settings)),
  furniture: phrasebook(({ globalTitle, globalQuerying }) => [
    ["heading", globalTitle],
    ["message", globalQuerying],
  ]),
  aside: (line) => (line.shape === "text" && isFootnote(line.text) ? "message" : undefined),
  value: documentedValue,
  anyValue: anyDocumentedValue,
  place: placedByPosition,
};

/** `netsh interface tcp show global`, in every version of Windows and every display language that is known. */
export const tcpGlobal = settingsGrammar(listing);

/**
 * True for a block of lines that is such a table in a language nobody taught us: a title with "TCP", a rule, and rows
 * whose number and values fit one version of Windows. For blocks that have no other landmark.
 */
export function looksLikeSettingsTable(lines: readonly string[]): boolean {
  const rule = lines.findIndex((line) => /^[ \t]*-{5,}[ \t]*$/.test(line));
  if (rule < 1 || !lines.slice(0, rule).some((line) => /TCP/i.test(line))) return false;
  const shapes = settingsLines(lines.map((line) => `${line}\n`).join(""));
  return placedByPosition(shapes, settingsTable(shapes, listing)) !== undefined;
}

/** Windows marks the footnote with two asterisks; mail programs break it elsewhere than Windows did. */
function isFootnote(text: string): boolean {
  if (text.startsWith("** ")) return true;
  const folded = text.length > 400 ? "" : fold(text);
  return folded.length >= FEWEST_FOOTNOTE_LETTERS && footnotes.some((footnote) => footnote.includes(folded));
}
