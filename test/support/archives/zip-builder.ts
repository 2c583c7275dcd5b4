import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";

/** A member of a zip archive to build: what it holds, and each lie that is to be told about it. */
export interface ZipMember {
  /** Text is written as UTF-8, bytes as they are. */
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** 8 (deflated) unless said otherwise; whatever is neither 0 nor 8 is stored under that number. */
  readonly method?: number;
  /** The packed bytes, where the method is one that somebody else packs by. */
  readonly packed?: Uint8Array;
  /** Bits of the flags, beside those that follow from the rest. */
  readonly flags?: number;
  readonly checksum?: number;
  readonly size?: number;
  /** The name in front of the member, where it differs from the one in the list. */
  readonly ownName?: string;
  readonly extraField?: Uint8Array;
  /** File mode of Unix, such as 0o120777 for a link. */
  readonly mode?: number;
  /** The list points to the member of this number instead, which is not written again. */
  readonly sameAs?: number;
  /** Where the list says that it begins, whatever is true. */
  readonly header?: number;
  /** Sizes behind the member instead of in front of it. */
  readonly sizes?: "behind";
  /** Sizes and places as for more than 4 GB. */
  readonly format?: "zip64";
}

/** What is odd about the archive as a whole. */
export interface ZipOddities {
  readonly comment?: string | Uint8Array;
  /** Bytes before the first member, which the list does not count. */
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  /** Number of this part among several, from 0 on. */
  readonly disk?: number;
  /** The record at the end as for more than 65,535 members. */
  readonly format?: "zip64";
}

interface Placed {
  readonly member: ZipMember;
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly data: Buffer;
  readonly at: number;
}

const ALL_ONES = 0xffff_ffff;
const BEHIND = 8;

/** The bytes of a zip archive. */
export function zipOf(members: readonly ZipMember[], oddities: ZipOddities = {}): Buffer {
  const parts: Buffer[] = [];
  const placed: Placed[] = [];
  let at = 0;
  for (const member of members) {
    const one = place(member, at, placed);
    placed.push(one);
    if (member.sameAs !== undefined) continue;
    const bytes = Buffer.concat([ownHeader(one), one.packed, descriptor(one)]);
    parts.push(bytes);
    at += bytes.length;
  }
  const list = Buffer.concat(placed.map(listEntry));
  const end = endRecord(placed.length, list.length, at, oddities);
  return Buffer.concat([oddities.prefix ?? Buffer.of(), ...parts, list, end, oddities.suffix ?? Buffer.of()]);
}

function place(member: ZipMember, at: number, before: readonly Placed[]): Placed {
  const data = Buffer.from(member.data);
  const own = member.packed === undefined ? undefined : Buffer.from(member.packed);
  const packed = own ?? ((member.method ?? 8) === 8 ? deflateRawSync(data) : data);
  const shared = member.sameAs === undefined ? undefined : before[member.sameAs];
  return { member, name: Buffer.from(member.name), packed, data, at: shared?.at ?? at };
}

function ownHeader({ member, name, packed, data }: Placed): Buffer {
  const own = member.ownName === undefined ? name : Buffer.from(member.ownName);
  const isLarge = member.format === "zip64";
  const known = member.sizes !== "behind";
  const extra = isLarge
    ? Buffer.concat([field(1, large(sizeOf(member, data), packed.length)), extraOf(member)])
    : extraOf(member);
  const sizes = isLarge ? [ALL_ONES, ALL_ONES] : [packed.length, sizeOf(member, data)];
  return Buffer.concat([
    Buffer.from("PK\x03\x04"),
    shared(member),
    long(known ? (member.checksum ?? crc32(data)) : 0, ...(known ? sizes : [0, 0])),
    short(own.length, extra.length),
    own,
    extra,
  ]);
}

function descriptor({ member, packed, data }: Placed): Buffer {
  if (member.sizes !== "behind") return Buffer.of();
  const sum = long(member.checksum ?? crc32(data));
  const sizes =
    member.format === "zip64" ? large(packed.length, sizeOf(member, data)) : long(packed.length, sizeOf(member, data));
  return Buffer.concat([Buffer.from("PK\x07\x08"), sum, sizes]);
}

function listEntry({ member, name, packed, data, at }: Placed): Buffer {
  const isLarge = member.format === "zip64";
  const header = member.header ?? at;
  const extra = isLarge
    ? Buffer.concat([field(1, large(sizeOf(member, data), packed.length, header)), extraOf(member)])
    : extraOf(member);
  const sizes = isLarge ? [ALL_ONES, ALL_ONES] : [packed.length, sizeOf(member, data)];
  return Buffer.concat([
    Buffer.from("PK\x01\x02"),
    short(member.mode === undefined ? 20 : (3 << 8) | 20),
    shared(member),
    long(member.checksum ?? crc32(data), ...sizes),
    short(name.length, extra.length, 0, 0, 0),
    long(((member.mode ?? 0) << 16) >>> 0, isLarge ? ALL_ONES : header),
    name,
    extra,
  ]);
}

/** What stands in the list and in front of the member alike: version, flags, method, time. */
function shared({ flags = 0, sizes, method = 8 }: ZipMember): Buffer {
  return short(20, flags | (sizes === "behind" ? BEHIND : 0), method, 0, 0x21);
}

function endRecord(count: number, size: number, at: number, { comment = "", disk = 0, format }: ZipOddities): Buffer {
  const words = Buffer.from(comment);
  const parts: Buffer[] = [];
  if (format === "zip64") {
    parts.push(Buffer.from("PK\x06\x06"), large(44), short(45, 45), long(0, 0), large(count, count, size, at));
    parts.push(Buffer.from("PK\x06\x07"), long(0), large(at + size), long(1));
  }
  const [entries, length, start] = format === "zip64" ? [0xffff, ALL_ONES, ALL_ONES] : [count, size, at];
  parts.push(
    Buffer.from("PK\x05\x06"),
    short(disk, disk, entries, entries),
    long(length, start),
    short(words.length),
    words,
  );
  return Buffer.concat(parts);
}

/** One field of the extra fields. */
export function field(id: number, data: Uint8Array): Buffer {
  return Buffer.concat([short(id, data.length), data]);
}

function extraOf({ extraField }: ZipMember): Buffer {
  return Buffer.from(extraField ?? []);
}

function sizeOf({ size }: ZipMember, data: Buffer): number {
  return size ?? data.length;
}

function short(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

function long(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}

function large(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [at, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), at * 8);
  return bytes;
}
