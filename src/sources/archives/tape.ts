import { concatBytes } from "./volume.ts";

/** Bytes that come one after the other, for readers that want so many of them and no more. */
export interface Tape {
  /** The next bytes, as many as come at once; undefined at the end. */
  readonly next: () => Promise<Uint8Array | undefined>;
  /** So many bytes, fewer only at the end. */
  readonly take: (count: number) => Promise<Uint8Array>;
  /** Makes bytes that were too many the next ones again. */
  readonly putBack: (bytes: Uint8Array) => void;
  /** Lets go of what is behind, read or not. */
  readonly close: () => Promise<void>;
}

export function tapeOf(bytes: AsyncIterable<Uint8Array>): Tape {
  const iterator = bytes[Symbol.asyncIterator]();
  const ahead: Uint8Array[] = [];

  async function next(): Promise<Uint8Array | undefined> {
    const held = ahead.pop();
    if (held !== undefined) return held;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return undefined;
      if (value.length > 0) return value;
    }
  }

  async function take(count: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < count) {
      const chunk = await next();
      if (chunk === undefined) break;
      const within = chunk.subarray(0, count - length);
      putBack(chunk.subarray(within.length));
      chunks.push(within);
      length += within.length;
    }
    return concatBytes(chunks, length);
  }

  function putBack(rest: Uint8Array): void {
    if (rest.length > 0) ahead.push(rest);
  }

  async function close(): Promise<void> {
    await iterator.return?.();
  }

  return { next, take, putBack, close };
}
