import type { Connection } from "../../grammar/netstat.ts";
import type { ConnectionClass, Groups, HostSummary } from "../report.ts";
import { grouping, sideOf } from "./grouping.ts";
import type { OwnHost } from "./own-host.ts";
import type { Sides } from "./ratio.ts";
import { servicePorts } from "./service-port.ts";

/** How many groups there are by each key. */
export type GroupsTested = NonNullable<HostSummary["groupsTested"]>;

/**
 * The largest groups of eligible connections (and those on their way) by each key, and how many groups there were to
 * choose from: of many groups some differ by chance. `all` are the sides of all these connections together.
 */
export function buildGroups(
  records: readonly Connection[],
  classes: readonly ConnectionClass[],
  own: OwnHost,
  all: Sides,
): { readonly groups: Groups; readonly groupsTested: GroupsTested } {
  const counted = records.filter((_, index) => classes[index] === "eligible" || classes[index] === "transitional");
  const ports = servicePorts(counted, own.listening);
  const service = grouping<number | string>();
  const foreign = grouping<string>();
  const local = grouping<string>();
  const process = grouping<number>();
  const names = new Map<number, string>();
  let index = 0;
  for (const record of counted) {
    const side = sideOf(record.offloadState);
    service.count(ports[index] ?? record.localPort, side);
    foreign.count(record.foreignAddress, side);
    local.count(record.localAddress, side);
    index += 1;
    if (record.pid === undefined) continue;
    process.count(record.pid, side);
    if (record.process !== undefined) names.set(record.pid, record.process);
  }
  return {
    groups: {
      byServicePort: service.largest(String, all),
      byForeignAddress: foreign.largest(String, all),
      byLocalAddress: local.largest(String, all),
      byProcess: process.largest((pid) => `${pid} ${names.get(pid) ?? ""}`.trimEnd(), all),
    },
    groupsTested: {
      byServicePort: service.size(),
      byForeignAddress: foreign.size(),
      byLocalAddress: local.size(),
      byProcess: process.size(),
    },
  };
}
