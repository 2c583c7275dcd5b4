import { type Columns, FIRST_PORT_NAME } from "./columns.ts";

/** Hashes of the connections of a table, by row. */
export interface ConnectionHashes {
  readonly low: EndpointHashes;
  readonly high: EndpointHashes;
}

/** The hashes of a table's addresses and of what stands in a port's place, by id. They are made of the texts alone. */
interface EndpointHashes {
  readonly addresses: Int32Array;
  readonly portNames: Int32Array;
}

/** Stands before the bits of an IPv4 address, where before a text stands its length: no text is hashed like them. */
const BITS = -1;

/** Any odd numbers will do; two of them make two hashes that have nothing to do with each other. */
const SEED = 0x2545f491;
const OTHER_SEED = 0x6b43a9b5;

export function connectionHashes(columns: Columns): ConnectionHashes {
  return { low: endpointHashes(columns, SEED), high: endpointHashes(columns, OTHER_SEED) };
}

/**
 * A number of 53 bits that tells connections apart by their two endpoints, in whatever table they stand. It is not free
 * of collisions (about one chance in a million that any two of 200,000 coincide) and does not contain the process id.
 */
export function connectionHash(columns: Columns, hashes: ConnectionHashes, row: number): number {
  const high = rowHash(columns, hashes.high, row) & 0x1fffff;
  const low = rowHash(columns, hashes.low, row) >>> 0;
  return high * 0x100000000 + low;
}

function endpointHashes({ addresses, portNames }: Columns, seed: number): EndpointHashes {
  const hashes = new Int32Array(addresses.texts.length);
  let id = 0;
  for (const text of addresses.texts) {
    const quad = addresses.quads[id];
    hashes[id] = quad === undefined ? textHash(text, seed) : mixed(mixed(seed, BITS), quad);
    id += 1;
  }
  return { addresses: hashes, portNames: Int32Array.from(portNames.values, (text) => textHash(String(text), seed)) };
}

function rowHash(columns: Columns, { addresses, portNames }: EndpointHashes, row: number): number {
  const { localAddress, localPort, foreignAddress, foreignPort } = columns;
  let hash = mixed(addresses[localAddress[row] ?? 0] ?? 0, portHash(portNames, localPort[row] ?? 0));
  hash = mixed(hash, addresses[foreignAddress[row] ?? 0] ?? 0);
  hash = mixed(hash, portHash(portNames, foreignPort[row] ?? 0));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function portHash(portNames: Int32Array, code: number): number {
  return code < FIRST_PORT_NAME ? code : (portNames[code - FIRST_PORT_NAME] ?? 0);
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
