import P from "parsimmon";
import { settingsGrammar } from "../forms/settings/listing.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { asksNetsh } from "../lexicon/netsh.ts";
import { entriesOf, phrasebook } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";
import type { HeuristicKey } from "../locales/locale.ts";

/** `netsh interface tcp show heuristics`; current Windows prints its first row only. */
export const tcpHeuristics = settingsGrammar<"tcpHeuristics", HeuristicKey>({
  kind: "tcpHeuristics",
  title: "the TCP window scaling heuristics",
  command: "netsh int tcp show heuristics",
  words: ["netsh ", "tcp ", ...wordsOf(({ heuristics }) => Object.values(heuristics))],
  answers: (command) => asksNetsh(command, "heuristics", 2),
  labels: phrasebook(({ heuristics }) => entriesOf<HeuristicKey>(heuristics)),
  furniture: phrasebook(({ heuristicsTitle }) => [["heading", heuristicsTitle]]),
  aside: P.fail("an aside"),
  value: documentedValue,
  anyValue: anyDocumentedValue,
});
