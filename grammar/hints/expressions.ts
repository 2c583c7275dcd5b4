import P from "parsimmon";
import { token } from "../lexicon/lexemes.ts";
import { symbolsIn } from "./character.ts";
import { type Symbols, symbols, symbolsOf } from "./symbols.ts";

/** A regular expression, or what one would be made of. */
export type Written = Pick<RegExp, "source" | "ignoreCase">;

/** An expression in its parts. `before` and `behind` look at the one symbol on that side and take nothing. */
export type Expression =
  | { readonly is: "one" | "before" | "behind"; readonly of: Symbols }
  | { readonly is: "all" | "any"; readonly parts: readonly Expression[] }
  | { readonly is: "repeated"; readonly part: Expression; readonly least: number; readonly most: number };

/** The same as it is written: it takes the groups before it, whose parts it may name again, and adds its own. */
type Reading = (known: Known) => Expression;

/** What is known while an expression is put together. */
interface Known {
  readonly ignoresCase: boolean;
  readonly groups: { readonly name: string; part: Expression }[];
}

interface Repetition {
  readonly least: number;
  readonly most: number;
}

interface Spec {
  expression: Reading;
  sequence: Reading;
  word: readonly Reading[];
  repeated: Reading;
  repetition: Repetition;
  group: Reading;
  sign: Reading;
  wordEnd: Reading;
  again: Reading;
  character: Reading;
}

/** What stands for something wherever it is not in brackets. */
const signs: ReadonlyMap<string, Expression> = new Map([
  ["^", { is: "before", of: symbolsOf((symbol) => symbol === symbols.begin) }],
  ["$", { is: "one", of: symbolsOf((symbol) => symbol === symbols.lineEnd) }],
  [".", { is: "one", of: symbolsOf((symbol) => symbol !== symbols.lineEnd && symbol !== symbols.begin) }],
]);
const nothing: Expression = { is: "all", parts: [] };
const never: Expression = { is: "any", parts: [] };

const opening = token(/\((?:\?(?:<?[=!]|:|<[^>]*>))?/);
const count = token(/\d+/).map(Number);
const endless = Number.POSITIVE_INFINITY;

function reading(written: string): Reading {
  return ({ ignoresCase }) => ({ is: "one", of: symbolsIn(written, ignoresCase) });
}

const language = P.createLanguage<Spec>({
  // TCP|UDP
  expression: ({ sequence }) =>
    sequence.sepBy1(P.string("|")).map((all) => (known) => {
      const parts = all.map((own) => own(known));
      return parts.length === 1 ? (parts[0] ?? nothing) : { is: "any", parts };
    }),

  sequence: ({ word, repeated }) =>
    P.alt(
      word,
      repeated.map((own): readonly Reading[] => [own]),
    )
      .many()
      .map((all) => (known) => ({ is: "all", parts: all.flat().map((own) => own(known)) })),

  // Most of an expression is words: letters that stand for themselves, the last one included.
  word: () => token(/(?:[^|()[\\^$.*+?{](?![*+?{]))+/).map((own) => own.split("").map(reading)),

  repeated: ({ group, sign, wordEnd, again, character, repetition }) =>
    P.seqMap(P.alt(group, sign, wordEnd, again, character), repetition.fallback(undefined), (read, times) => {
      return times === undefined ? read : (known) => ({ is: "repeated", part: read(known), ...times });
    }),

  // *          +?          {2}          {2,}          {2,5}
  repetition: () =>
    P.alt<Repetition>(
      P.string("*").result({ least: 0, most: endless }),
      P.string("+").result({ least: 1, most: endless }),
      P.string("?").result({ least: 0, most: 1 }),
      P.seqMap(count, P.string(",").then(count.fallback(endless)).fallback(undefined), (least, most) => {
        return { least, most: most ?? least };
      }).wrap(P.string("{"), P.string("}")),
    ).skip(P.string("?").fallback("")),

  // (?:v6)          (?<sign>["'])          (?<!\d)
  group: ({ expression }) =>
    P.seqMap(opening, expression, P.string(")"), (opened, read) => (known) => {
      if (/[=!]$/.test(opened)) return look(read(known), opened);
      if (opened === "(?:") return read(known);
      const own: Known["groups"][number] = { name: opened.slice("(?<".length, -1), part: nothing };
      known.groups.push(own);
      own.part = read(known);
      return own.part;
    }),

  sign: () => token(/[$^.]/).map((own) => () => signs.get(own) ?? nothing),

  // \b
  wordEnd: () => token(/\\[bB]/).result(() => nothing),

  // \1          \k<sign>
  again: () =>
    P.alt<Reading>(
      token(/\\[1-9]/).map((own) => ({ groups }) => {
        return groups[Number(own.slice(1)) - 1]?.part ?? nothing;
      }),
      token(/\\k<[^>]*>/).map((own) => ({ groups }) => {
        return groups.find(({ name }) => own === `\\k<${name}>`)?.part ?? nothing;
      }),
    ),

  // a          \d          \u{1f600}          [^\n:]
  character: () =>
    token(
      /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|[\s\S])|[^|()\\]/,
    ).map(reading),
});

/**
 * The parts of a regular expression, for a quick look: it may match more than the expression does, and never less. What
 * looks further than one character, and the ends of words, are left out; all beyond ASCII is one symbol.
 */
export function partsOf({ source, ignoreCase }: Written): Expression {
  return language.expression.tryParse(source)({ ignoresCase: ignoreCase, groups: [] });
}

/** One symbol on one side, or its absence; what looks further is left out. */
function look(inside: Expression, opened: string): Expression {
  const isNegative = opened.endsWith("!");
  if (isNegative && inside.is === "all" && inside.parts.length === 0) return never;
  const seen = oneSymbol(inside);
  if (seen === undefined) return nothing;
  const isBefore = opened.includes("<");
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
