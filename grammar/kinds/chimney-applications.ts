import P from "parsimmon";
import { statisticsGrammar } from "../forms/statistics/statistics.ts";

/** `netsh interface tcp show chimneyapplications`: programs whose connections may be offloaded, cell by cell. */
export const chimneyApplications = statisticsGrammar<"chimneyApplications", never>({
  kind: "chimneyApplications",
  title: "the applications in the chimney offload table",
  subject: "chimneyapplications",
  fewest: "chimneya".length,
  words: [],
  beginning: [/(?!)/],
  answer: P.fail("an answer of its own"),
  moreOfAnswer: P.fail("more of an answer"),
});
