import { crc32 } from "node:zlib";
import { SourceFault } from "../../text/index.ts";
import type { Member } from "./archive.ts";
import { methods } from "./methods.ts";
import { decodedName, type RawName } from "./zip-name.ts";

/** What a zip archive says of one member, in its list of members or in front of the member itself. */
export interface ZipEntry {
  readonly name: RawName;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  /** Null where the archive was cut off before it says so. */
  readonly size: number | null;
  readonly checksum: number | null;
  /** File attributes, of Unix in the upper half; 0 where there are none. */
  readonly attributes: number;
}

const ENCRYPTED = 1;
/** The types of files in the upper half of the attributes. */
const FILE_TYPE = 0xf000;
const FILE_TYPES: ReadonlyMap<number, Member["kind"]> = new Map([
  [0x1000, "device"],
  [0x2000, "device"],
  [0x4000, "directory"],
  [0x6000, "device"],
  [0xa000, "link"],
  [0xc000, "device"],
]);
const WINDOWS_DIRECTORY = 0x10;

/** The member that an entry describes. `packed` are its bytes as they lie in the archive. */
export async function memberOf(entry: ZipEntry, packed: () => AsyncIterable<Uint8Array>): Promise<Member> {
  const name = await decodedName(entry.name);
  const refusal = refusalOf(entry);
  return {
    name,
    kind: kindOf(entry, name),
    size: entry.size,
    packed: entry.packed,
    ...(refusal !== undefined && { refusal }),
    bytes: () => checked(entry, unpacked(entry, packed())),
  };
}

function unpacked({ method, packed, size }: ZipEntry, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return methods.get(method)?.unpack?.({ bytes, length: packed, size }) ?? bytes;
}

function kindOf({ attributes, size }: ZipEntry, name: string): Member["kind"] {
  const isEmpty = size === 0 || size === null;
  if (isEmpty && (/[\\/]$/.test(name) || (attributes & WINDOWS_DIRECTORY) !== 0)) return "directory";
  const kind = FILE_TYPES.get((attributes >>> 16) & FILE_TYPE) ?? "file";
  return kind === "directory" && !isEmpty ? "file" : kind;
}

function refusalOf({ flags, method }: ZipEntry): Member["refusal"] {
  if ((flags & ENCRYPTED) !== 0) {
    return { code: "member-encrypted", reason: "encrypted; unpack the archive with its password and pass the folder" };
  }
  const known = methods.get(method);
  if (known?.unpack !== undefined) return undefined;
  const which = `method ${method}${known === undefined ? "" : ` (${known.name})`}`;
  return { code: "member-method", reason: `packed with ${which}, which is not read; unpack it and pass the folder` };
}

/** The bytes, and at their end a SourceFault where they are not those that were packed. */
async function* checked({ size, checksum }: ZipEntry, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  let sum = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== null && length !== size) {
    throw new SourceFault("member-size", `unpacks to ${length} bytes where the archive says ${size}`);
  }
  if (checksum !== null && sum !== checksum) {
    throw new SourceFault("member-checksum", "the checksum is wrong: some of the bytes are not those that were packed");
  }
}
