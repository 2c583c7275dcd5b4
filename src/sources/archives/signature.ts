/** How many of the first bytes tell the format. */
export const HEAD_BYTES = 512;

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
