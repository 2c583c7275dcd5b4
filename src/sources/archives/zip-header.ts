import { Buffer } from "node:buffer";
import type { ExtraField } from "yauzl";
import type { Volume } from "./volume.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** What stands in front of a member. */
export interface Header {
  readonly entry: ZipEntry;
  readonly dataStart: number;
  /** Where the sizes stand: a member that was written in one go has them behind it. */
  readonly sizes: "here" | "behind";
}

const BYTES = 30;
const SIZES_BEHIND = 8;
const ZIP64 = 0x0001;
/** What stands for a size that is in the extra field. */
const TOO_LARGE = 0xffff_ffff;

/** The header at a place where one begins; undefined where it is cut off. */
export async function headerAt(volume: Volume, at: number): Promise<Header | undefined> {
  const fixed = await volume.read(at, BYTES);
  if (fixed.length < BYTES) return undefined;
  const header = Buffer.from(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  const nameLength = header.readUInt16LE(26);
  const rest = await volume.read(at + BYTES, nameLength + header.readUInt16LE(28));
  const extraFields = await fieldsOf(Buffer.from(rest.subarray(nameLength)));
  const flags = header.readUInt16LE(6);
  const hasSizes = (flags & SIZES_BEHIND) === 0;
  const { packed, size } = sizesOf(header, extraFields);
  return {
    dataStart: at + BYTES + nameLength + header.readUInt16LE(28),
    sizes: hasSizes ? "here" : "behind",
    entry: {
      name: { bytes: rest.subarray(0, nameLength), extraFields },
      flags,
      method: header.readUInt16LE(8),
      packed,
      size: hasSizes ? size : null,
      checksum: hasSizes ? header.readUInt32LE(14) : null,
      attributes: 0,
    },
  };
}

function sizesOf(header: Buffer, extraFields: readonly ExtraField[]): { packed: number; size: number } {
  const packed = header.readUInt32LE(18);
  const size = header.readUInt32LE(22);
  const large = extraFields.find(({ id, data }) => id === ZIP64 && data.length >= 16)?.data;
  if (large === undefined || (packed !== TOO_LARGE && size !== TOO_LARGE)) return { packed, size };
  return { size: Number(large.readBigUInt64LE(0)), packed: Number(large.readBigUInt64LE(8)) };
}

async function fieldsOf(bytes: Buffer): Promise<readonly ExtraField[]> {
  const { parseExtraFields } = await import("yauzl");
  try {
    return parseExtraFields(bytes);
  } catch {
    return []; // cut off, or written by a tool that keeps something else there
  }
}
