import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../contract/grammar.ts";
import {
  atMost,
  blankLine,
  hintOf,
  isLine,
  line,
  linesOf,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readLine,
  readWhole,
  valuesOf,
} from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, refusedLines, sheetOf } from "../contract/sheet.ts";
import { blanks, colon, count, oneOf, someBlanks, token, tokens, words } from "../lexicon/lexemes.ts";
import { asksNetshFor, memoizeAnswer } from "../lexicon/netsh.ts";
import { beginningOf, localeOf, lookUp, type Phrase, phrasebook } from "../lexicon/phrases.ts";
import { endingIn } from "../lexicon/pieces.ts";

/** One sentence of `netsh int ip show offload`, below the interface it is about. */
export interface IpOffloadLine {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** null where no line above names the interface. */
  readonly interfaceIndex: number | null;
  /** Empty where no line above names the interface. */
  readonly interfaceName: string;
  /** The sentence as printed; null for an interface that has none. */
  readonly sentence: string | null;
}

/** A listing of task offloads has no traits. */
export type IpOffloadTraits = Readonly<Record<never, never>>;

type InterfaceLine = PrintedLine<"interface", { readonly word: string; readonly index: number; readonly name: string }>;
/** The value is the phrase by which it was known; null in a language that is not. */
type SentenceLine = PrintedLine<"sentence", Phrase<unknown> | null>;

/** An interface with what stands below it. */
interface Block {
  readonly heading: InterfaceLine;
  readonly parts: readonly Part<SentenceLine>[];
}

interface Spec {
  text: { readonly head: readonly Part<SentenceLine>[]; readonly blocks: readonly Block[] };
  block: Block;
  part: Part<SentenceLine>;
  interface: InterfaceLine;
  sentence: SentenceLine;
}

const LONGEST_LINE = 400;
const UNKNOWN = "Unrecognised line among the task offloads of interfaces";

const interfaces = phrasebook(({ ipOffload: own }) => [["interface", own?.interface ?? []]] as const);
const endings = phrasebook(({ ipOffload: own }) => [["supported", own?.supported ?? []]] as const);

const interfaceWord = token(/[^\s\d:：][^\d:：\n]{0,40}/).desc("the word for an interface");
const protocols = ["ipv4", "ipv6", "udp", "tcp"];
const supported = endingIn(endings, words, "what is supported").map(({ phrase }) => phrase);
/** In any language a sentence ends so; the title "IPv6 Netsh Commands" of what comes next does not. */
const anySentence = token(/[^\n]{0,400}[.．。](?=[ \t]*\n)/).desc("a sentence");

/** The listing in the languages that are known, and in any other: what follows the command itself may be in that. */
const inKnownLanguages = languageOf(supported);
const inAnyLanguage = languageOf(P.alt(supported, anySentence.result(null)));

function languageOf(whatIsSupported: P.Parser<Phrase<unknown> | null>) {
  return P.createLanguage<Spec>({
    text: ({ part, block }) => P.seqObj<Spec["text"]>(["head", part.many()], ["blocks", block.many()]),

    block: ({ interface: heading, part }) => P.seqObj<Block>(["heading", heading], ["parts", part.many()]),

    part: ({ interface: heading, sentence }) =>
      P.alt<Part<SentenceLine>>(
        sentence.map((own) => ({ lines: [own], value: own })),
        P.notFollowedBy(heading).then(P.alt<PrintedLine>(blankLine, otherLine)).map(lone),
      ),

    // Interface 12: Ethernet
    interface: () =>
      line(
        "interface",
        "heading",
        short(
          P.seqObj<InterfaceLine["value"]>(["word", interfaceWord], ["index", count], blanks, colon, ["name", words]),
        ),
      ),

    // tcp large send offload supported.
    sentence: () => line("sentence", "record", short(oneOf(protocols).then(someBlanks).then(whatIsSupported))),
  });
}

function short<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_LINE).then(blanks).then(production);
}

const answers = (command: string) =>
  asksNetshFor(command, [
    [["interface", 2]],
    [
      ["ip", 2],
      ["ipv4", 4],
    ],
    [["show", 2]],
    [["offload", 2]],
  ]);
const isAsked = memoizeAnswer(answers);
/** What lines of the languages that are known begin with. */
const hint = hintOf(() => [
  [/^/, tokens.blank, new RegExp(protocols.join("|"))],
  [/^/, tokens.blank, beginningOf(interfaces)],
]);

/** `netsh interface ip show offload`: what each interface takes over, in sentences that are kept as printed. */
export const ipOffload: Grammar<"ipOffload", IpOffloadLine, IpOffloadTraits> = {
  kind: "ipOffload",
  title: "the task offloads of the interfaces",
  command: "netsh int ip show offload",
  notes: "what the interfaces take over besides connections",
  words: ["netsh ", "tcp ", "udp ", "checksum supported"],
  answers,
  hint,
  landmark: (text, { command }): Landmark | undefined => {
    if (!isAsked(command) && !hint(text)) return undefined;
    const language = isAsked(command) ? inAnyLanguage : inKnownLanguages;
    if (isLine(language.sentence, text)) return "record";
    const found = readLine(language.interface, text)?.value;
    if (found === undefined) return undefined;
    // Other listings of netsh name their interfaces in the same way, so the line only counts as part of this one.
    return isAsked(command) || lookUp(interfaces, found.word) !== undefined ? "record" : undefined;
  },
  continues: () => false,
  read: (segment, { command }) => read(segment, isAsked(command) ? "asked" : "unasked"),
};

function read(segment: SegmentText, asked: "asked" | "unasked"): Reading<IpOffloadLine, IpOffloadTraits> {
  const sheet = sheetOf(segment);
  const language = asked === "asked" ? inAnyLanguage : inKnownLanguages;
  const { head, blocks } = readWhole(language.text, sheet.text);
  const lines = [...linesOf(head), ...blocks.flatMap(({ heading, parts }) => [heading, ...linesOf(parts)])];
  const sentences = [head, ...blocks.map(({ parts }) => parts)].flatMap(valuesOf);
  if (sentences.length === 0 && (asked === "unasked" || blocks.length === 0)) return notRecognised(lines, {});
  const record = (own: PrintedLine, of: InterfaceLine["value"] | null): Draft<IpOffloadLine> => ({
    from: own.from,
    interfaceIndex: of?.index ?? null,
    interfaceName: of?.name ?? "",
    sentence: own.is === "sentence" ? sheet.lineAt(own.from).trim() : null,
  });
  return recognised(segment, sheet, {
    lines,
    records: [
      ...valuesOf(head).map((own) => record(own, null)),
      ...blocks.flatMap(({ heading, parts }) => {
        const own = valuesOf(parts);
        return (own.length > 0 ? own : [heading]).map((spoken) => record(spoken, heading.value));
      }),
    ],
    remarks: refusedLines(sheet, lines, UNKNOWN, language.sentence.or(language.interface)),
    locale: localeOf(
      [
        ...sentences.map((own) => own.value),
        ...blocks.map(({ heading }) => lookUp(interfaces, heading.value.word)),
      ].filter((phrase) => phrase != null),
    ),
    traits: {},
  });
}
