import { statisticsGrammar } from "../forms/statistics/statistics.ts";

/** `netsh interface tcp show chimneyapplications`: programs whose connections may be offloaded, cell by cell. */
export const chimneyApplications = statisticsGrammar<"chimneyApplications", never>({
  kind: "chimneyApplications",
  title: "the applications in the chimney offload table",
  subject: "chimneyapplications",
  fewest: "chimneya".length,
  words: [],
  ownAnswer: () => undefined,
  isMoreOfAnswer: () => false,
});
