import { type Diagnostic, diagnostic } from "../contract/diagnostic.ts";
import type { Grammar } from "../contract/grammar.ts";
import type { Setting, SettingsTraits } from "../forms/settings/lines.ts";
import { settingsGrammar } from "../forms/settings/listing.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { untranslated } from "../lexicon/phrases.ts";
import type { SettingKey } from "../locales/locale.ts";

/** What SQLCheck calls the three settings that it takes out of what `netsh int tcp show global` prints in English. */
const labels: ReadonlyMap<string, SettingKey> = new Map([
  ["TCPChimney", "chimneyOffload"],
  ["RSS", "receiveSideScaling"],
  ["TCPA", "netDma"],
]);

// TCPChimney:                 disabled
const CHIMNEY = /^[ \t]*TCPChimney:[ \t]*(?:\w{1,20}[ \t]*)?$/;

// RSS:                        enabled          (of an adapter it is "Enabled (1)")
const NEXT = /^[ \t]*(?:RSS|TCPA):[ \t]*(?:[a-z]{1,20}[ \t]*)?$/;

const listing = settingsGrammar<"sqlCheck", SettingKey>({
  kind: "sqlCheck",
  title: "the settings that SQLCheck reports",
  command: "SQLCheck",
  words: ["tcpchimney "],
  answers: (command) => /(?:^|[\s\\/"'])SQLCheck(?:\.exe)?(?=["'\s]|$)/i.test(command),
  labels: untranslated(labels),
  furniture: untranslated(new Map()),
  aside: () => undefined,
  value: documentedValue,
  anyValue: anyDocumentedValue,
});

/**
 * The settings in a report of Microsoft's SQLCheck, found by the line of Chimney. They are second-hand: where netsh
 * speaks another language or has no such row they are blank, which means unknown and never disabled.
 */
export const sqlCheck: Grammar<"sqlCheck", Setting, SettingsTraits> = {
  ...listing,
  landmark: (line) => (CHIMNEY.test(line) ? "record" : undefined),
  continues: (line) => NEXT.test(line),
  read(segment, surroundings) {
    const reading = listing.read(segment, surroundings);
    return { ...reading, diagnostics: reading.diagnostics.map(explained) };
  },
};

/** A line without its value is whole here, and says why. */
function explained(found: Diagnostic): Diagnostic {
  if (found.code !== "value-missing") return found;
  const message =
    "SQLCheck reports no value: netsh printed none, or in another language than English. It is unknown, not disabled";
  return diagnostic(found.code, message, found, found.excerpt);
}
