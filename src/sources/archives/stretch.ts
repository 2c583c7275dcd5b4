import type { Volume } from "./archive.ts";

const CHUNK_BYTES = 64 * 1024;

/** The bytes of a volume from `start` up to `end`, read as they are asked for. */
export async function* stretch(volume: Volume, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = await volume.read(at, Math.min(CHUNK_BYTES, end - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}
