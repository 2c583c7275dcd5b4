import { diagnostic } from "../contract/diagnostic.ts";
import type { Grammar, Landmark, LineClass, Reading } from "../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../contract/place.ts";
import { textsOf } from "../lexicon/lexemes.ts";
import { asksNetshFor, keepingLast } from "../lexicon/netsh.ts";
import { fold, localeOf, lookUp, type Phrase, phrasebook } from "../lexicon/phrases.ts";
import { locales } from "../locales/index.ts";

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

/** A line by itself: the name of an interface, or a sentence about it. */
type OffloadLine =
  | { readonly shape: "interface"; readonly index: number; readonly name: string; readonly word: string }
  | { readonly shape: "sentence"; readonly locale: string | null }
  | { readonly shape: "other" };

// Interface 12: Ethernet
const heading = /^[ \t]*([^\s\d:：][^\d:：]{0,40}?)[ \t]*(\d{1,9})[ \t]*[:：][ \t]*(\S.{0,255}?)[ \t]*$/;
// tcp large send offload supported.
const subject = /^[ \t]*(?:ipv4|ipv6|udp|tcp)[ \t]/i;
// In any language it ends as a sentence does; the title "IPv6 Netsh Commands" of what comes next does not.
const end = /[.。．][ \t]*$/;

const LONGEST_LINE = 400;

const words = phrasebook(({ ipOffload: own }) => [["interface", own?.interface ?? []]] as const);
const endings = locales.flatMap(({ tag, ipOffload: own }) =>
  (own?.supported ?? []).map((ending) => ({ tag, ending: fold(ending) })),
);

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
const isAsked = keepingLast(answers);

/** `netsh interface ip show offload`: what each interface takes over, in sentences that are kept as printed. */
export const ipOffload: Grammar<"ipOffload", IpOffloadLine, IpOffloadTraits> = {
  kind: "ipOffload",
  title: "the task offloads of the interfaces",
  command: "netsh int ip show offload",
  words: ["netsh ", "tcp ", "udp ", "checksum supported"],
  answers,
  landmark: (line, { command }): Landmark | undefined => {
    const found = offloadLine(line, isAsked(command) ? "asked" : "unasked");
    if (found.shape === "sentence") return "record";
    // Other listings of netsh name their interfaces in the same way, so the line only counts as part of this one.
    return found.shape === "interface" && (isAsked(command) || isInterface(found.word)) ? "record" : undefined;
  },
  continues: () => false,
  read: (segment, { command }) => read(segment, isAsked(command) ? "asked" : "unasked"),
};

function offloadLine(line: string, asked: "asked" | "unasked"): OffloadLine {
  if (line.length > LONGEST_LINE) return { shape: "other" };
  const [, word, index, name] = heading.exec(line) ?? [];
  if (word !== undefined && name !== undefined) return { shape: "interface", index: Number(index), name, word };
  if (!subject.test(line)) return { shape: "other" };
  const folded = fold(line);
  const locale = endings.find(({ ending }) => folded.endsWith(` ${ending}`))?.tag ?? null;
  return locale !== null || (asked === "asked" && end.test(line)) ? { shape: "sentence", locale } : { shape: "other" };
}

function isInterface(word: string): boolean {
  return lookUp(words, word) !== undefined;
}

function read(segment: SegmentText, asked: "asked" | "unasked"): Reading<IpOffloadLine, IpOffloadTraits> {
  const texts = textsOf(segment.text);
  const lines = texts.map((text) => offloadLine(text, asked));
  const classes = texts.map((text, ordinal): LineClass => {
    if (text.trim() === "") return "blank";
    const shape = lines[ordinal]?.shape;
    return shape === "sentence" ? "record" : shape === "interface" ? "heading" : "unknown";
  });
  const has = (shape: OffloadLine["shape"]) => lines.some((line) => line.shape === shape);
  if (!has("sentence") && !(asked === "asked" && has("interface"))) {
    const unrelated = classes.map((found): LineClass => (found === "blank" ? found : "unrelated"));
    return { records: [], classes: unrelated, diagnostics: [], locale: null, traits: {}, recognised: false };
  }
  const unknown = classes.indexOf("unknown");
  const message = "This is neither an interface nor what it takes over";
  return {
    records: recordsOf(texts, lines, segment),
    classes,
    diagnostics:
      unknown < 0 ? [] : [diagnostic("unknown-line", message, placeOf(segment.runs, unknown), texts[unknown])],
    locale: localeOf(lines.flatMap(phrasesOf)),
    traits: {},
    recognised: true,
  };
}

function recordsOf(
  texts: readonly string[],
  lines: readonly OffloadLine[],
  { runs }: SegmentText,
): readonly IpOffloadLine[] {
  const numberOf = lineNumbers(runs);
  const spoken = lines.flatMap((line, ordinal) => (line.shape === "other" ? [] : [{ line, ordinal }]));
  let at: Pick<IpOffloadLine, "interfaceIndex" | "interfaceName"> = { interfaceIndex: null, interfaceName: "" };
  return spoken.flatMap(({ line, ordinal }, position): IpOffloadLine[] => {
    const record = (sentence: string | null) => [{ line: numberOf(ordinal), ...at, sentence }];
    if (line.shape === "sentence") return record((texts[ordinal] ?? "").trim());
    if (line.shape === "interface") at = { interfaceIndex: line.index, interfaceName: line.name };
    return spoken[position + 1]?.line.shape === "sentence" ? [] : record(null);
  });
}

function phrasesOf(line: OffloadLine): Phrase<unknown>[] {
  if (line.shape === "sentence") return line.locale === null ? [] : [{ key: line.shape, locales: [line.locale] }];
  const phrase = line.shape === "interface" ? lookUp(words, line.word) : undefined;
  return phrase === undefined ? [] : [phrase];
}
