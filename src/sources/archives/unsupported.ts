import type { ArchiveFormat } from "./archive.ts";
import { hasSignature, letters } from "./signature.ts";

/** Formats that are known only to say that they are not read: what to do instead is worth more than "not text". */
export const unsupportedFormats: readonly ArchiveFormat[] = [
  unsupported("a RAR archive", (head) => hasSignature(head, [...letters("Rar!"), 0x1a, 0x07])),
  unsupported("an xz archive", (head) => hasSignature(head, [0xfd, ...letters("7zXZ"), 0x00])),
  unsupported("a bzip2 archive", isBzip2),
  unsupported("a Zstandard archive", (head) => hasSignature(head, [0x28, 0xb5, 0x2f, 0xfd])),
];

function unsupported(name: string, matches: ArchiveFormat["matches"]): ArchiveFormat {
  return {
    name,
    matches,
    async *members() {
      const reason = `${name}, a format that is not read; unpack it and pass the folder`;
      yield { code: "archive-unsupported", status: "skipped", reason };
    },
  };
}

/** "BZh" alone could begin a text; a level and the first block's mark, or the end's where there is no block, could not. */
function isBzip2(head: Uint8Array): boolean {
  const block = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
  const end = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];
  return hasSignature(head, letters("BZh")) && (hasSignature(head, block, 4) || hasSignature(head, end, 4));
}
