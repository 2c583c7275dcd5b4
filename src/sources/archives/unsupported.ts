import type { ArchiveFormat } from "./archive.ts";
import { hasSignature, letters } from "./opening.ts";

const RAR = [...letters("Rar!"), 0x1a, 0x07];
const XZ = [0xfd, ...letters("7zXZ"), 0x00];
const ZSTANDARD = [0x28, 0xb5, 0x2f, 0xfd];
const BZIP2 = letters("BZh");
/** What follows the level of a bzip2 archive: the mark of its first block, or that of its end where there is none. */
const BZIP2_MARKS = [
  [0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
];

/** Formats that are known only to say that they are not read: what to do instead is worth more than "not text". */
export const unsupportedFormats: readonly ArchiveFormat[] = [
  unsupported("a RAR archive", (head) => hasSignature(head, RAR)),
  unsupported("an xz archive", (head) => hasSignature(head, XZ)),
  unsupported("a bzip2 archive", isBzip2),
  unsupported("a Zstandard archive", (head) => hasSignature(head, ZSTANDARD)),
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

/** "BZh" alone could begin a text; a level and a mark behind it could not. */
function isBzip2(head: Uint8Array): boolean {
  return hasSignature(head, BZIP2) && BZIP2_MARKS.some((mark) => hasSignature(head, mark, 4));
}
