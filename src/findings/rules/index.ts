import type { Rule } from "../rule.ts";
import { chimneyRules } from "./lists/chimney.ts";
import { coexistenceRules } from "./lists/coexistence.ts";
import { settingsRules } from "./lists/settings.ts";
import { socketsRules } from "./lists/sockets.ts";
import { workloadsRules } from "./lists/workloads.ts";

export { fleetRules } from "./lists/fleet.ts";

/** Every rule on a host; the order is that of the catalogue. A rule has its one line in one of the lists. */
export const rules: readonly Rule[] = [
  ...chimneyRules,
  ...settingsRules,
  ...coexistenceRules,
  ...workloadsRules,
  ...socketsRules,
];
