import P from "parsimmon";
import { byVersion } from "../forms/settings/by-position.ts";
import { looksLike, settingsGrammar } from "../forms/settings/listing.ts";
import type { SettingsListing } from "../forms/settings/reading.ts";
import { anyDocumentedValue, documentedValue } from "../forms/settings/values.ts";
import { asksNetsh } from "../lexicon/netsh.ts";
import { entriesOf, phrasebook } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";
import { type HeuristicKey, heuristicKeys } from "../locales/locale.ts";

const listing: SettingsListing<"tcpHeuristics", HeuristicKey> = {
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
  place: byVersion([heuristicKeys, ["windowScalingHeuristics"]], { value: documentedValue }),
};

/** `netsh interface tcp show heuristics`; current Windows prints its first row only. */
export const tcpHeuristics = settingsGrammar(listing);

/** True for a block of lines that is such a table in a language nobody taught us. */
export const looksLikeHeuristics = looksLike(listing);
