import P from "parsimmon";
import { atMost, line, linesOf, lone, otherLine, type Part, type PrintedLine, valuesOf } from "../../contract/lines.ts";
import { blanks, token } from "../../lexicon/lexemes.ts";
import { allOf, arrayNamed, type Content, itemOf, nothing, objectWith, propertyWith } from "./content.ts";
import type { ObjectsPart, PrintedEntry } from "./printed-object.ts";

interface Tag {
  readonly element: string;
  /** Name of the property that the element holds; null where it has none. */
  readonly label: string | null;
}

interface Leaf extends Tag {
  readonly value: string;
}

/** What stands between two tags, and how PowerShell would print it where it says so. */
interface Inside extends Content {
  readonly text?: string;
}

type LeafLine = PrintedLine<"leaf", Leaf>;
type OpeningLine = PrintedLine<"opening", Tag>;
type OtherLine = PrintedLine<"closing" | "other", unknown>;

interface Spec {
  part: ObjectsPart;
  line: PrintedLine;
  type: PrintedLine<"leaf", string>;
  leaf: LeafLine;
  opening: OpeningLine;
  closing: OtherLine;
  other: OtherLine;
}

const LONGEST_LINE = 1_000_000;
/** Elements within elements; Export-Clixml goes down two objects unless -Depth says more. */
const DEEPEST = 16;
/** Elements that say of what type their parent is, and pairs of keys and values. */
const ASIDE: ReadonlySet<string> = new Set(["T", "TN", "TNRef", "Ref", "En"]);

const characters = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&amp;", "&"],
]);

const element = token(/[A-Z][A-Za-z0-9]{0,15}/).desc("the name of an element");
const attribute = P.seqObj<{ readonly name: string; readonly value: string }>(
  token(/[ \t]+/),
  ["name", token(/[A-Za-z:]{1,20}/)],
  P.string('="'),
  ["value", token(/[^"\n]{0,300}/).map(decoded)],
  P.string('"'),
);
const tag = P.seqMap(P.string("<").then(element), attribute.many(), (own, attributes): Tag => {
  return { element: own, label: attributes.find(({ name }) => name === "N")?.value ?? null };
});
const closingTag = P.string("</").then(element).skip(P.string(">"));
const text = token(/[^<\n]*/).map(decoded);

/** What Export-Clixml writes: one element a line. */
export const clixml = P.createLanguage<Spec>({
  part: ({ opening, leaf, closing }) =>
    P.lookahead(opening)
      .then(elementWithin(DEEPEST))
      .map(({ lines, value }) => ({ lines, value: value?.objects ?? [] }))
      .or(closing.or(leaf).map(lone)),

  line: ({ leaf, opening, closing }) => P.alt<PrintedLine>(leaf, opening, closing),

  // <T>Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapterRssSettingData</T>
  type: ({ leaf }) =>
    leaf.chain((own) => (own.value.element === "T" ? P.of({ ...own, value: own.value.value }) : P.fail("a type"))),

  // <B N="Enabled">true</B>
  // <Nil N="PSComputerName" />
  leaf: () =>
    line(
      "leaf",
      "record",
      short(
        P.seqMap(
          tag,
          P.string(">")
            .then(text)
            .skip(closingTag)
            .or(P.regexp(/[ \t]*\/>/).result("")),
          (own, value) => ({
            ...own,
            value,
          }),
        ),
      ),
    ),

  // <Obj RefId="0">
  opening: () => line("opening", "record", short(tag.skip(P.string(">")))),

  // </Obj>
  closing: () => line("closing", "record", blanks.then(closingTag)),

  other: () =>
    P.lookahead(/[ \t]*</)
      .then(otherLine)
      .map((own) => ({ ...own, is: "other", class: "record" })),
});

/** An element that goes over several lines, with all lines up to its end. */
function elementWithin(depth: number): P.Parser<Part<Inside>> {
  const leaf = clixml.leaf.map((own) => ({ lines: [own], value: insideOfLeaf(own) }));
  if (depth === 0) return P.alt<Part<Inside>>(leaf, clixml.opening.map(lone));
  const other = P.notFollowedBy(clixml.closing).then(clixml.other).map(lone);
  const part = P.alt<Part<Inside>>(leaf, elementWithin(depth - 1), other);
  return P.seqMap(clixml.opening, part.many(), clixml.closing.times(0, 1), (first, parts, last) => ({
    lines: [first, ...linesOf(parts), ...last],
    value: insideOf(first, valuesOf(parts)),
  }));
}

function insideOfLeaf({ from, value: { element: own, label, value } }: LeafLine): Inside {
  if (own === "ToString") return { ...nothing, text: value };
  if (label !== null) return propertyWith(from, label, value);
  return ASIDE.has(own) ? nothing : itemOf(value);
}

function insideOf({ from, value: { element: own, label } }: OpeningLine, parts: readonly Inside[]): Inside {
  if (ASIDE.has(own)) return nothing;
  const inside = allOf(parts);
  if (own !== "Obj") return inside;
  if (label === null) return objectWith(from, { ...inside, entries: latestOfEach(inside.entries) });
  const shown = parts.find((part) => part.text !== undefined)?.text;
  return shown === undefined ? arrayNamed(from, label, inside) : propertyWith(from, label, shown);
}

/** What PowerShell adds to an object stands below what the object itself has, and counts before it. */
function latestOfEach(entries: readonly PrintedEntry[]): readonly PrintedEntry[] {
  const printed = entries.filter(({ value }) => value !== "");
  return [...new Map(printed.map((entry) => [entry.label, entry])).values()];
}

function decoded(printed: string): string {
  return printed.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => characters.get(entity) ?? entity);
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(blanks).then(production);
}
