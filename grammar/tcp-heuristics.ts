import type { HeuristicKey } from "./locales/locale.ts";
import { asksNetsh } from "./netsh.ts";
import { entriesOf, phrasebook } from "./phrases.ts";
import { settingsGrammar } from "./settings/listing.ts";
import { anyDocumentedValue, documentedValue } from "./settings/values.ts";
import { wordsOf } from "./words.ts";

/** `netsh interface tcp show heuristics`; current Windows prints its first row only. */
export const tcpHeuristics = settingsGrammar<"tcpHeuristics", HeuristicKey>({
  kind: "tcpHeuristics",
  title: "the TCP window scaling heuristics",
  command: "netsh int tcp show heuristics",
  words: ["netsh ", "tcp ", ...wordsOf(({ heuristics }) => Object.values(heuristics))],
  answers: (command) => asksNetsh(command, "heuristics", 2),
  labels: phrasebook(({ heuristics }) => entriesOf<HeuristicKey>(heuristics)),
  furniture: phrasebook(({ heuristicsTitle }) => [["heading", heuristicsTitle]]),
  aside: () => undefined,
  value: documentedValue,
  anyValue: anyDocumentedValue,
});
