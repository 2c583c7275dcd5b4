import P from "parsimmon";
import { words } from "./lexemes.ts";
import { fold } from "./phrases.ts";

/** A piece of one of the texts of at least so many letters: mail programs break them elsewhere than Windows does. */
export function pieceOf(texts: readonly string[], fewest: number, name: string): P.Parser<string> {
  const folded = texts.map(fold);
  const longest = Math.max(0, ...folded.map((text) => text.length));
  return words.chain((printed) => {
    const piece = printed.length <= longest * 4 ? fold(printed) : "";
    return piece.length >= fewest && folded.some((text) => text.includes(piece)) ? P.of(printed) : P.fail(name);
  });
}
