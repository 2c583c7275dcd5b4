import P from "parsimmon";
import { fits, hintOf, readAny } from "../contract/lines.ts";
import type { Written } from "../hints/expressions.ts";
import { escaped, token } from "../lexicon/lexemes.ts";

/** A line as what people and scripts draw around its words, and the words. */
export interface Decorated {
  readonly left: string;
  readonly inner: string;
  readonly right: string;
}

/** Signs that head a line by themselves. */
const bullets = "■□●○◆◇▼▽▲△★☆►▶※";
const characters = `${"-=_*#~+|:<>[\\]【】\"'`·•─━═\\s"}${bullets}`;
const ornaments = `[${characters}]*`;
/** Two signs of a kind in a row, a bracket or a bullet. */
const drawing = [
  ...[..."-=_*#~+·•─━═"].map((sign) => `${escaped(sign)}[ \\t]*${escaped(sign)}`),
  `[${bullets}[\\]【】<>]`,
].join("|");

/**
 * For a quick look at all lines: a line whose words are of an expression, drawn around or not. Regular expressions like
 * these would be slow if they were tried by themselves.
 */
export function decorated(words: string): Written {
  return { source: `^${ornaments}(?:${words})${ornaments}$`, ignoreCase: true };
}

/** The same of a line that is drawn around; here case counts. */
export function drawnAround(words: string): Written {
  const drawn = `${ornaments}(?:${drawing})${ornaments}`;
  return { source: `^${drawn}(?:${words})${ornaments}$|^${ornaments}(?:${words})${drawn}$`, ignoreCase: false };
}

const ornament = token(() => new RegExp(`[${characters}]{1,200}`));
const words = token(() => new RegExp(`[^\\n]*[^${characters}]`));
const rest = token(/[^\n]*/);
/** At least two signs drawn in a row, a bracket or a bullet: a mere colon or quotation mark is none. */
const drawn = token(() => new RegExp(`[^\\n]*?(?:([-=_*#~+·•─━═])[ \\t]*\\1|[${bullets}[\\]【】<>])[^\\n]*`));

/** No owner of a connection and no cell of a table begins so: Server 2003's `-- unknown component(s) --` has two signs. */
const ruled = token(() => /[ \t]*([-=*#~])\1\1[^\n]*[\p{L}\p{N}][^\n]*/u);

const language = P.seqMap(ornament.or(P.of("")), words.or(P.of("")), rest, (left, inner, right) => ({
  left,
  inner,
  right,
}));

/** A quick look for such drawing, or a line of a single word. */
export const mayBeDrawn = hintOf(() => [
  [/([-=_*#~+·•─━═])[ \t]*\1/],
  [new RegExp(`[${bullets}[\\]【】<>]`)],
  [/^[^\p{L}\p{N}]*[^ \t\n]+[^\p{L}\p{N}]*$/u],
]);

/** The ornaments and the words of a line, without its end. */
export function decorationOf(text: string): Decorated {
  if (last?.text !== text) last = { text, line: readAny(language, text) };
  return last.line;
}

/** A line is looked at by several that ask for its words. */
let last: { readonly text: string; readonly line: Decorated } | undefined;

/** True when the words are drawn around, so that they head what follows. */
export function isDrawnAround({ left, right }: Decorated): boolean {
  return fits(drawn, left) || fits(drawn, right);
}

/** True for words with three signs or more drawn in front of them. */
export function isRuledHeading(text: string): boolean {
  return fits(ruled, text);
}
