export type { ChimneyStatsCell } from "../forms/statistics/layout.ts";

import type { StatisticsState } from "../forms/statistics/layout.ts";
import { statisticsGrammar } from "../forms/statistics/statistics.ts";
import { localeOf, lookUp, phrasebook } from "../lexicon/phrases.ts";

/** What a chimneystats capture turned out to be. */
export type ChimneyStatsState = "disabledByAdministrator" | StatisticsState;

export interface ChimneyStatsTraits {
  readonly state: ChimneyStatsState;
}

const disabled = phrasebook(({ messages }) => [["disabled", messages.chimneyDisabled ?? []]] as const);

/** `netsh interface tcp show chimneystats`: its messages, and cells by their shape. */
export const chimneyStats = statisticsGrammar<"chimneyStats", "disabledByAdministrator">({
  kind: "chimneyStats",
  title: "the TCP chimney statistics",
  subject: "chimneystats",
  // The shortest abbreviation that is neither chimneyapplications nor chimneyports.
  fewest: "chimneys".length,
  words: ["chimney"],
  ownAnswer: (line) => {
    const phrase = lookUp(disabled, line.trimEnd().endsWith(".") ? line : `${line}.`);
    return phrase === undefined ? undefined : { state: "disabledByAdministrator", locale: localeOf([phrase]) };
  },
  isMoreOfAnswer: () => false,
});
