import { SourceFault } from "../../text/index.ts";
import type { Member } from "./archive.ts";
import { stretch, type Volume } from "./volume.ts";
import { memberOf } from "./zip-entry.ts";
import { type Header, headerAt } from "./zip-header.ts";
import { descriptorBehind, headerBehind } from "./zip-search.ts";

/** A member that was found, and where its bytes are. */
interface Found {
  readonly header: Header;
  readonly end: number;
  /** True where the archive ends before the member does. */
  readonly isCut: boolean;
}

/**
 * The members of a zip archive without its list: one behind the other, by the header that each of them has. Those that
 * begin at one of the places in `known` are passed over.
 */
export async function* salvaged(volume: Volume, known: ReadonlySet<number>): AsyncGenerator<Member> {
  for (let at: number | undefined = 0; at !== undefined; ) {
    const start: number | undefined = await headerBehind(volume, at);
    const header = start === undefined ? undefined : await headerAt(volume, start);
    if (start === undefined || header === undefined) return;
    const found = await complete(header, volume);
    if (!known.has(start)) yield await memberOf(found.header.entry, () => bytesOf(found, volume));
    at = found.isCut ? undefined : found.end;
  }
}

/** The header with the sizes that a member written in one go has only behind it. */
async function complete(header: Header, volume: Volume): Promise<Found> {
  const { dataStart, entry, sizes } = header;
  if (sizes === "here") {
    const end = dataStart + entry.packed;
    return { header, end: Math.min(end, volume.size), isCut: end > volume.size };
  }
  const behind = await descriptorBehind(volume, dataStart);
  if (behind === undefined) {
    const packed = volume.size - dataStart;
    return { header: { ...header, entry: { ...entry, packed } }, end: volume.size, isCut: true };
  }
  const { packed, size, checksum } = behind;
  return { header: { ...header, entry: { ...entry, packed, size, checksum } }, end: dataStart + packed, isCut: false };
}

async function* bytesOf({ header, end, isCut }: Found, volume: Volume): AsyncGenerator<Uint8Array> {
  yield* stretch(volume, header.dataStart, end);
  if (isCut) throw new SourceFault("archive-truncated", "cut off here: the archive ends before this member does");
}
