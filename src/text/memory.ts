/** Texts of which the answers are kept: those that stand in one capture after another, and in one bundle after another. */
const MOST = 4096;

/** No line that is met again and again is longer. */
const LONGEST = 300;

/**
 * The same function of a text, which remembers its last answers; it must not depend on anything else. Most lines that
 * are no rows are the same in every capture of a kind, and finding out what they are takes dozens of patterns.
 */
export function memoizeLine<T>(answer: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let earlier = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T; // a key that is there has an answer
    const key = detached(text);
    const found = earlier.has(key) ? (earlier.get(key) as T) : answer(key);
    if (recent.size >= MOST) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(key, found);
    return found;
  };
}

/**
 * The same text in memory of its own. In JavaScript engines a piece of a text may keep the whole text alive, so what is
 * kept of a capture after it was let go has to be detached.
 */
export function detached(text: string): string;
export function detached(text: string | null): string | null;
export function detached(text: string | null): string | null {
  // Of two texts that were put together engines make one in memory of its own before a piece is cut out of it.
  return text === null ? null : ` ${text}`.slice(1);
}
