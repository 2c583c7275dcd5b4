import P from "parsimmon";
import type { Hint } from "../../contract/hint.ts";
import { atMost, blankLine, hintOf, line, lone, otherLine, type Part, type PrintedLine } from "../../contract/lines.ts";
import { anyWords, blanks, someBlanks, token, tokens } from "../../lexicon/lexemes.ts";
import { beginningOf, type Phrase, phrasebook, phraseOf } from "../../lexicon/phrases.ts";

/** A label with its value, and the further values that stand below it. */
export interface Property {
  readonly label: string;
  readonly values: readonly string[];
  /** True for the first one below the title of ipconfig: that is the name of the host. */
  readonly isFirst: boolean;
}

/** Without a phrase where the language is not known and only the place says that this is the title. */
export type TitleLine = PrintedLine<"title", Phrase<"title"> | null>;
type HeadingLine = PrintedLine<"heading", string>;
type EntryLine = PrintedLine<"entry" | "bare", { readonly label: string; readonly value: string }>;
type MoreLine = PrintedLine<"more", string>;
type OtherLine = PrintedLine<"other", string> | PrintedLine<"blank", null>;

/** A heading with all that stands below it. Without a dotted entry there it is the heading of something else. */
export interface Block {
  readonly heading: HeadingLine;
  readonly parts: readonly Part<Property>[];
}

interface Spec {
  text: { readonly head: readonly Part<Property>[]; readonly blocks: readonly Block[] };
  block: Block;
  part: Part<Property>;
  opening: Part<Property>;
  foreignOpening: Part<Property>;
  property: Part<Property>;
  title: TitleLine;
  foreignTitle: TitleLine;
  heading: HeadingLine;
  entry: EntryLine;
  bare: EntryLine;
  more: MoreLine;
  other: OtherLine;
}

const LONGEST_LINE = 400;
const DOT = /\.[ \t]?/;

const titles = phrasebook(({ ipConfig }) => [["title", ipConfig?.title ?? []]] as const);

/** Up to the dots that lead to the colon. */
const label = token(/[^\s:.](?:[^:\n]{0,98}[^\s:.])?/).desc("a label");
const leader = token(() => new RegExp(`[ .\\t]{0,100}(?:\\. |[ \\t]{2})${DOT.source}(?=:)`)).desc(
  "dots that lead to the value",
);
const anyDots = token(/[ .\t]{0,100}/);
const sign = P.string(":").desc("a colon");
const name = token(/\S[^\n]*?(?=[ \t]*:[ \t]*\n)/).desc("the name of an adapter");
const farRight = token(/[ \t]{20,}/).desc("a value below the one above");
const word = token(/\S+/);
const wordsOfTitle = token(/[^\s:：\d][^:：\d\n]{1,60}/).desc("a title");

/** What a line holds that may begin something here: dots before the colon, a colon at the end, or a known title. */
export const hint: Hint = hintOf(() => [
  [DOT, /:/],
  [/:/, tokens.blank, /$/],
  [/^/, tokens.blank, beginningOf(titles)],
]);

/** The output of `ipconfig`, line by line and adapter by adapter. */
export const language = P.createLanguage<Spec>({
  text: ({ property, opening, foreignOpening, part, block }) =>
    P.seqObj<Spec["text"]>(["head", P.alt(property, opening, foreignOpening, part).many()], ["blocks", block.many()]),

  block: ({ heading, part }) => P.seqObj<Block>(["heading", heading], ["parts", part.many()]),

  part: ({ property, opening, title, more, other }) =>
    P.alt<Part<Property>>(property, opening, P.alt<PrintedLine>(title, more, other).map(lone)),

  opening: ({ title, property }) => openingOf(title, property),

  foreignOpening: ({ foreignTitle, property }) => openingOf(foreignTitle, property),

  property: ({ entry, bare, more }) =>
    P.seqMap(entry.or(bare), more.many(), (first, others) => ({
      lines: [first, ...others],
      value: { label: first.value.label, values: [first, ...others].map(printedValue), isFirst: false },
    })),

  // Windows IP Configuration
  title: () => line("title", "heading", phraseOf(titles, short(anyWords), "the title of ipconfig")),

  // Konfiguracja IP systemu Windows
  foreignTitle: () => line("title", "heading", short(wordsOfTitle).result(null)),

  // Ethernet adapter Local Area Connection 2:
  heading: ({ entry }) => line("heading", "heading", P.notFollowedBy(entry).then(short(name)).skip(blanks).skip(sign)),

  //    Physical Address. . . . . . . . . : 00-00-5E-00-53-02
  entry: () => line("entry", "record", short(blanks.then(labelled(leader)))),

  //    Autoconfiguration enabled by some long label: Yes
  bare: () => line("bare", "record", short(someBlanks.then(labelled(anyDots)))),

  //                                        192.0.2.21
  more: () => line("more", "record", short(farRight.then(word))),

  other: ({ heading }) => P.alt<OtherLine>(blankLine, P.notFollowedBy(heading).then(otherLine)),
});

/** A title with the first property below it. */
function openingOf(title: P.Parser<TitleLine>, property: P.Parser<Part<Property>>): P.Parser<Part<Property>> {
  return P.seqMap(title, blankLine.many(), property, (own, between, { lines, value }) => ({
    lines: [own, ...between, ...lines],
    ...(value !== undefined && { value: { ...value, isFirst: true } }),
  }));
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(production);
}

function labelled(dots: P.Parser<string>): P.Parser<EntryLine["value"]> {
  return P.seqObj<EntryLine["value"]>(["label", label], dots, sign, ["value", anyWords]);
}

function printedValue({ value }: EntryLine | MoreLine): string {
  return typeof value === "string" ? value : value.value;
}
