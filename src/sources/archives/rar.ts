import type { ArchiveFormat } from "./archive.ts";
import { unpacked } from "./libarchive.ts";
import { type LoadLibarchive, loadLibarchive } from "./libarchive-package.ts";
import { hasSignature, letters } from "./opening.ts";

const SIGNATURE = [...letters("Rar!"), 0x1a, 0x07];

export const rar: ArchiveFormat = rarReadBy(loadLibarchive);

/** The format, read by a library that is loaded so. */
export function rarReadBy(load: LoadLibarchive): ArchiveFormat {
  return {
    name: "a RAR archive",
    matches: (head) => hasSignature(head, SIGNATURE),
    async *members(input, limits) {
      yield* unpacked(await input.volume(), input, limits, load);
    },
  };
}
