import type { Connection } from "../../grammar/netstat.ts";
import { isServicePort, portOf } from "../facts/services.ts";

/** A port by number; by name when netstat printed a name that is not in Windows' own list of services. */
export type Port = number | string;

/**
 * For each connection the port of the service it belongs to, in order. A port that this host listens on is certain; then
 * the lowest well-known one of the two decides, then the foreign one if this host listens on the same, then the one that
 * occurs most often among the connections still undecided, then the lower. The last three steps are guesses.
 */
export function servicePorts(connections: readonly Connection[], listening: ReadonlySet<Port>): readonly Port[] {
  const ports: Port[] = [];
  const undecided: { readonly index: number; readonly local: Port; readonly foreign: Port }[] = [];
  const occurrences = new Map<Port, number>();
  for (const connection of connections) {
    const local = portOf(connection.localPort);
    const foreign = portOf(connection.foreignPort);
    const port = decided(local, foreign, listening);
    ports.push(port ?? local);
    if (port !== undefined) continue;
    undecided.push({ index: ports.length - 1, local, foreign });
    occurrences.set(local, (occurrences.get(local) ?? 0) + 1);
    if (foreign !== local) occurrences.set(foreign, (occurrences.get(foreign) ?? 0) + 1);
  }
  for (const { index, local, foreign } of undecided) {
    const lead = (occurrences.get(local) ?? 0) - (occurrences.get(foreign) ?? 0);
    const lower = typeof local === "number" && typeof foreign === "number" && foreign < local ? foreign : local;
    ports[index] = lead === 0 ? lower : lead > 0 ? local : foreign;
  }
  return ports;
}

function decided(local: Port, foreign: Port, listening: ReadonlySet<Port>): Port | undefined {
  if (listening.has(local)) return local;
  const known = lowerServicePort(local, foreign);
  if (known !== undefined) return known;
  if (listening.has(foreign)) return foreign;
  // A name proves that somebody registered the port as a service on this computer.
  if (typeof local === "string" && local !== "*") return local;
  return typeof foreign === "string" && foreign !== "*" ? foreign : undefined;
}

function lowerServicePort(local: Port, foreign: Port): number | undefined {
  const localNumber = typeof local === "number" && isServicePort(local) ? local : undefined;
  const foreignNumber = typeof foreign === "number" && isServicePort(foreign) ? foreign : undefined;
  if (localNumber === undefined || foreignNumber === undefined) return localNumber ?? foreignNumber;
  return Math.min(localNumber, foreignNumber);
}
