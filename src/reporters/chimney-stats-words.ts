import type { ChimneyStatsState } from "../../grammar/kinds/chimney-stats.ts";

/** What the answer of `show chimneystats` is, in words. */
export const chimneyStatsWords: { readonly [K in ChimneyStatsState]: string } = {
  disabledByAdministrator: "the answer is that the system administrator has disabled TCP Chimney",
  table: "a table, shown as printed because its columns are documented nowhere",
  list: "a list, shown as printed because its labels are documented nowhere",
  notAvailable: "the command was refused or is not there on this Windows",
  unreadable: "the answer could not be read",
};
