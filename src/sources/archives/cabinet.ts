import type { ArchiveFormat, Trouble } from "./archive.ts";
import { unpacked } from "./libarchive.ts";
import { type LoadLibarchive, loadLibarchive } from "./libarchive-package.ts";
import { hasSignature, letters, littleEndian } from "./opening.ts";

const SIGNATURE = [...letters("MSCF"), 0, 0, 0, 0];

/** Cabinets, as makecab and the diagnostic packages of Windows write them. */
export const cabinet: ArchiveFormat = cabinetReadBy(loadLibarchive);

/** The format, read by a library that is loaded so. */
export function cabinetReadBy(load: LoadLibarchive): ArchiveFormat {
  return {
    name: "a cabinet archive",
    matches: (head) => hasSignature(head, SIGNATURE),
    async *members(input, limits) {
      const volume = await input.volume();
      const header = await volume.read(0, HEADER_BYTES);
      const trouble = amissWith(header);
      if (trouble !== undefined) yield trouble;
      else if (fileCount(header) > 0) yield* unpacked(volume, input, limits, load);
    },
  };
}

const HEADER_BYTES = 36;

/** Flags of a cabinet that goes on from another one, or in another one. */
const IS_PART = 0x3;

function amissWith(header: Uint8Array): Trouble | undefined {
  if (header.length < HEADER_BYTES) {
    return { code: "archive-truncated", status: "failed", reason: "truncated: it breaks off in its header" };
  }
  // The library loses the first member of such a cabinet, and can't read those that lie in two of them.
  if (((header[30] ?? 0) & IS_PART) === 0) return undefined;
  const reason = "one of several parts; unpack them together (expand does) and pass the folder";
  return { code: "archive-multi-part", status: "skipped", reason };
}

function fileCount(header: Uint8Array): number {
  return littleEndian(header, 28) & 0xffff;
}
