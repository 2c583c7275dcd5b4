/** Something that was pasted or dropped, under the name that the report gives it. */
export interface Input {
  readonly name: string;
  readonly bytes: Blob;
}

/** What is typed or pasted into the editor. */
export const PASTE = "paste";

/**
 * The longest text that is kept in the editor. A text area lays out each of its lines: of a longer text it would take
 * minutes, so that is kept aside and shown in part.
 */
export const LONGEST_EDITED = 400_000;

/** True for a text that is better not put into the editor. */
export function isTooLongToEdit(text: string): boolean {
  return text.length > LONGEST_EDITED;
}

/** The name for one more input: the one it has, with a number where that is taken. `!` would read as a member. */
export function nameBeside(name: string, taken: readonly string[]): string {
  const plain = name.replaceAll("!", "%21");
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number += 1) {
    const numbered = `(${number})/${plain}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

/** The pieces of a stream, one after the other; let go of when nobody asks for more. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it failed before, or came to its end: there is nothing to stop
  }
}
