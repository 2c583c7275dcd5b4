import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { quadText } from "../../grammar/kinds/netstat/packed/index.ts";
import { quadOf } from "./addresses.ts";
import { offloadCode } from "./offload-codes.ts";

/**
 * The cells of a table as numbers, each column an array with an entry for each row. The records and their texts lie all
 * over the memory, so they are gone through once, here, and texts are compared once: everything that counts goes over
 * these arrays, in which equal numbers are equal cells. A cell that the row lacks is `NONE`.
 */
export interface Columns {
  readonly rows: number;
  readonly isTcp: Uint8Array;
  readonly addresses: AddressIds;
  readonly localAddress: Int32Array;
  readonly foreignAddress: Int32Array;
  /** What stands in a port's place and is no number: the ids of these follow on the port numbers. */
  readonly portNames: Ids<Port>;
  readonly localPort: Int32Array;
  readonly foreignPort: Int32Array;
  readonly states: Ids<string>;
  readonly state: Int32Array;
  readonly processIds: Ids<number>;
  readonly processId: Int32Array;
  readonly processes: Ids<string>;
  /** Empty where no row has one, as in most tables. */
  readonly process: Int32Array;
  /** An `OffloadCode` for each row. */
  readonly offload: Uint8Array;
}

/** Ids of addresses as printed, counting up from 0: two spellings of one address are two of them. */
export interface AddressIds {
  readonly texts: string[];
  /** The 32 bits of each address that is spelled like IPv4. */
  readonly quads: (number | undefined)[];
  /** By its bits an address is found faster than by its text. */
  readonly byQuad: Map<number, number>;
  readonly byText: Map<string, number>;
}

/** Small numbers for values, counting up from 0 in the order in which the values first come. Values are untrusted. */
export interface Ids<T> {
  /** The value of each number. */
  readonly values: T[];
  readonly numbers: Map<T, number>;
}

/** A port: its number, the name of a service, or `*`. */
export type Port = number | string;

/** Stands in a column for a cell that is not there. */
export const NONE = -1;

/** Codes below this one are port numbers. */
export const FIRST_PORT_NAME = 65_536;

/** The columns of a table. */
export function columnsOf(records: readonly Connection[]): Columns {
  const hasProcesses = records.some(({ process }) => process !== undefined);
  const columns = emptyColumns(records.length, hasProcesses);
  const { addresses, portNames, states, processIds, processes } = columns;
  let previous: string | undefined;
  let local = NONE;
  let row = 0;
  for (const record of records) {
    const { localAddress, state, pid, process } = record;
    // Tables are sorted by local address, so most rows repeat the one before.
    if (localAddress !== previous) local = addressIdOf(addresses, localAddress);
    previous = localAddress;
    columns.isTcp[row] = record.protocol === "TCP" ? 1 : 0;
    columns.localAddress[row] = local;
    columns.localPort[row] = portCode(portNames, record.localPort);
    columns.foreignAddress[row] = addressIdOf(addresses, record.foreignAddress);
    columns.foreignPort[row] = portCode(portNames, record.foreignPort);
    columns.state[row] = state === undefined ? NONE : idOf(states, state);
    columns.processId[row] = pid === undefined ? NONE : idOf(processIds, pid);
    if (hasProcesses) columns.process[row] = process === undefined ? NONE : idOf(processes, process);
    columns.offload[row] = offloadCode(record);
    row += 1;
  }
  return columns;
}

/** The port that a code of a column stands for, as it was printed. */
export function portOfCode({ portNames }: Columns, code: number): Port {
  return code < FIRST_PORT_NAME ? code : (portNames.values[code - FIRST_PORT_NAME] ?? "*");
}

/** The code of a port. A number is its own code, so it means the same in every table. */
export function portCode(portNames: Ids<Port>, port: Port): number {
  if (typeof port === "number" && (port & 0xffff) === port) return port;
  return FIRST_PORT_NAME + idOf(portNames, port);
}

export function emptyIds<T>(): Ids<T> {
  return { values: [], numbers: new Map() };
}

/** The number of a value, which is a new one when the value has not come before. */
export function idOf<T>(ids: Ids<T>, value: T): number {
  const known = ids.numbers.get(value);
  if (known !== undefined) return known;
  const id = ids.values.length;
  ids.values.push(value);
  ids.numbers.set(value, id);
  return id;
}

/** The same numbers for the same values, in memory of their own. */
export function copyOfIds<T>({ values, numbers }: Ids<T>): Ids<T> {
  return { values: [...values], numbers: new Map(numbers) };
}

export function addressIdOf(ids: AddressIds, address: string): number {
  const quad = quadOf(address);
  if (quad !== undefined) return quadIdOf(ids, quad, address);
  const { texts, quads, byText } = ids;
  const known = byText.get(address);
  if (known !== undefined) return known;
  byText.set(address, texts.length);
  quads.push(undefined);
  return texts.push(address) - 1;
}

/** The same by the bits of an IPv4 address, whose text need not be there. */
export function quadIdOf({ texts, quads, byQuad }: AddressIds, quad: number, address?: string): number {
  const known = byQuad.get(quad);
  if (known !== undefined) return known;
  byQuad.set(quad, texts.length);
  quads.push(quad);
  return texts.push(address ?? quadText(quad)) - 1;
}

export function emptyColumns(rows: number, hasProcesses: boolean): Columns {
  return {
    rows,
    isTcp: new Uint8Array(rows),
    addresses: { texts: [], quads: [], byQuad: new Map(), byText: new Map() },
    localAddress: new Int32Array(rows),
    foreignAddress: new Int32Array(rows),
    portNames: emptyIds(),
    localPort: new Int32Array(rows),
    foreignPort: new Int32Array(rows),
    states: emptyIds(),
    state: new Int32Array(rows),
    processIds: emptyIds(),
    processId: new Int32Array(rows),
    processes: emptyIds(),
    process: new Int32Array(hasProcesses ? rows : 0),
    offload: new Uint8Array(rows),
  };
}
