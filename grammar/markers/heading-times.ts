import P from "parsimmon";
import { readAny } from "../contract/lines.ts";
import { token } from "../lexicon/lexemes.ts";
import { folded, otherTimes } from "./label-words.ts";
import { readLabel } from "./labels.ts";
import type { Stamp } from "./times/stamp.ts";
import { stamps } from "./times/stamps.ts";

/** A time, or a word of another one. */
type Said = { readonly time: Stamp } | { readonly word: string };

const said: P.Parser<readonly Said[]> = P.alt<Said>(
  stamps.moment.map((time) => ({ time })),
  token(() => /[\p{L}\p{M}]+/u).map((word) => ({ word: folded(word) })),
  token(() => /[\d:.,/-]+|[^\p{L}\p{M}\d]/u).result({ word: "" }),
).many();

/** The only time in a heading of several words, unless they say that it is that of something else. */
export function timeIn(heading: string): Stamp | undefined {
  const labelled = readLabel(heading)?.time;
  if (labelled !== undefined) return labelled;
  const found = readAny(said, heading);
  const [first, second] = found.flatMap((own) => ("time" in own ? [own.time] : []));
  const isOther = found.some((own) => "word" in own && otherTimes.has(own.word));
  return second === undefined && !isOther ? first : undefined;
}
