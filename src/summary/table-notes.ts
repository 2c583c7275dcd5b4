import type { Connection } from "../../grammar/kinds/netstat/index.ts";
import { isMasked } from "../../grammar/lexicon/masks.ts";
import { portOf } from "../facts/services.ts";
import { detached } from "../text/index.ts";
import type { Columns } from "./columns.ts";
import type { RowNote } from "./connection-report.ts";
import { type Side, sideOf } from "./grouping.ts";
import type { CountedRows } from "./groups.ts";
import { type PortCounts, portCounts } from "./port-counts.ts";
import { type NumberedRows, quotedRows } from "./quoted-rows.ts";
import type { ReadTable } from "./snapshot.ts";
import { socketStates } from "./socket-states.ts";
import type { SideCounts, TableEvidence } from "./table-evidence.ts";

/** What the rows of a table themselves say to the rules; the numbers of the table come from its snapshot. */
export type TableNotes = Omit<
  TableEvidence,
  "heading" | "snapshot" | "observations" | "acrossSnapshots" | "tables" | "snapshots"
>;

/** The rows of a table, classified, and their numbers. */
interface ReadRows extends NumberedRows {
  readonly columns: Columns;
  readonly counted: CountedRows;
  readonly quote: (record: Connection) => RowNote;
}

/** Ports that are counted by name, so to speak: those of services, and the busiest of the others. */
const MOST_PORTS = 200;

const MOST_ADDRESSES = 100;

/** Notes on a table. Nothing in them refers to its records. One pass over all rows, one over those that count. */
export function tableNotes(capture: ReadTable, read: ReadRows): TableNotes {
  const { quote: note } = read;
  const { unknown, ...quoted } = quotedRows(capture.records, read);
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
    sockets: socketStates(capture.records, read.columns, note),
    ...countsOf(read.counted, note),
  };
}

interface AddressCounts {
  readonly sides: Sides;
  readonly first: Connection;
  uploading: number;
  firstUploading: Connection | undefined;
}

/** Offloaded, in host, on their way: the places are those of `Side`. */
type Sides = [offloaded: number, inHost: number, transitional: number];

function countsOf({ connections, servicePorts }: CountedRows, note: (record: Connection) => RowNote) {
  const [service, local, foreign] = [portCounts(), portCounts(), portCounts()];
  const addresses = new Map<string, AddressCounts>();
  let address: AddressCounts | undefined;
  let previous: string | undefined;
  let index = 0;
  for (const record of connections) {
    const side: Side = sideOf(record.offloadState);
    countPort(service, servicePorts[index], side, index);
    countPort(local, record.localPort, side, index);
    countPort(foreign, record.foreignPort, side, index);
    index += 1;
    // Tables are sorted by local address, so most rows repeat the one before.
    if (record.localAddress !== previous || address === undefined) {
      previous = record.localAddress;
      address = addressOf(addresses, record);
    }
    address.sides[side] += 1;
    if (record.offloadState === "uploading") {
      address.uploading += 1;
      address.firstUploading ??= record;
    }
  }
  const ports = (counts: PortCounts) =>
    counts.groups(MOST_PORTS).flatMap(({ first, ...group }) => {
      const record = connections[first];
      return record === undefined ? [] : [{ ...group, first: note(record) }];
    });
  const sorted = [...addresses]
    .filter(([key]) => !isMasked(key))
    .sort(([a, one], [b, other]) => sizeOf(other.sides) - sizeOf(one.sides) || (a < b ? -1 : 1));
  return {
    byServicePort: ports(service),
    byLocalPort: ports(local),
    byForeignPort: ports(foreign),
    byLocalAddress: sorted
      .slice(0, MOST_ADDRESSES)
      .map(([key, { sides, first }]) => ({ ...named(sides), key: detached(key), first: note(first) })),
    byFamily: {
      ipv4: named(sumOf(sorted.filter(([key]) => !key.includes(":")))),
      ipv6: named(sumOf(sorted.filter(([key]) => key.includes(":")))),
    },
    uploadingByLocalAddress: sorted
      .flatMap(([key, { uploading, firstUploading }]) =>
        firstUploading === undefined ? [] : [{ address: detached(key), count: uploading, first: note(firstUploading) }],
      )
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_ADDRESSES),
  };
}

/** A name that stands for no number we know belongs to no port. */
function countPort(counts: PortCounts, printed: number | string | undefined, side: Side, index: number): void {
  const port = typeof printed === "string" ? portOf(printed) : printed;
  if (typeof port === "number") counts.count(port, side, index);
}

function addressOf(addresses: Map<string, AddressCounts>, first: Connection): AddressCounts {
  const known = addresses.get(first.localAddress);
  if (known !== undefined) return known;
  const counts: AddressCounts = { sides: [0, 0, 0], first, uploading: 0, firstUploading: undefined };
  addresses.set(first.localAddress, counts);
  return counts;
}

function sumOf(addresses: readonly (readonly [string, AddressCounts])[]): Sides {
  const [offloaded, inHost, transitional] = ([0, 1, 2] as const).map((side) =>
    addresses.reduce((sum, [, { sides }]) => sum + sides[side], 0),
  );
  return [offloaded ?? 0, inHost ?? 0, transitional ?? 0];
}

function sizeOf(sides: Sides): number {
  return sides[0] + sides[1] + sides[2];
}

function named([offloaded, inHost, transitional]: Sides): SideCounts {
  return { offloaded, inHost, transitional };
}
