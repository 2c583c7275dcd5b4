/** Bytes that are written or read at a time: pieces are small, and each takes a turn of the file system. */
export const GATHERED = 256 * 1024;

/** UTF-8 needs no more for one unit of a text. */
const MOST_BYTES_OF_A_UNIT = 3;

/** Pieces of a file that are put together before they are written. */
export interface Gathering {
  /** Adds a piece and gives what has to be written now, in order. */
  readonly add: (piece: string | Uint8Array) => readonly Uint8Array[];
  /** Gives what has not been written yet. */
  readonly rest: () => Uint8Array;
  /** Bytes that were added since the beginning. */
  readonly added: () => number;
}

export function gathering(): Gathering {
  let buffer: Buffer | undefined;
  let length = 0;
  let before = 0;
  const rest = () => {
    const bytes = buffer?.subarray(0, length) ?? new Uint8Array();
    // The next piece must not go where this still lies.
    buffer = undefined;
    before += length;
    length = 0;
    return bytes;
  };
  return {
    add(piece) {
      const most = typeof piece === "string" ? piece.length * MOST_BYTES_OF_A_UNIT : piece.length;
      const ready = length + most > GATHERED ? [rest()] : [];
      if (most > GATHERED) {
        const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
        before += bytes.length;
        return [...ready, bytes];
      }
      buffer ??= Buffer.allocUnsafe(GATHERED);
      if (typeof piece === "string") length += buffer.write(piece, length);
      else {
        buffer.set(piece, length);
        length += piece.length;
      }
      return ready;
    },
    rest,
    added: () => before + length,
  };
}
