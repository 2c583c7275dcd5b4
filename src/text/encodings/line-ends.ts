/** Longest run of CRs that is held back to see whether a LF follows; longer ones are so many line ends. */
const LONGEST_RETURNS = 65_536;

/**
 * The text with each line end as one "\n": CR…CR LF is a single end, and so is each CR without a LF behind it. Give
 * it no text that ends in CRs unless the source ends there (see `heldReturns`).
 */
export function withPlainLineEnds(text: string): string {
  const plain = text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
  if (!plain.includes("\r")) return plain;
  return plain.replace(/\r+\n?/g, (ends) => (ends.endsWith("\n") ? "\n" : "\n".repeat(ends.length)));
}

/** How many CRs at the end of the text have to wait for what follows. */
export function heldReturns(text: string): number {
  let count = 0;
  while (count <= LONGEST_RETURNS && text.charCodeAt(text.length - 1 - count) === 0x0d) count++;
  return count > LONGEST_RETURNS ? 0 : count;
}

export function countLineEnds(text: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
