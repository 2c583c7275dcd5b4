export type { ChimneyStatsCell } from "../forms/statistics/statistics.ts";

import P from "parsimmon";
import { type StatisticsState, type StatisticsTraits, statisticsGrammar } from "../forms/statistics/statistics.ts";
import { tokens, words } from "../lexicon/lexemes.ts";
import { beginningOf, localeOf, phrasebook, phraseOf } from "../lexicon/phrases.ts";

/** What a chimneystats capture turned out to be. */
export type ChimneyStatsState = "disabledByAdministrator" | StatisticsState;

export type ChimneyStatsTraits = StatisticsTraits<"disabledByAdministrator">;

const disabled = phrasebook(({ messages }) => [["disabled", messages.chimneyDisabled ?? []]] as const);
const sentence = words.map((text) => (text.endsWith(".") ? text : `${text}.`));

/** `netsh interface tcp show chimneystats`: its messages, and cells by their shape. */
export const chimneyStats = statisticsGrammar<"chimneyStats", "disabledByAdministrator">({
  kind: "chimneyStats",
  title: "the TCP chimney statistics",
  subject: "chimneystats",
  // The shortest abbreviation that is neither chimneyapplications nor chimneyports.
  fewest: "chimneys".length,
  words: ["chimney"],
  beginning: [/^/, tokens.blank, beginningOf(disabled)],
  answer: phraseOf(disabled, sentence, "an answer of chimneystats").map((phrase) => ({
    state: "disabledByAdministrator",
    locale: localeOf([phrase]),
  })),
  moreOfAnswer: P.fail("more of an answer"),
});
