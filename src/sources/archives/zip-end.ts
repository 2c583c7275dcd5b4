import type { Volume } from "./volume.ts";

/** What the record at the end of a zip archive says of where the archive lies in its file. */
export interface ZipEnd {
  /** Bytes before the archive proper: all places in it count from there. */
  readonly before: number;
  /** Bytes behind its end. */
  readonly behind: number;
  /** Where the list of members begins, counted from the archive's own beginning; null where only zip64 says so. */
  readonly directory: number | null;
  /** True for one part of an archive that was split. */
  readonly isPart: boolean;
  /** Where the record says, in its own words, where the list begins; the list is elsewhere. */
  readonly misplaced: number | undefined;
  /** True where a member of another archive begins before this one, or behind it. */
  readonly hasNeighbour: boolean;
  /** True when another record could be meant for the end as well, so that programs differ in what they show. */
  readonly hasRival: boolean;
}

const SIGNATURE = 0x06054b50;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const LONGEST_HEADER = HEADER_BYTES + 2 * 0xffff;
const MEMBER_SIGNATURE = 0x02014b50;
const ZIP64_LOCATOR = 0x07064b50;
const RECORD_BYTES = 22;
const LOCATOR_BYTES = 20;
/** Where the record has the place of the list, and where the list has that of its first member. */
const OFFSET_AT = 16;
const MEMBER_AT = 42;
const LONGEST_COMMENT = 0xffff;

interface Found {
  /** Where the record begins and, with its comment, ends. */
  readonly at: number;
  readonly end: number;
  readonly isPart: boolean;
  readonly isZip64: boolean;
  readonly size: number;
  readonly offset: number;
}

/** The end of the archive; undefined where there is none, as in one that was cut off. */
export async function findEnd(volume: Volume): Promise<ZipEnd | undefined> {
  const tail = Math.min(volume.size, RECORD_BYTES + LOCATOR_BYTES + LONGEST_COMMENT);
  const found = recordsIn(await volume.read(volume.size - tail, tail), volume.size - tail);
  const fitting = found.filter(({ end }) => end === volume.size);
  const chosen = fitting[0] ?? found[0];
  if (chosen === undefined) return undefined;
  const behind = volume.size - chosen.end;
  const list = await listOf(chosen, volume);
  if (list.before > 0 && (await isMember(volume, list.before))) return undefined;
  const hasNeighbour =
    (list.before > 0 && (await startsMember(volume, 0))) || (behind > 0 && (await startsMember(volume, chosen.end)));
  return { ...list, behind, isPart: chosen.isPart, hasNeighbour, hasRival: fitting.length > 1 };
}

/** The records that fit into the file, the last one first. */
function recordsIn(tail: Uint8Array, start: number): Found[] {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const found: Found[] = [];
  for (let at = lastLetter(tail, tail.length - RECORD_BYTES); at >= 0; at = lastLetter(tail, at - 1)) {
    if (view.getUint32(at, true) !== SIGNATURE) continue;
    const end = at + RECORD_BYTES + view.getUint16(at + 20, true);
    if (end > tail.length) continue;
    const isZip64 = at >= LOCATOR_BYTES && view.getUint32(at - LOCATOR_BYTES, true) === ZIP64_LOCATOR;
    const [disk, first, here, all] = [4, 6, 8, 10].map((field) => view.getUint16(at + field, true));
    found.push({
      at: start + at,
      end: start + end,
      isZip64,
      isPart: !isZip64 && (disk !== 0 || first !== 0 || here !== all),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    });
  }
  return found;
}

/** Where the first letter of a signature stands last, up to an index; below 0 where it does not. */
function lastLetter(bytes: Uint8Array, upTo: number): number {
  // A place before the first byte would count from the end.
  return upTo < 0 ? -1 : bytes.lastIndexOf(0x50, upTo);
}

/**
 * Where the list of members is. It ends where the record begins. Where the record says that it is elsewhere, there are
 * bytes before the archive that nobody counted, or the record is wrong: its first member tells which.
 */
async function listOf(found: Found, volume: Volume): Promise<Pick<ZipEnd, "before" | "directory" | "misplaced">> {
  const { at, size, offset, isZip64, isPart } = found;
  const asSaid = { before: 0, directory: isZip64 ? null : offset, misplaced: undefined };
  if (isZip64 || isPart || size === 0 || (await startsListed(volume, offset))) return asSaid;
  const start = at - size;
  if (start < 0 || !(await startsListed(volume, start))) return asSaid;
  const before = start - offset;
  const first = await firstMember(volume, start);
  if (before > 0 && (await startsMember(volume, before + first))) return { ...asSaid, before };
  const isWrong = await startsMember(volume, first);
  if (isWrong) return { before: 0, directory: start, misplaced: at + OFFSET_AT };
  return before > 0 ? { ...asSaid, before } : asSaid;
}

async function firstMember(volume: Volume, list: number): Promise<number> {
  const bytes = await volume.read(list + MEMBER_AT, 4);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
}

/**
 * True when what begins there is a member of an archive around it: that one was cut off behind the archive it holds, and
 * the end that was found is the end of the inner one.
 */
async function isMember(volume: Volume, start: number): Promise<boolean> {
  const length = Math.min(start, LONGEST_HEADER);
  const bytes = await volume.read(start - length, length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = length - HEADER_BYTES; at >= 0; at -= 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== HEADER_SIGNATURE) continue;
    if (at + HEADER_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) === length) return true;
  }
  return false;
}

function startsListed(volume: Volume, at: number): Promise<boolean> {
  return startsWith(MEMBER_SIGNATURE, volume, at);
}

function startsMember(volume: Volume, at: number): Promise<boolean> {
  return startsWith(HEADER_SIGNATURE, volume, at);
}

async function startsWith(signature: number, volume: Volume, at: number): Promise<boolean> {
  const bytes = at < volume.size ? await volume.read(at, 4) : new Uint8Array();
  return bytes.length === 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === signature;
}
