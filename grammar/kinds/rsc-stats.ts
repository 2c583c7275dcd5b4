import P from "parsimmon";
import { statisticsGrammar } from "../forms/statistics/statistics.ts";

/** `netsh interface tcp show rscstats`: statistics of receive segment coalescing, cell by cell. */
export const rscStats = statisticsGrammar<"rscStats", never>({
  kind: "rscStats",
  title: "the statistics of receive segment coalescing",
  subject: "rscstats",
  fewest: 1,
  words: [],
  beginning: [/(?!)/],
  answer: P.fail("an answer of its own"),
  moreOfAnswer: P.fail("more of an answer"),
});
