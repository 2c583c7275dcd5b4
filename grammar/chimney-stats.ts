import { type StatisticsState, statisticsGrammar } from "./chimney-stats/statistics.ts";
import type { Reading } from "./grammar.ts";
import { localeOf, lookUp, phrasebook } from "./phrases.ts";

/** One cell of a statistics table or list, as printed: no public sample exists, so no column has a meaning here. */
export interface ChimneyStatsCell {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** Text of the cell in a first column titled Idx; null when there is no such column. */
  readonly interface: string | null;
  /** The heading above the cell, or the label before the colon, as printed. */
  readonly column: string;
  readonly value: string;
}

/** What a chimneystats capture turned out to be. */
export type ChimneyStatsState = "disabledByAdministrator" | StatisticsState;

export interface ChimneyStatsTraits {
  readonly state: ChimneyStatsState;
}

/** What the shape of a statistics output alone gives; its state is one that every command of statistics knows. */
export type LayoutReading = Reading<ChimneyStatsCell, { readonly state: StatisticsState }>;

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
