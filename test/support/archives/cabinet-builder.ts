import { Buffer } from "node:buffer";
import { constants, deflateRawSync } from "node:zlib";

/** A member of a cabinet to build. */
export interface CabinetMember {
  readonly name: string;
  readonly text: string;
}

/** How the cabinet is packed, and what is odd about it. */
export interface CabinetOddities {
  readonly method?: "stored" | "MSZIP";
  /** Flags of its header; 2 says that it goes on in another cabinet. */
  readonly flags?: number;
  /** A number of members other than the true one. */
  readonly count?: number;
}

/** The most that one block holds when unpacked. */
const BLOCK = 32 * 1024;

/** The bytes of a cabinet with one folder. */
export function cabinetOf(members: readonly CabinetMember[], oddities: CabinetOddities = {}): Buffer {
  const { method = "stored", flags = 0, count = members.length } = oddities;
  const blocks = blocksOf(Buffer.concat(members.map(({ text }) => Buffer.from(text))), method);
  const next = flags & 2 ? Buffer.from("next.cab\0disk\0") : Buffer.alloc(0);
  const files = filesOf(members);
  const filesAt = 36 + next.length + 8;
  const header = Buffer.alloc(36);
  header.write("MSCF", 0);
  header.writeUInt32LE(filesAt + files.length + blocks.reduce((sum, { length }) => sum + length, 0), 8);
  header.writeUInt32LE(filesAt, 16);
  header[24] = 3; // version 1.3
  header[25] = 1;
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(count, 28);
  header.writeUInt16LE(flags, 30);
  const folder = Buffer.alloc(8);
  folder.writeUInt32LE(filesAt + files.length, 0);
  folder.writeUInt16LE(blocks.length, 4);
  folder.writeUInt16LE(method === "MSZIP" ? 1 : 0, 6);
  return Buffer.concat([header, next, folder, files, ...blocks]);
}

function filesOf(members: readonly CabinetMember[]): Buffer {
  let at = 0;
  const files = members.map(({ name, text }) => {
    const file = Buffer.alloc(16);
    file.writeUInt32LE(Buffer.byteLength(text), 0);
    file.writeUInt32LE(at, 4);
    file.writeUInt16LE(0xa0, 14); // the name is UTF-8
    at += Buffer.byteLength(text);
    return Buffer.concat([file, Buffer.from(`${name}\0`)]);
  });
  return Buffer.concat(files);
}

/** Each block is packed by itself, with the one before as the text that it may refer to. */
function blocksOf(text: Buffer, method: "stored" | "MSZIP"): readonly Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < text.length; at += BLOCK) {
    const plain = text.subarray(at, at + BLOCK);
    const packed = method === "MSZIP" ? mszip(plain, text.subarray(Math.max(0, at - BLOCK), at)) : plain;
    const header = Buffer.alloc(8);
    header.writeUInt16LE(packed.length, 4);
    header.writeUInt16LE(plain.length, 6);
    header.writeInt32LE(checksumOf(packed) ^ header.readInt32LE(4), 0);
    blocks.push(Buffer.concat([header, packed]));
  }
  return blocks;
}

function mszip(plain: Buffer, dictionary: Buffer): Buffer {
  const options = dictionary.length > 0 ? { dictionary } : {};
  return Buffer.concat([Buffer.from("CK"), deflateRawSync(plain, { ...options, finishFlush: constants.Z_FINISH })]);
}

/** Words of four bytes, each the other way round for the odd ones at the end, in an exclusive or. */
function checksumOf(bytes: Buffer): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = bytes.subarray(whole).reduce((word, byte) => (word << 8) | byte, 0);
  for (let at = 0; at < whole; at += 4) sum ^= bytes.readInt32LE(at);
  return sum;
}
