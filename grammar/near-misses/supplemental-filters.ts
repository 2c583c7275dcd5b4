import { asksNetsh } from "../lexicon/netsh.ts";
import type { NearMiss } from "./near-miss.ts";

const topics = [
  ["supplementalports", "supplementalp"],
  ["supplementalsubnets", "supplementals"],
] as const;

/** Which template the connections of ports and subnets get: nothing of it is said of the others. */
export const supplementalFilters: NearMiss = {
  name: "the ports or subnets of supplemental templates",
  lacks: "the templates",
  run: "netsh int tcp show supplemental",
  answers: (command) => topics.some(([topic, fewest]) => asksNetsh(command, topic, fewest.length)),
};
