import { SourceFault } from "../../text/index.ts";
import type { ArchiveInput } from "./archive.ts";
import { unpacked } from "./libarchive.ts";
import type { LoadLibarchive } from "./libarchive-package.ts";
import { letters } from "./opening.ts";

/** Packed data of which the method is known, by the number that zip archives have for it. */
export interface PackedData {
  readonly method: number;
  readonly bytes: Uint8Array;
  /** Null where nobody says so; the method may need it to find its end. */
  readonly size: number | null;
}

const HEADER_BYTES = 30;
const LISTED_BYTES = 46;
const END_BYTES = 22;
const NAME = letters("x");
/** A version of zip archives that has every method. */
const VERSION = 63;
const MOST = 0x7fff_ffff;

/**
 * What the data unpack to. The library knows the methods only as those of members, so that it is given a zip archive of
 * this member alone. Of checksums it is told none: its complaint about that is no fault of the data.
 */
export async function* unpackedAlone(data: PackedData, load: LoadLibarchive): AsyncGenerator<Uint8Array> {
  const archive = loneMember(data);
  const volume = {
    size: archive.length,
    read: async (start: number, count: number) => archive.subarray(start, start + count),
  };
  for await (const found of unpacked(volume, aside, { entries: 1 }, load)) {
    if ("status" in found) throw new SourceFault(found.code, found.reason);
    yield* withoutSum(found.bytes());
    return;
  }
}

/** Nothing is carried past: there is one member, and it is wanted. */
const aside: Pick<ArchiveInput, "carry"> = { carry: (bytes) => bytes };

async function* withoutSum(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    if (!(error instanceof SourceFault) || error.code !== "member-checksum") throw error;
  }
}

function loneMember({ method, bytes, size }: PackedData): Uint8Array {
  const list = HEADER_BYTES + NAME.length + bytes.length;
  const archive = new Uint8Array(list + LISTED_BYTES + NAME.length + END_BYTES);
  const view = new DataView(archive.buffer);
  const described = (at: number) => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 4, method, true);
    view.setUint32(at + 14, bytes.length, true);
    view.setUint32(at + 18, size ?? MOST, true);
    view.setUint16(at + 22, NAME.length, true);
  };
  archive.set([...letters("PK"), 3, 4]);
  described(4);
  archive.set(NAME, HEADER_BYTES);
  archive.set(bytes, HEADER_BYTES + NAME.length);
  archive.set([...letters("PK"), 1, 2], list);
  view.setUint16(list + 4, VERSION, true);
  described(list + 6);
  archive.set(NAME, list + LISTED_BYTES);
  const end = list + LISTED_BYTES + NAME.length;
  archive.set([...letters("PK"), 5, 6], end);
  view.setUint16(end + 8, 1, true);
  view.setUint16(end + 10, 1, true);
  view.setUint32(end + 12, end - list, true);
  view.setUint32(end + 16, list, true);
  return archive;
}
