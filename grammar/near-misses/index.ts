import { fits } from "../contract/lines.ts";
import { bsdNetstat } from "./bsd-netstat.ts";
import { connectionViewers } from "./connection-viewers.ts";
import { linuxNetstat } from "./linux-netstat.ts";
import { lsof } from "./lsof.ts";
import type { NearMiss } from "./near-miss.ts";
import { netstatInterfaceTotals } from "./netstat-interface-totals.ts";
import { netstatStatistics } from "./netstat-statistics.ts";
import { networkDirect } from "./network-direct.ts";
import { osquery } from "./osquery.ts";
import { otherConnections } from "./other-connections.ts";
import { otherNetsh } from "./other-netsh.ts";
import { routeTable } from "./route-table.ts";
import { socketStatistics } from "./socket-statistics.ts";
import { supplementalFilters } from "./supplemental-filters.ts";
import { velociraptor } from "./velociraptor.ts";

export { type NearMiss, nearMissMessage } from "./near-miss.ts";

/** Every output that is named instead of read; the first one that knows a block of lines says what it is. */
export const nearMisses: readonly NearMiss[] = [
  linuxNetstat,
  bsdNetstat,
  socketStatistics,
  netstatStatistics,
  netstatInterfaceTotals,
  routeTable,
  networkDirect,
  velociraptor,
  lsof,
  osquery,
  connectionViewers,
  otherConnections,
  supplementalFilters,
  otherNetsh,
];

/** What some line of every output holds that is known by its lines. */
export function nearMissExpressions(): readonly RegExp[] {
  return nearMisses.flatMap(({ block, hint }) => (block === undefined ? [] : [hint ?? /^/]));
}

/** What some lines without a blank one between them are, below an echoed command or none; undefined for other lines. */
export function nearMissIn(lines: readonly string[], command: string | null): NearMiss | undefined {
  const text = lines.map((line) => `${line}\n`).join("");
  return nearMisses.find(
    ({ hint, block, answers }) =>
      (block !== undefined && hint?.test(text) !== false && fits(block, text)) ||
      (command !== null && answers?.(command) === true),
  );
}
