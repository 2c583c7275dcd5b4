import { type Mend, mendWhere, replacing } from "./mend.ts";

/** What word processors, web pages and input methods write, and the character that Windows had printed. */
const lookalikes: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " "],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u2018-\u201b]/g, "'"],
  [/[\u201c-\u201f]/g, '"'],
  [/\uff1a/g, ":"],
];
const sources = lookalikes.map(([pattern]) => pattern.source).join("|");
const any = new RegExp(sources);
const run = new RegExp(`(?:${sources}){1,100}`, "g");

/** Special blanks, dashes, quotation marks and the full-width colon become plain ones, one for one. */
export const lookalike: Mend = mendWhere(any, (text) => {
  const plain = lookalikes.reduce((mended, [pattern, by]) => mended.replaceAll(pattern, by), text);
  return replacing(text, run, ({ index, 0: found }) => plain.slice(index, index + found.length));
});
