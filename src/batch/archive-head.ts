import { open } from "node:fs/promises";
import { archiveFormatOf, HEAD_BYTES } from "../sources/index.ts";

/** True for a file that begins as an archive does, whatever it is called; false for one that can't be read. */
export async function isArchive(path: string): Promise<boolean> {
  try {
    const handle = await open(path, "r");
    try {
      const head = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
      return archiveFormatOf(head.subarray(0, bytesRead)) !== undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
