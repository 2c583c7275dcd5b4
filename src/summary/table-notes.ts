import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { isMasked } from "../../grammar/lexicon/masks.ts";
import { portOf } from "../facts/services.ts";
import { detached } from "../text/index.ts";
import { FIRST_PORT_NAME, NONE, type Port } from "./columns.ts";
import type { RowNote } from "./connection-report.ts";
import { count, type Grouping, grouping, sidesPerGroup } from "./grouping.ts";
import type { CountedRows } from "./groups.ts";
import { ABSENT, sideOfCode, UPLOADING } from "./offload-codes.ts";
import { type PortCounts, portCounts } from "./port-counts.ts";
import { type NumberedRows, quotedRows } from "./quoted-rows.ts";
import type { ReadTable } from "./snapshot.ts";
import { socketStates } from "./socket-states.ts";
import type { SideCounts, TableEvidence } from "./table-evidence.ts";
import { rowsOnDemand } from "./table-rows.ts";

/** What the rows of a table themselves say to the rules; the numbers of the table come from its snapshot. */
export type TableNotes = Omit<
  TableEvidence,
  "heading" | "snapshot" | "observations" | "acrossSnapshots" | "tables" | "snapshots"
>;

/** The rows of a table, classified, and their numbers. */
interface ReadRows extends NumberedRows {
  readonly counted: CountedRows;
  readonly quote: (record: Connection) => RowNote;
}

/** Ports that are counted by name, so to speak: those of services, and the busiest of the others. */
const MOST_PORTS = 200;

const MOST_ADDRESSES = 100;

/** Stands for the port of a service that nobody knows. */
const NO_PORT = -1;

/** Notes on a table. Nothing in them refers to its records. One pass over all rows, one over those that count. */
export function tableNotes(capture: ReadTable, read: ReadRows): TableNotes {
  const { quote: note } = read;
  const rows = rowsOnDemand(capture);
  const noteOf = (row: number): readonly RowNote[] => {
    const record = rows.at(row);
    return record === undefined ? [] : [note(record)];
  };
  const { unknown, ...quoted } = quotedRows(rows, read);
  return {
    examples: {
      inHost: quoted.inHost.map(note),
      offloading: quoted.offloading.map(note),
      offloaded: quoted.offloaded.map(note),
      uploading: quoted.uploading.map(note),
    },
    eligibleInHost: quoted.eligibleInHost.map(note),
    ownRows: quoted.own.map(note),
    unknownOffloadStates: unknown.map((record) => ({
      ...note(record),
      word: detached(record.unknownOffloadState ?? ""),
    })),
    duplicates: quoted.duplicates.map(note),
    sockets: socketStates(rows, read.columns, note),
    ...countsOf(read, noteOf),
  };
}

/** Eligible rows by local address, each number at the place of the address's id. */
interface AddressCounts {
  /** Three for each: offloaded, in host, on their way. */
  readonly sides: Grouping;
  /** Rows: the first one, and the first one that is uploading, each and one; 0 for none. */
  readonly first: Int32Array;
  readonly firstUploading: Int32Array;
  readonly uploading: Int32Array;
}

/** Offloaded, in host, on their way: the places are those of `Side`. */
type Sides = readonly [offloaded: number, inHost: number, transitional: number];

function countsOf({ columns, counted }: ReadRows, noteOf: (row: number) => readonly RowNote[]) {
  const { addresses, localAddress, localPort, foreignPort, offload, portNames } = columns;
  const [service, local, foreign] = [portCounts(), portCounts(), portCounts()];
  const counts = emptyCounts(addresses.texts.length);
  // A name that stands for no number we know belongs to no port.
  const named = portNames.values.map(numberOf);
  const services = counted.services.ports.map(numberOf);
  const portIn = (code: number) => (code < FIRST_PORT_NAME ? code : (named[code - FIRST_PORT_NAME] ?? NO_PORT));
  for (const row of counted.rows) {
    const code = offload[row] ?? ABSENT;
    const side = sideOfCode(code);
    const own = portIn(localPort[row] ?? 0);
    const at = counted.services.port[row] ?? NONE;
    service.count(at === NONE ? own : (services[at] ?? NO_PORT), side, row);
    local.count(own, side, row);
    foreign.count(portIn(foreignPort[row] ?? 0), side, row);
    countAddress(counts, localAddress[row] ?? 0, code, row);
  }
  const ports = (groups: PortCounts) =>
    groups
      .groups(MOST_PORTS)
      .flatMap(({ first, ...group }) => noteOf(first).map((note) => ({ ...group, first: note })));
  return {
    byServicePort: ports(service),
    byLocalPort: ports(local),
    byForeignPort: ports(foreign),
    ...byAddress(addresses.texts, counts, noteOf),
  };
}

function byAddress(texts: readonly string[], counts: AddressCounts, noteOf: (row: number) => readonly RowNote[]) {
  const { first, firstUploading, uploading } = counts;
  const sidesOf = (id: number): Sides => [sideAt(counts, id, 0), sideAt(counts, id, 1), sideAt(counts, id, 2)];
  const sorted = [...texts.keys()]
    .filter((id) => first[id] !== 0 && !isMasked(texts[id] ?? ""))
    .map((id) => ({ id, key: texts[id] ?? "", sides: sidesOf(id) }))
    .sort((a, b) => sizeOf(b.sides) - sizeOf(a.sides) || (a.key < b.key ? -1 : 1));
  const family = (isV6: boolean) => named(sumOf(sorted.filter(({ key }) => key.includes(":") === isV6)));
  return {
    byLocalAddress: sorted
      .slice(0, MOST_ADDRESSES)
      .flatMap(({ id, key, sides }) =>
        noteOf((first[id] ?? 0) - 1).map((note) => ({ ...named(sides), key: detached(key), first: note })),
      ),
    byFamily: { ipv4: family(false), ipv6: family(true) },
    uploadingByLocalAddress: sorted
      .filter(({ id }) => firstUploading[id] !== 0)
      .sort((a, b) => (uploading[b.id] ?? 0) - (uploading[a.id] ?? 0))
      .slice(0, MOST_ADDRESSES)
      .flatMap(({ id, key }) =>
        noteOf((firstUploading[id] ?? 0) - 1).map((note) => {
          return { address: detached(key), count: uploading[id] ?? 0, first: note };
        }),
      ),
  };
}

function emptyCounts(addresses: number): AddressCounts {
  const numbers = () => new Int32Array(addresses);
  return { sides: grouping(addresses), first: numbers(), firstUploading: numbers(), uploading: numbers() };
}

function countAddress(
  { sides, first, firstUploading, uploading }: AddressCounts,
  id: number,
  code: number,
  row: number,
) {
  count(sides, id, sideOfCode(code));
  if (first[id] === 0) first[id] = row + 1;
  if (code !== UPLOADING) return;
  uploading[id] = (uploading[id] ?? 0) + 1;
  if (firstUploading[id] === 0) firstUploading[id] = row + 1;
}

function sideAt({ sides }: AddressCounts, id: number, side: number): number {
  return sides[id * sidesPerGroup + side] ?? 0;
}

function numberOf(port: Port): number {
  const number = typeof port === "string" ? portOf(port) : port;
  return typeof number === "number" ? number : NO_PORT;
}

function sumOf(addresses: readonly { readonly sides: Sides }[]): Sides {
  const [offloaded, inHost, transitional] = ([0, 1, 2] as const).map((side) =>
    addresses.reduce((sum, { sides }) => sum + sides[side], 0),
  );
  return [offloaded ?? 0, inHost ?? 0, transitional ?? 0];
}

function sizeOf(sides: Sides): number {
  return sides[0] + sides[1] + sides[2];
}

function named([offloaded, inHost, transitional]: Sides): SideCounts {
  return { offloaded, inHost, transitional };
}
