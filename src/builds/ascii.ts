import type { Plugin } from "rolldown";

/** V8 keeps a text with any other character at two bytes a character, and reads it more slowly. */
export const ascii: Plugin = {
  name: "ascii",
  generateBundle(_, chunksByName) {
    for (const chunk of Object.values(chunksByName)) if (chunk.type === "chunk") chunk.code = escapedText(chunk.code);
  },
};

function escapedText(code: string): string {
  const escaped = code.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const raw = /\braw`[^`]*[^\x00-\x7f]/.exec(code);
  if (raw !== null) throw new Error(`an escape would stand as it is in ${raw[0]}`);
  return escaped;
}
