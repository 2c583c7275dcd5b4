import P from "parsimmon";
import { placed } from "../../contract/lines.ts";
import { token } from "../../lexicon/lexemes.ts";
import { allOf, arrayNamed, type Content, itemOf, objectNamed, objectWith, propertyWith } from "./content.ts";

/** Brackets that are closed in the line that opens them. */
interface Brackets {
  readonly isObject: boolean;
  readonly content: Content;
}

/** Brackets within brackets; ConvertTo-Json goes down two steps unless -Depth says more. */
export const DEEPEST = 12;

export const quoted: P.Parser<string> = token(
  () => /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/u,
)
  .map((text) => String(JSON.parse(text)))
  .desc("a text in quotation marks");
export const colon: P.Parser<string> = token(/[ \t]*:[ \t]*/).desc("a colon");
const comma = token(/[ \t]*,[ \t]*/).desc("a comma");
export const commaOrNone: P.Parser<string> = comma.or(P.of(""));

const number = token(/-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,4})?/).desc("a number");
const scalar = P.alt(quoted, number, P.string("true"), P.string("false"), P.string("null").result(""));
const inBracketsOf = (open: string, close: string, inside: P.Parser<Content>) =>
  inside
    .sepBy(comma)
    .trim(P.regexp(/[ \t]*/))
    .wrap(P.string(open), P.string(close))
    .map(allOf);

const closed = bracketsWithin(DEEPEST);

/** `"Enabled":  true` */
export const memberValue: P.Parser<Content> = memberWith(closed);

/** `"1"`, `{"Name":"Ethernet 2","Enabled":true}` */
export const elementValue: P.Parser<Content> = elementWith(closed);

function bracketsWithin(depth: number): P.Parser<Brackets> {
  if (depth === 0) return P.fail(`at most ${DEEPEST} brackets within one another`);
  const inner = bracketsWithin(depth - 1);
  return P.alt(
    inBracketsOf("{", "}", memberWith(inner)).map((content) => ({ isObject: true, content })),
    inBracketsOf("[", "]", elementWith(inner)).map((content) => ({ isObject: false, content })),
  );
}

function memberWith(brackets: P.Parser<Brackets>): P.Parser<Content> {
  return placed(quoted.skip(colon)).chain(({ at, value: label }) =>
    P.alt(
      scalar.map((value) => propertyWith(at, label, value)),
      brackets.map(({ isObject, content }) => (isObject ? objectNamed(content) : arrayNamed(at, label, content))),
    ),
  );
}

function elementWith(brackets: P.Parser<Brackets>): P.Parser<Content> {
  return P.alt(
    scalar.map(itemOf),
    placed(brackets).map(({ at, value: { isObject, content } }) => (isObject ? objectWith(at, content) : content)),
  );
}
