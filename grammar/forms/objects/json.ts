import P from "parsimmon";
import { atMost, line, linesOf, lone, type Part, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { blanks, token } from "../../lexicon/lexemes.ts";
import { allOf, arrayNamed, type Content, nothing, objectNamed, objectWith } from "./content.ts";
import { colon, commaOrNone, DEEPEST, elementValue, memberValue, quoted } from "./json-value.ts";
import type { ObjectsPart } from "./printed-object.ts";

interface Opening {
  readonly label: string | null;
  readonly bracket: "{" | "[" | "[{";
}

type ValueLine = PrintedLine<"member" | "item", Content>;
type OpeningLine = PrintedLine<"opening", Opening>;
type BracketLine = PrintedLine<"joint" | "closing", unknown>;

/** What stands between two bracket lines, and the line above it. */
interface Body {
  readonly above: PrintedLine;
  readonly parts: readonly Part<Content>[];
}

interface Spec {
  part: ObjectsPart;
  /** Any line that may be the first of what is read, and any line at all. */
  begin: PrintedLine;
  line: PrintedLine;
  value: ValueLine;
  member: ValueLine;
  item: ValueLine;
  opening: OpeningLine;
  joint: BracketLine;
  closing: BracketLine;
}

/** ConvertTo-Json -Compress prints all objects in one line. */
const LONGEST_LINE = 1_000_000;

const openBracket = token(/\[[ \t]*\{|[[{]/)
  .map((text): Opening["bracket"] => (text.length > 1 ? "[{" : text === "{" ? "{" : "["))
  .desc("a bracket");
const closeBrackets = token(/[ \t]*[}\]][}\] \t]{0,40},?/).desc("a closing bracket");
const joint = token(/[ \t]*\}[ \t]*,[ \t]*\{/).desc("the next object");
const bracketAhead = P.lookahead(/[ \t]*[[{]/);
/** A number by itself may be anything. */
const setInOrQuoted = P.lookahead(/[ \t]{2,}|"/);

/** What ConvertTo-Json prints: an object or an array of them, over several lines or in one. */
export const json = P.createLanguage<Spec>({
  part: (r) =>
    P.alt<ObjectsPart>(
      blockWithin(DEEPEST).map(({ lines, value }) => ({ lines, value: value?.objects ?? [] })),
      r.member.atLeast(1).map((lines) => ({
        lines,
        value: objectWith(lines[0]?.from ?? 0, allOf(lines.map(({ value }) => value))).objects,
      })),
      bracketAhead.then(r.item).map((only) => ({ lines: [only], value: only.value.objects })),
      r.closing.map(lone),
    ),

  begin: (r) => P.alt<PrintedLine>(r.member, r.opening, bracketAhead.then(r.item)),

  line: (r) => P.alt<PrintedLine>(r.begin, r.joint, r.closing, setInOrQuoted.then(r.item)),

  value: (r) => r.member.or(r.item),

  //     "Enabled":  true,
  member: () => line("member", "record", short(blanks.then(memberValue).skip(commaOrNone))),

  //                       "1",
  item: () => line("item", "record", short(blanks.then(elementValue).skip(commaOrNone))),

  //     "RegistryValue":  [
  opening: () =>
    line(
      "opening",
      "record",
      blanks.then(P.seqObj<Opening>(["label", quoted.skip(colon).or(P.of(null))], ["bracket", openBracket])),
    ),

  // }, {
  joint: () => line("joint", "record", joint),

  //     },
  closing: () => line("closing", "record", closeBrackets),
});

/** A bracket that stays open at the end of its line, with all lines up to the one that closes it. */
function blockWithin(depth: number): P.Parser<Part<Content>> {
  if (depth === 0) return json.opening.map((own) => ({ lines: [own], value: nothing }));
  const part = P.alt<Part<Content>>(
    json.value.map((own) => ({ lines: [own], value: own.value })),
    blockWithin(depth - 1),
  );
  const bodyBelow = <L extends PrintedLine>(above: P.Parser<L>) =>
    P.seqMap(above, part.many(), (own, parts) => ({ above: own, parts }));
  return P.seqMap(
    bodyBelow(json.opening),
    bodyBelow(json.joint).many(),
    json.closing.times(0, 1),
    (first, others, end) => ({
      lines: [...[first, ...others].flatMap(({ above, parts }) => [above, ...linesOf(parts)]), ...end],
      value: contentOf(first.above, [first, ...others]),
    }),
  );
}

function contentOf({ from, value: { label, bracket } }: OpeningLine, bodies: readonly Body[]): Content {
  const contents = bodies.map(({ above, parts }) => ({ from: above.from, content: allOf(valuesOf(parts)) }));
  if (bracket === "{" && label !== null) return objectNamed(allOf(contents.map(({ content }) => content)));
  const inside = allOf(contents.map(({ from: at, content }) => (bracket === "[" ? content : objectWith(at, content))));
  return label === null ? inside : arrayNamed(from, label, inside);
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}
