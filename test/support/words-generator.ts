import fc from "fast-check";
import type { PrintedLine } from "./printed.ts";

/** Words of no language, in capitals, small letters and other scripts; none is the beginning of a word of netstat. */
const word = fc.oneof(
  fc.stringMatching(/^[BDFGHJKMNPQRVXZ]{3,12}$/),
  fc.stringMatching(/^[bdfghjkmnpqrvxz]{2,12}$/),
  fc.stringMatching(/^[бвгджзклмнпрстфхцчшщ]{2,12}$/),
  fc.stringMatching(/^[ぁ-ん]{1,6}$/),
  fc.stringMatching(/^[가-힣]{1,6}$/),
);

/** The same output twice: as it was printed, and with other words in its titles and headings and for each state. */
export function inOtherWords(
  printed: fc.Arbitrary<readonly PrintedLine[]>,
): fc.Arbitrary<readonly [readonly PrintedLine[], readonly PrintedLine[]]> {
  return fc.tuple(printed, fc.array(word, { minLength: 30, maxLength: 30 })).map(([lines, chosen]) => {
    const known = new Map<string, string>();
    const other = (original: string): string => {
      const found = known.get(original) ?? chosen[known.size % chosen.length] ?? original;
      known.set(original, found);
      return found;
    };
    return [lines, lines.map((line) => ({ ...line, text: translated(line, other) }))];
  });
}

/** Gaps stay as they are, as they do in Windows' own translations; so do protocols, addresses and offload words. */
function translated(line: PrintedLine, other: (word: string) => string): string {
  if (line.is === "words") return line.text.replace(/\p{L}+\.?/gu, other);
  if (line.is !== "row" || line.connection.state === undefined) return line.text;
  // A state stands behind the two addresses, and nothing before it is a word between blanks.
  return line.text.replace(
    /^(\s*\S+\s+\S+\s+\S+\s+)(\S+)/,
    (_, before: string, state: string) => before + other(state),
  );
}
