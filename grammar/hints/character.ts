import P from "parsimmon";
import { token } from "../lexicon/lexemes.ts";
import { noneOf, ofClass, ofCode, ofRange, oneOf, relativesOf, type Symbols, type Test } from "./symbols.ts";

/** A character by its code, or a class. */
type Member = number | Test;

interface Spec {
  character: readonly Test[];
  members: readonly Test[];
  member: readonly Test[];
  escaped: Member;
  property: Member;
  code: Member;
  sign: Member;
}

const classOf: ReadonlyMap<string, RegExp> = new Map([
  ["d", /\d/],
  ["D", /\D/],
  ["w", /\w/],
  ["W", /\W/],
  ["s", /\s/],
  ["S", /\S/],
]);
const codeOf: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["t", 9],
  ["r", 13],
  ["f", 12],
  ["v", 11],
  ["0", 0],
]);

const digits = token(/[\da-fA-F]+/).map((text) => Number.parseInt(text, 16));
const dash = token(/-(?!\])/);
const bell = P.string("\\b").result<Member>(8);

/** What stands for one character in a regular expression. */
function languageOf(ignoresCase: boolean): P.TypedLanguage<Spec> {
  return P.createLanguage<Spec>({
    character: ({ members, escaped }) =>
      P.alt<readonly Test[]>(
        members,
        escaped.map((own) => [testOf(own)]),
        P.regexp(/[\s\S]/).map((own) => [ofCode(own.charCodeAt(0))]),
      ),

    // [^a-z\d]
    members: ({ member }) =>
      P.seqMap(token(/\[\^?/), member.many(), P.string("]"), (opening, all) => {
        return opening === "[" ? all.flat() : [noneOf(all.flat(), ignoresCase)];
      }),

    // a          a-z          \d
    member: ({ escaped }) => {
      const one = P.alt<Member>(
        bell,
        escaped,
        P.regexp(/[^\]\\]/u).map((own) => own.codePointAt(0) ?? 0),
      );
      return one.chain((first) => {
        if (typeof first !== "number") return P.of([first]);
        const range = dash.then(one).map((last) => {
          const to = typeof last === "number" ? last : first;
          return ignoresCase ? [ofRange(first, to), relativesOf(first, to)] : [ofRange(first, to)];
        });
        return P.alt<readonly Test[]>(range, P.of([ofCode(first)]));
      });
    },

    escaped: ({ property, code, sign }) => P.string("\\").then(P.alt(property, code, sign)),

    // \p{L}
    property: () => token(/[pP]\{[^}]*\}/).map((own) => ofClass(new RegExp(`\\${own}`, "u"))),

    // \x41          \u0041          \u{1f600}
    code: () =>
      P.alt(
        digits.wrap(P.string("u{"), P.string("}")),
        token(/x[\da-fA-F]{2}|u[\da-fA-F]{4}/).map((own) => Number.parseInt(own.slice(1), 16)),
      ),

    // \d          \n          \.
    sign: () =>
      P.regexp(/[\s\S]/).map((own) => {
        const known = classOf.get(own);
        return known === undefined ? (codeOf.get(own) ?? own.charCodeAt(0)) : ofClass(known);
      }),
  });
}

const [caring, careless] = [languageOf(false), languageOf(true)];
const known = new Map<string, Symbols>();

/** The symbols that a character, an escape or a class means. Most are letters of words, and classes that others have. */
export function symbolsIn(written: string, ignoresCase: boolean): Symbols {
  const key = `${written}${ignoresCase}`;
  const found = known.get(key) ?? oneOf((ignoresCase ? careless : caring).character.tryParse(written), ignoresCase);
  known.set(key, found);
  return found;
}

function testOf(member: Member): Test {
  return typeof member === "number" ? ofCode(member) : member;
}
