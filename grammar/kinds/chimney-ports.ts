import P from "parsimmon";
import { statisticsGrammar } from "../forms/statistics/statistics.ts";

/** `netsh interface tcp show chimneyports`: ports whose connections may be offloaded, cell by cell. */
export const chimneyPorts = statisticsGrammar<"chimneyPorts", never>({
  kind: "chimneyPorts",
  title: "the ports in the chimney offload table",
  subject: "chimneyports",
  fewest: "chimneyp".length,
  words: [],
  beginning: [/(?!)/],
  answer: P.fail("an answer of its own"),
  moreOfAnswer: P.fail("more of an answer"),
});
