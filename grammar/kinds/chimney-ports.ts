import { statisticsGrammar } from "../forms/statistics/statistics.ts";

/** `netsh interface tcp show chimneyports`: ports whose connections may be offloaded, cell by cell. */
export const chimneyPorts = statisticsGrammar<"chimneyPorts", never>({
  kind: "chimneyPorts",
  title: "the ports in the chimney offload table",
  subject: "chimneyports",
  fewest: "chimneyp".length,
  words: [],
  ownAnswer: () => undefined,
  isMoreOfAnswer: () => false,
});
