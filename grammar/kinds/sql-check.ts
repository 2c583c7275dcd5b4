import P from "parsimmon";
import { type Diagnostic, diagnostic } from "../contract/diagnostic.ts";
import type { Grammar } from "../contract/grammar.ts";
import { hintOf, isLine, line } from "../contract/lines.ts";
import { settingsGrammar } from "../forms/settings/listing.ts";
import type { Setting, SettingsTraits } from "../forms/settings/reading.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { blanks, token } from "../lexicon/lexemes.ts";
import { untranslated } from "../lexicon/phrases.ts";
import { callOf } from "../lexicon/programs.ts";
import type { SettingKey } from "../locales/locale.ts";

/** What SQLCheck calls the three settings that it takes out of what `netsh int tcp show global` prints in English. */
const labels: ReadonlyMap<string, SettingKey> = new Map([
  ["TCPChimney", "chimneyOffload"],
  ["RSS", "receiveSideScaling"],
  ["TCPA", "netDma"],
]);

interface Spec {
  chimney: unknown;
  next: unknown;
}

const sqlCheckCall = callOf("SQLCheck");
const label = (name: string) => blanks.then(P.string(`${name}:`)).skip(blanks);
const anyValue = token(/\w{0,20}/);
/** Of an adapter it is "Enabled (1)". */
const smallValue = token(/[a-z]{0,20}/);

const language = P.createLanguage<Spec>({
  // TCPChimney:                 disabled
  chimney: () => line("chimney", "record", label("TCPChimney").then(anyValue)),

  // RSS:                        enabled
  next: () => line("next", "record", P.alt(label("RSS"), label("TCPA")).then(smallValue)),
});

const mentionsChimney = hintOf(() => [[/TCPChimney/]]);

const listing = settingsGrammar<"sqlCheck", SettingKey>({
  kind: "sqlCheck",
  title: "the settings that SQLCheck reports",
  command: "SQLCheck",
  notes:
    "the report of Microsoft's SQLCheck: `TCPChimney`, `RSS` and `TCPA`, which it took from `show global`; believed after everything else, a blank is unknown",
  words: ["tcpchimney "],
  answers: (command) => sqlCheckCall(command) !== undefined,
  labels: untranslated(labels),
  furniture: untranslated(new Map()),
  aside: P.fail("an aside"),
  value: documentedValue,
  anyValue: anyDocumentedValue,
});

/**
 * The settings in a report of Microsoft's SQLCheck, found by the line of Chimney. They are second-hand: where netsh
 * speaks another language or has no such row they are blank, which means unknown and never disabled.
 */
export const sqlCheck: Grammar<"sqlCheck", Setting, SettingsTraits> = {
  ...listing,
  hint: mentionsChimney,
  landmark: (text) => (mentionsChimney(text) && isLine(language.chimney, text) ? "record" : undefined),
  continues: (text) => isLine(language.next, text),
  read(segment, surroundings) {
    const reading = listing.read(segment, surroundings);
    return { ...reading, diagnostics: reading.diagnostics.map(explained) };
  },
};

/** A line without its value is whole here, and says why. */
function explained(found: Diagnostic): Diagnostic {
  if (found.code !== "value-missing") return found;
  const message =
    "SQLCheck reports no value: netsh printed none, or printed it in a language other than English. The value is unknown, not disabled";
  return diagnostic(found.code, message, found, found.excerpt);
}
