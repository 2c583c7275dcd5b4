/** A name of a host with its domain, in UTF-16 with a byte order mark and a few line ends. */
const MOST_BYTES = 600;

const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20]);
/** What UTF-16 puts between the letters, and byte order marks. */
const SILENT: ReadonlySet<number> = new Set([0x00, 0xff, 0xfe, 0xef, 0xbb, 0xbf]);

/** True when the bytes are a single word: a file with nothing but the name of a host, as `hostname > host.txt` makes it. */
export function isLoneWord(chunks: readonly Uint8Array[]): boolean {
  if (chunks.reduce((sum, chunk) => sum + chunk.length, 0) > MOST_BYTES) return false;
  let isInside = false;
  let words = 0;
  for (const chunk of chunks) {
    for (const byte of chunk) {
      if (SILENT.has(byte)) continue;
      if (!BLANKS.has(byte) && !isInside) words += 1;
      isInside = !BLANKS.has(byte);
    }
  }
  return words === 1;
}
