import { concatBytes } from "./volume.ts";

/** The beginning of something that is about to be read, with the way to the rest of it. */
export interface Opening {
  /** The first bytes; fewer than tell a format only when there are no more, or no more can be read. */
  readonly head: Uint8Array;
  /** All bytes from the first one on; to be asked for once. Throws where reading does, after what came before. */
  readonly bytes: () => AsyncGenerator<Uint8Array>;
  /** Lets go of what is behind, read or not. */
  readonly close: () => Promise<void>;
}

/** How many of the first bytes tell the format. */
export const HEAD_BYTES = 512;

/** Reads as much as is needed to tell what it is. Fails on nothing: what fails here fails again when it is read. */
export async function opened(bytes: AsyncIterable<Uint8Array>): Promise<Opening> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let rest: () => AsyncIterable<Uint8Array> = () => ({ [Symbol.asyncIterator]: () => iterator });
  try {
    while (length < HEAD_BYTES) {
      const next = await iterator.next();
      if (next.done === true) {
        rest = nothing;
        break;
      }
      chunks.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    rest = () => failing(error);
  }
  return {
    head: concatBytes(chunks, length).subarray(0, HEAD_BYTES),
    bytes: () => inOrder(chunks, rest),
    close: async () => {
      await iterator.return?.();
    },
  };
}

/** Tells whether a file begins with these bytes, or has them at the place where its format keeps its signature. */
export function hasSignature(head: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => head[at + index] === byte);
}

/** The codes of the letters of a signature. */
export function letters(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A number of four bytes, the lowest one first; 0 beyond the end. */
export function littleEndian(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

async function* inOrder(
  chunks: readonly Uint8Array[],
  rest: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
  yield* rest();
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function failing(error: unknown): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) };
}
