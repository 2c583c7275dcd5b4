import P from "parsimmon";
import { words } from "./lexemes.ts";
import { fold, lookUp, type Phrase, type Phrasebook } from "./phrases.ts";

/** A phrase that a text ends with, and the words before it. */
export interface Ending<K> {
  readonly before: string;
  readonly phrase: Phrase<K>;
}

/** A text that ends with one of the phrases; at least one word stands before it. */
export function endingIn<K>(book: Phrasebook<K>, text: P.Parser<string>, name: string): P.Parser<Ending<K>> {
  return text.chain((printed) => {
    for (const { index } of printed.matchAll(/[ \t]+/g)) {
      const phrase = lookUp(book, printed.slice(index));
      if (phrase !== undefined) return P.of({ before: printed.slice(0, index), phrase });
    }
    return P.fail(name);
  });
}

/** A piece of one of the texts of at least so many letters: mail programs break them elsewhere than Windows does. */
export function pieceOf(texts: readonly string[], fewest: number, name: string): P.Parser<string> {
  const folded = texts.map(fold);
  const longest = Math.max(0, ...folded.map((text) => text.length));
  return words.chain((printed) => {
    const piece = printed.length <= longest * 4 ? fold(printed) : "";
    return piece.length >= fewest && folded.some((text) => text.includes(piece)) ? P.of(printed) : P.fail(name);
  });
}
