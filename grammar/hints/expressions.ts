import {
  escapedSymbols,
  listed,
  literal,
  next,
  oneOf,
  type Reading,
  type Symbols,
  symbols,
  symbolsOf,
  type Test,
  taken,
} from "./symbols.ts";

/** A regular expression, or what one would be made of. */
export type Written = Pick<RegExp, "source" | "ignoreCase">;

/** What is being read, with the groups so far, which an expression may name again. */
interface Opened extends Reading {
  readonly groups: Expression[];
}

/** An expression in its parts. `before` and `behind` look at the one symbol on that side and take nothing. */
export type Expression =
  | { readonly is: "one" | "before" | "behind"; readonly of: Symbols }
  | { readonly is: "all" | "any"; readonly parts: readonly Expression[] }
  | { readonly is: "repeated"; readonly part: Expression; readonly least: number; readonly most: number };

/** What stands for something wherever it is not in brackets. */
const signs: ReadonlyMap<string, Expression> = new Map([
  ["^", { is: "before", of: symbolsOf((symbol) => symbol === symbols.begin) }],
  ["$", { is: "one", of: symbolsOf((symbol) => symbol === symbols.lineEnd) }],
  [".", { is: "one", of: symbolsOf((symbol) => symbol !== symbols.lineEnd && symbol !== symbols.begin) }],
]);
const nothing: Expression = { is: "all", parts: [] };
const never: Expression = { is: "any", parts: [] };

/**
 * The parts of a regular expression, for a quick look: it may match more than the expression does, and never less. What
 * looks further than one character, and the ends of words, are left out; all beyond ASCII is one symbol.
 */
export function partsOf({ source, ignoreCase }: Written): Expression {
  const reading: Opened = { source, ignoresCase: ignoreCase, groups: [], at: 0 };
  return alternatives(reading);
}

function alternatives(reading: Opened): Expression {
  const parts = [sequence(reading)];
  while (taken(reading, "|")) parts.push(sequence(reading));
  return parts.length === 1 ? (parts[0] ?? nothing) : { is: "any", parts };
}

function sequence(reading: Opened): Expression {
  const parts: Expression[] = [];
  while (reading.at < reading.source.length && !"|)".includes(next(reading))) {
    const part = atom(reading);
    parts.push(quantified(reading, part));
  }
  return { is: "all", parts };
}

function quantified(reading: Reading, part: Expression): Expression {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(reading.source.slice(reading.at, reading.at + 24));
  if (found === null) return part;
  reading.at += found[0].length;
  const [sign = "", least, comma, most] = found;
  if (least !== undefined) return { is: "repeated", part, least: Number(least), most: mostOf(least, comma, most) };
  return {
    is: "repeated",
    part,
    least: sign.startsWith("+") ? 1 : 0,
    most: sign.startsWith("?") ? 1 : Number.POSITIVE_INFINITY,
  };
}

function mostOf(least: string, comma: string | undefined, most: string | undefined): number {
  if (comma === "") return Number(least);
  return most === "" ? Number.POSITIVE_INFINITY : Number(most);
}

function atom(reading: Opened): Expression {
  const character = next(reading);
  if (character === "(") return group(reading);
  reading.at += 1;
  const from = reading.at;
  if (character === "[") {
    const tests = listed(reading);
    return kept(reading, `[${reading.source.slice(from, reading.at)}`, tests);
  }
  const sign = signs.get(character);
  if (sign !== undefined) return sign;
  if (character !== "\\") return kept(reading, character, [literal(character)]);
  if (/[bB]/.test(next(reading))) {
    reading.at += 1;
    return nothing;
  }
  const again = /^(?:([1-9])|k<[^>]*>)/.exec(reading.source.slice(reading.at, reading.at + 60));
  if (again === null) {
    const tests = [escapedSymbols(reading)];
    return kept(reading, `\\${reading.source.slice(from, reading.at)}`, tests);
  }
  reading.at += again[0].length;
  return reading.groups[again[1] === undefined ? 0 : Number(again[1]) - 1] ?? nothing;
}

function group(reading: Opened): Expression {
  const opening = /^\((?:\?(?:<?[=!]|:|<[^>]*>))?/.exec(reading.source.slice(reading.at, reading.at + 60))?.[0] ?? "(";
  reading.at += opening.length;
  const isCapturing = opening === "(" || /^\(\?<[^=!]/.test(opening);
  const number = isCapturing ? reading.groups.push(nothing) : 0;
  const inside = alternatives(reading);
  reading.at += 1; // the bracket that closes it
  if (isCapturing) reading.groups[number - 1] = inside;
  return /[=!]$/.test(opening) ? look(inside, opening) : inside;
}

/** One symbol on one side, or its absence; what looks further is left out. */
function look(inside: Expression, opening: string): Expression {
  const isNegative = opening.endsWith("!");
  if (isNegative && inside.is === "all" && inside.parts.length === 0) return never;
  const seen = oneSymbol(inside);
  if (seen === undefined) return nothing;
  const isBefore = opening.includes("<");
  const of = symbolsOf((symbol) => {
    // Of what is not ASCII some may be meant and some not.
    if (isNegative && symbol === symbols.other) return true;
    return (seen[symbol] === 1) !== isNegative;
  });
  return { is: isBefore ? "before" : "behind", of };
}

/** The symbols that the whole of an expression is one of; undefined for a longer one. */
function oneSymbol(inside: Expression): Symbols | undefined {
  if (inside.is === "one" || inside.is === "before") return inside.of;
  if (inside.is === "all") return inside.parts.length === 1 && inside.parts[0] ? oneSymbol(inside.parts[0]) : undefined;
  if (inside.is !== "any") return undefined;
  const all = inside.parts.map(oneSymbol);
  if (all.includes(undefined)) return undefined;
  return symbolsOf((symbol) => all.some((own) => own?.[symbol] === 1));
}

function one(reading: Reading, tests: readonly Test[]): Expression {
  return { is: "one", of: oneOf(reading, tests) };
}

const known = new Map<string, Expression>();

/** Most of an expression are letters of words, and classes that others have, too. */
function kept(reading: Reading, written: string, tests: readonly Test[]): Expression {
  const key = `${written}${reading.ignoresCase}`;
  const found = known.get(key) ?? one(reading, tests);
  known.set(key, found);
  return found;
}
