/**
 * The same text in memory of its own. In JavaScript engines a piece of a text may keep the whole text alive, so what is
 * kept of a capture after it was let go has to be copied.
 */
export function copied(text: string): string;
export function copied(text: string | null): string | null;
export function copied(text: string | null): string | null {
  // Of two texts that were put together engines make one in memory of its own before a piece is cut out of it.
  return text === null ? null : ` ${text}`.slice(1);
}
