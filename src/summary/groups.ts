import { detached } from "../text/index.ts";
import { type Columns, NONE } from "./columns.ts";
import type { Groups, HostSummary } from "./connection-report.ts";
import { count, type Grouping, grouping, groupsIn, largest } from "./grouping.ts";
import type { Masks } from "./masks.ts";
import { ABSENT, sideOfCode } from "./offload-codes.ts";
import type { OwnHost } from "./own-host.ts";
import type { Sides } from "./ratio.ts";
import { type ServicePorts, servicePorts } from "./service-port.ts";

/** The connections that count, by their rows. */
export interface CountedRows {
  /** Ascending. */
  readonly rows: Int32Array;
  /** The port of the service of each row of the table; the rows that count have one, or `NONE`. */
  readonly services: ServicePorts;
}

/** How many groups there are by each key. */
export type GroupsTested = NonNullable<HostSummary["groupsTested"]>;

/**
 * The largest groups of eligible connections (and those on their way) by each key, and how many groups there were to
 * choose from: of many groups some differ by chance. `counted` are the rows of these connections, `all` their sides.
 */
export function buildGroups(
  columns: Columns,
  counted: Int32Array,
  own: OwnHost,
  masks: Masks,
  all: Sides,
  least?: number,
): { readonly groups: Groups; readonly groupsTested: GroupsTested; readonly counted: CountedRows } {
  const { addresses, localAddress, foreignAddress, processIds, processId } = columns;
  const services = servicePorts(columns, counted, own.listening, masks);
  const service = grouped(columns, counted, services.port, services.ports.length);
  const foreign = grouped(columns, counted, foreignAddress, addresses.texts.length, masks.addresses);
  const local = grouped(columns, counted, localAddress, addresses.texts.length, masks.addresses);
  const process = grouped(columns, counted, processId, processIds.values.length);
  const names = processNames(columns, counted);
  return {
    groups: {
      byServicePort: largest(service, services.ports, all, least),
      byForeignAddress: largest(foreign, addresses.texts, all, least),
      byLocalAddress: largest(local, addresses.texts, all, least),
      byProcess: largest(process, processIds.values, all, least, (pid) => {
        const name = names.get(pid);
        return name === undefined ? String(pid) : detached(`${pid} ${name}`.trimEnd());
      }),
    },
    groupsTested: {
      byServicePort: groupsIn(service),
      byForeignAddress: groupsIn(foreign),
      byLocalAddress: groupsIn(local),
      byProcess: groupsIn(process),
    },
    counted: { rows: counted, services },
  };
}

/** The rows counted by a column whose cells are below `keys`, or `NONE`; those of masked keys are left out. */
function grouped(
  { offload }: Columns,
  rows: Int32Array,
  column: Int32Array,
  keys: number,
  masked?: Uint8Array,
): Grouping {
  const groups = grouping(keys);
  for (const row of rows) {
    const key = column[row] ?? NONE;
    if (key >= 0 && masked?.[key] !== 1) count(groups, key, sideOfCode(offload[row] ?? ABSENT));
  }
  return groups;
}

/** The executable of each process id; of several names the last one. */
function processNames({ processIds, processId, processes, process }: Columns, rows: Int32Array) {
  const names = new Map<number | string, string>();
  if (processes.values.length === 0) return names;
  for (const row of rows) {
    const pid = processIds.values[processId[row] ?? NONE];
    const name = processes.values[process[row] ?? NONE];
    if (pid !== undefined && name !== undefined) names.set(pid, name);
  }
  return names;
}
