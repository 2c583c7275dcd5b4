import P from "parsimmon";
import { fits } from "../contract/lines.ts";

/** A line as what people and scripts draw around its words, and the words. */
export interface Decorated {
  readonly left: string;
  readonly inner: string;
  readonly right: string;
}

const characters = "-=_*#~+|:<>[\\]【】\"'`·•─━═\\s";
const ornament = P.regexp(new RegExp(`[${characters}]{1,200}`));
const words = P.regexp(new RegExp(`[^\\n]*[^${characters}]`));
const rest = P.regexp(/[^\n]*/);
/** At least two signs drawn in a row, or a bracket: a mere colon or quotation mark is none. */
const drawn = P.regexp(/[^\n]*?(?:([-=_*#~+·•─━═])[ \t]*\1|[[\]【】<>])[^\n]*/);

const language = P.seqMap(ornament.or(P.of("")), words.or(P.of("")), rest, (left, inner, right) => ({
  left,
  inner,
  right,
}));

/** The ornaments and the words of a line, without its end. */
export function decorationOf(text: string): Decorated {
  return language.tryParse(text);
}

/** True when the words are drawn around, so that they head what follows. */
export function isDrawnAround({ left, right }: Decorated): boolean {
  return fits(drawn, left) || fits(drawn, right);
}
