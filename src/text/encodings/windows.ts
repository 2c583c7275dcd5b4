/** Bytes of a source that are looked at together; `last` when the source ends with them. */
export interface Window {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/**
 * Every decision is taken on windows of this many bytes, so the chunks in which a source happens to arrive can't
 * change what is read. Three of them are shorter than the longest line that is kept.
 */
export const WINDOW = 262_144;

/** Cuts a source into windows of the same size; only the last one is shorter. A source always has a last one. */
export async function* windows(source: AsyncIterable<Uint8Array>): AsyncGenerator<Window> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      if (size === WINDOW) {
        yield { bytes: joined(parts), last: false };
        parts = [];
        size = 0;
      }
      const part = chunk.subarray(at, at + WINDOW - size);
      parts.push(part);
      size += part.length;
      at += part.length;
    }
  }
  yield { bytes: joined(parts), last: true };
}

/** The parts one after the other; a single part is not copied. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  const [only] = filled;
  if (only !== undefined && filled.length === 1) return only;
  const whole = new Uint8Array(filled.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of filled) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
