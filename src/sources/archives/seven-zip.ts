import type { ArchiveFormat, Trouble } from "./archive.ts";
import { unpacked } from "./libarchive.ts";
import { type LoadLibarchive, loadLibarchive } from "./libarchive-package.ts";
import { hasSignature, letters, littleEndian } from "./opening.ts";

export const sevenZip: ArchiveFormat = sevenZipReadBy(loadLibarchive);

/** The format, read by a library that is loaded so. */
export function sevenZipReadBy(load: LoadLibarchive): ArchiveFormat {
  return {
    name: "a 7-Zip archive",
    matches: (head) => hasSignature(head, SIGNATURE),
    async *members(input, limits) {
      const volume = await input.volume();
      const header = await volume.read(0, HEADER_BYTES);
      const trouble = amissWith(header, volume.size, input.file);
      if (trouble !== undefined) yield trouble;
      else if (numberAt(header, LIST_SIZE_AT) > 0) yield* unpacked(volume, input, limits, load);
    },
  };
}

const SIGNATURE = [...letters("7z"), 0xbc, 0xaf, 0x27, 0x1c];
const HEADER_BYTES = 32;

/** Where the list of the members lies, behind the header, and how long it is. */
const LIST_AT = 12;
const LIST_SIZE_AT = 20;

/** The list stands at the end, so of an archive that is cut off nothing can be read. */
function amissWith(header: Uint8Array, size: number, file: string): Trouble | undefined {
  const end = HEADER_BYTES + numberAt(header, LIST_AT) + numberAt(header, LIST_SIZE_AT);
  if (header.length === HEADER_BYTES && end <= size) return undefined;
  if (/\.\d{3}$/.test(file)) {
    const reason = "one of several parts; join them in their order (copy /b does) and pass the whole";
    return { code: "archive-multi-part", status: "skipped", reason };
  }
  const reason = "truncated: the list of members at its end is missing; send it again";
  return { code: "archive-truncated", status: "failed", reason };
}

/** A number of eight bytes; far too large ones lose their last digits, which makes no difference. */
function numberAt(header: Uint8Array, at: number): number {
  return littleEndian(header, at) + littleEndian(header, at + 4) * 2 ** 32;
}
