import P from "parsimmon";
import { settingsGrammar } from "../forms/settings/listing.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { asksNetshFor } from "../lexicon/netsh.ts";
import { entriesOf, phrasebook } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";

/**
 * `netsh interface ip show global`: one of its settings is about offloads. The others are kept as printed and given no
 * meaning, because no document of ours lists them.
 */
export const ipGlobal = settingsGrammar<"ipGlobal", "taskOffload">({
  kind: "ipGlobal",
  title: "the IP global parameters",
  command: "netsh int ip show global",
  notes: "task offload",
  words: ["netsh ", ...wordsOf(({ ipGlobal: own, ipGlobalTitle }) => [ipGlobalTitle, own?.taskOffload])],
  answers: (command) =>
    asksNetshFor(command, [
      [["interface", 2]],
      [
        ["ip", 2],
        ["ipv4", 4],
      ],
      [["show", 2]],
      [["global", 1]],
    ]),
  labels: phrasebook(({ ipGlobal: words }) => entriesOf<"taskOffload">(words ?? {})),
  furniture: phrasebook(({ ipGlobalTitle, globalQuerying }) => [
    ["heading", ipGlobalTitle ?? []],
    ["message", globalQuerying],
  ]),
  aside: P.fail("an aside"),
  value: documentedValue,
  anyValue: anyDocumentedValue,
  others: "kept",
});
