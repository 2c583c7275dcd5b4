/** Bytes that can be read anywhere: an open file, or an archive within an archive that is held in memory. */
export interface Volume {
  readonly size: number;
  /** The bytes from `start` on; fewer than asked for only at the end. */
  readonly read: (start: number, length: number) => Promise<Uint8Array>;
}

const BLOCK_BYTES = 64 * 1024;

/** Blocks that are kept: of the list of members, of the headers in front of them, and of what follows those. */
const MOST_BLOCKS = 4;

/** Bytes of a stretch that are read at once. */
const CHUNK_BYTES = 64 * 1024;

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
      return concatBytes([first, second], first.length + second.length);
    },
  };
}

/** The bytes of a volume from `start` up to `end`, read as they are asked for. */
export async function* stretch(volume: Volume, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = await volume.read(at, Math.min(CHUNK_BYTES, end - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

/** The chunks as one; without copying them where there is only one. */
export function concatBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
