/**
 * The same text in memory of its own. In JavaScript engines a piece of a text may keep the whole text alive, so what is
 * kept of a capture after it was let go has to be copied.
 */
export function copied(text: string): string;
export function copied(text: string | null): string | null;
export function copied(text: string | null): string | null {
  return text === null ? null : Array.from(text).join("");
}
