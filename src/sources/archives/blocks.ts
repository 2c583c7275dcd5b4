import type { Volume } from "./archive.ts";
import { joined } from "./held.ts";

const BLOCK_BYTES = 64 * 1024;

/** Blocks that are kept: of the list of members, of the headers in front of them, and of what follows those. */
const MOST_BLOCKS = 4;

/**
 * The same volume, read by the block. Archives of many short members are read a few bytes at a time, and each of the
 * reads would be one of the file system.
 */
export function inBlocks(volume: Volume): Volume {
  const kept = new Map<number, Promise<Uint8Array>>();
  const block = (number: number): Promise<Uint8Array> => {
    const bytes = kept.get(number) ?? volume.read(number * BLOCK_BYTES, BLOCK_BYTES);
    kept.delete(number);
    kept.set(number, bytes); // behind the others, of which the first goes first
    const [oldest] = kept.keys();
    if (kept.size > MOST_BLOCKS && oldest !== undefined) kept.delete(oldest);
    return bytes;
  };
  return {
    size: volume.size,
    async read(start, length) {
      if (length > BLOCK_BYTES) return volume.read(start, length);
      const number = Math.floor(start / BLOCK_BYTES);
      const at = start - number * BLOCK_BYTES;
      const first = (await block(number)).subarray(at, at + length);
      if (at + length <= BLOCK_BYTES) return first;
      const second = (await block(number + 1)).subarray(0, at + length - BLOCK_BYTES);
      return joined([first, second], first.length + second.length);
    },
  };
}
