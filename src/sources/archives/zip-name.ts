import { crc32 } from "node:zlib";
import { decode } from "../../text/index.ts";

/** What the name of a member of a zip archive is decoded from. */
export interface RawName {
  readonly bytes: Uint8Array;
  /** Further fields of the member, among which there may be a second name. */
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
}

/** A second name, in UTF-8, for programs that know of it. */
const UNICODE_PATH = 0x7075;
const VERSION = 1;

/**
 * The name as it was meant. The format knows UTF-8 and code page 437, told apart by a flag that many tools do not
 * set; Windows' own tools write the code page of the machine. So the flag is not asked: what is no UTF-8 is guessed, as
 * captures are.
 */
export async function decodedName({ bytes, extraFields }: RawName): Promise<string> {
  const utf8 = asUtf8(bytes) ?? unicodePath(bytes, extraFields);
  if (utf8 !== undefined) return utf8;
  let text = "";
  for await (const block of decode(once(bytes), {})) text += block.text;
  return text;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The second name, where it was made for this first one: somebody may have renamed the member since. */
function unicodePath(bytes: Uint8Array, extraFields: RawName["extraFields"]): string | undefined {
  for (const { id, data } of extraFields) {
    if (id !== UNICODE_PATH || data.length < 6 || data[0] !== VERSION) continue;
    const checksum = new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(1, true);
    if (checksum === crc32(bytes)) return asUtf8(data.subarray(5));
  }
  return undefined;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
