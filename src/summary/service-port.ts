import { isServicePort } from "../facts/services.ts";
import { type Columns, emptyIds, FIRST_PORT_NAME, idOf, NONE, type Port, portOfCode } from "./columns.ts";
import type { Masks } from "./masks.ts";
import { numberedPort } from "./own-host.ts";

/** The services that connections belong to, by port; by name when Windows' own list of services lacks the name. */
export interface ServicePorts {
  readonly ports: readonly Port[];
  /** For each row that was asked for its index in `ports`; `NONE` where a port of the row is masked. */
  readonly port: Int32Array;
}

/**
 * For each of the rows the port of the service it belongs to. A port that this host listens on is certain; then the
 * lowest well-known one of the two decides, then the foreign one if this host listens on the same, then the one that
 * occurs most often among the connections still undecided, then the lower. The last three steps are guesses.
 */
export function servicePorts(
  columns: Columns,
  rows: Int32Array,
  listening: ReadonlySet<number>,
  masks: Masks,
): ServicePorts {
  const ports = emptyIds<number>();
  const port = new Int32Array(columns.rows);
  const undecided: number[] = [];
  for (const row of rows) {
    if (masks.hasMaskedPort(row)) {
      port[row] = NONE;
      continue;
    }
    const local = localPort(columns, row);
    const certain = listening.has(local) ? local : decided(columns, local, foreignPort(columns, row), listening);
    if (certain === undefined) undecided.push(row);
    else port[row] = idOf(ports, certain);
  }
  const occurrences = occurrencesIn(columns, undecided);
  for (const row of undecided) {
    port[row] = idOf(ports, guessed(localPort(columns, row), foreignPort(columns, row), occurrences));
  }
  return { ports: ports.values.map((code) => portOfCode(columns, code)), port };
}

function localPort(columns: Columns, row: number): number {
  return numberedPort(columns, columns.localPort[row] ?? 0);
}

function foreignPort(columns: Columns, row: number): number {
  return numberedPort(columns, columns.foreignPort[row] ?? 0);
}

function decided(columns: Columns, local: number, foreign: number, listening: ReadonlySet<number>): number | undefined {
  if (isServicePort(local)) return isServicePort(foreign) ? Math.min(local, foreign) : local;
  if (isServicePort(foreign)) return foreign;
  if (listening.has(foreign)) return foreign;
  // A name proves that somebody registered the port as a service on this computer.
  if (isNamed(columns, local)) return local;
  return isNamed(columns, foreign) ? foreign : undefined;
}

function isNamed(columns: Columns, code: number): boolean {
  return code >= FIRST_PORT_NAME && portOfCode(columns, code) !== "*";
}

/** How often each port occurs in the rows, on whichever side. */
function occurrencesIn(columns: Columns, rows: readonly number[]): ReadonlyMap<number, number> {
  const occurrences = new Map<number, number>();
  for (const row of rows) {
    const local = localPort(columns, row);
    const foreign = foreignPort(columns, row);
    occurrences.set(local, (occurrences.get(local) ?? 0) + 1);
    if (foreign !== local) occurrences.set(foreign, (occurrences.get(foreign) ?? 0) + 1);
  }
  return occurrences;
}

function guessed(local: number, foreign: number, occurrences: ReadonlyMap<number, number>): number {
  const lead = (occurrences.get(local) ?? 0) - (occurrences.get(foreign) ?? 0);
  if (lead !== 0) return lead > 0 ? local : foreign;
  return foreign < FIRST_PORT_NAME && foreign < local && local < FIRST_PORT_NAME ? foreign : local;
}
