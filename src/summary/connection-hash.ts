import type { Connection } from "../../grammar/netstat.ts";

/** Any odd numbers will do; two of them make two hashes that have nothing to do with each other. */
const SEED = 0x2545f491;
const OTHER_SEED = 0x6b43a9b5;

/** A number of 32 bits by which the connections of a table can be sorted into slots by their two endpoints. */
export function slotHash(connection: Connection): number {
  return endpointsHash(connection, SEED) >>> 0;
}

/**
 * A number of 53 bits that tells the connections of a table apart by their two endpoints. It is not free of collisions
 * (about one chance in a million that any two of 200,000 coincide) and does not contain the process id.
 */
export function connectionHash(connection: Connection): number {
  const high = endpointsHash(connection, OTHER_SEED) & 0x1fffff;
  return high * 0x100000000 + slotHash(connection);
}

function endpointsHash(connection: Connection, seed: number): number {
  const { localAddress, localPort, foreignAddress, foreignPort } = connection;
  let hash = textHash(localAddress, seed);
  hash = typeof localPort === "number" ? mixed(hash, localPort) : textHash(localPort, hash);
  hash = textHash(foreignAddress, hash);
  hash = typeof foreignPort === "number" ? mixed(hash, foreignPort) : textHash(foreignPort, hash);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function textHash(text: string, seed: number): number {
  let hash = mixed(seed, text.length);
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 15);
}
