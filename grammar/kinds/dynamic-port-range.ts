import P from "parsimmon";
import type { Grammar, Landmark, Reading } from "../contract/grammar.ts";
import {
  blankLine,
  hintOf,
  isLine,
  line,
  linesOf,
  lone,
  otherLine,
  type Part,
  type PrintedLine,
  readWhole,
  shortLine,
  valuesOf,
} from "../contract/lines.ts";
import type { SegmentText } from "../contract/place.ts";
import { type Draft, notRecognised, recognised, refusedLines, sheetOf } from "../contract/sheet.ts";
import { blanks, colon, count, oneOf, ruleLine, token, tokens } from "../lexicon/lexemes.ts";
import { asksNetshFor, memoizeAnswer } from "../lexicon/netsh.ts";
import { beginningOf, localeOf, lookUp, phrasebook, phraseOf } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";

/** The ports that Windows takes for outgoing connections. */
export interface DynamicPortRange {
  /** Line of its title in its source, 1-based. */
  readonly line: number;
  readonly protocol: "tcp" | "udp";
  readonly startPort: number;
  readonly numberOfPorts: number;
}

/** A range has no traits. */
export type DynamicPortTraits = Readonly<Record<never, never>>;

interface Row {
  readonly label: string;
  readonly value: number;
}

type Range = Draft<DynamicPortRange> & { readonly labels: readonly string[] };

interface Spec {
  text: readonly Part<Range>[];
  range: Part<Range>;
  title: PrintedLine<"title", "tcp" | "udp">;
  rule: PrintedLine;
  row: PrintedLine<"row", Row>;
  known: PrintedLine;
}

const MOST_PORTS = 65_536;
const UNKNOWN = "Unrecognised line in the range of dynamic ports";

const labels = phrasebook(({ dynamicPorts }) => [
  ["startPort", dynamicPorts?.startPort ?? []],
  ["numberOfPorts", dynamicPorts?.numberOfPorts ?? []],
]);

const protocol = oneOf(["tcp", "udp"]).map((word) => (word.toLowerCase() === "udp" ? "udp" : "tcp"));
const otherWords = token(/[^\s:：]+[ \t]*/);
const label = token(/[^\s:：](?:[^:：\n]{0,80}[^\s:：])?/).desc("a label");
const sign = blanks.then(colon).skip(blanks);

/** The same two rows in the same order in every language. */
const language = P.createLanguage<Spec>({
  text: ({ range }) => P.alt<Part<Range>>(range, P.alt<PrintedLine>(blankLine, otherLine).map(lone)).many(),

  range: ({ title, rule, row }) =>
    P.seq(title, blankLine.many(), rule, row, row).chain(([own, between, drawn, first, second]) => {
      const [startPort, numberOfPorts] = [first.value.value, second.value.value];
      if (numberOfPorts < 1 || startPort + numberOfPorts > MOST_PORTS) return P.fail("a range of ports");
      return P.of({
        lines: [own, ...between, drawn, first, second],
        value: {
          from: own.from,
          protocol: own.value,
          startPort,
          numberOfPorts,
          labels: [first.value.label, second.value.label],
        },
      });
    }),

  // Protocol tcp Dynamic Port Range
  title: () =>
    shortLine(
      "title",
      "heading",
      P.notFollowedBy(protocol).then(otherWords).many().then(protocol).skip(blanks).skip(otherWords.many()),
    ),

  // ---------------------------------
  rule: () => line("rule", "heading", ruleLine),

  // Start Port      : 49152
  row: () => shortLine("row", "record", P.seqObj<Row>(["label", label], sign, ["value", count])),

  // Number of Ports : 16384
  known: () => shortLine("known", "record", phraseOf(labels, label, "a label").skip(sign).skip(count)),
});

const mayBeKnown = hintOf(() => [[/^/, tokens.blank, beginningOf(labels)]]);
const answers = (command: string) =>
  asksNetshFor(command, [
    [["interface", 2]],
    [
      ["ip", 2],
      ["ipv4", 4],
      ["ipv6", 4],
    ],
    [["show", 2]],
    [["dynamicportrange", 2]],
  ]);
const isAsked = memoizeAnswer(answers);
const within = P.alt<PrintedLine>(language.rule, language.row, blankLine);

/** `netsh int ipv4 show dynamicport tcp`: the ports for outgoing connections. */
export const dynamicPortRange: Grammar<"dynamicPortRange", DynamicPortRange, DynamicPortTraits> = {
  kind: "dynamicPortRange",
  title: "the range of dynamic ports",
  command: "netsh int ipv4 show dynamicport tcp",
  notes: "first port and number of ports",
  words: ["dynamicport", ...wordsOf(({ dynamicPorts }) => [dynamicPorts?.startPort, dynamicPorts?.numberOfPorts])],
  answers,
  hint: mayBeKnown,
  landmark: (text, { command }): Landmark | undefined => {
    if (!isAsked(command)) return mayBeKnown(text) && isLine(language.known, text) ? "record" : undefined;
    if (isLine(language.title, text)) return "title";
    return isLine(language.row, text) ? "record" : undefined;
  },
  continues: (text) => isLine(within, text),
  read,
};

/** True for a block of lines that is such a range in whatever language. */
export function looksLikeDynamicPorts(lines: readonly string[]): boolean {
  return lines.some((text) => isLine(language.rule, text)) && isLine(language.range, lines.join("\n"));
}

function read(segment: SegmentText): Reading<DynamicPortRange, DynamicPortTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(language.text, sheet.text);
  const lines = linesOf(parts);
  const ranges = valuesOf(parts);
  if (ranges.length === 0) return notRecognised(lines, {});
  return recognised(segment, sheet, {
    lines,
    records: ranges.map(({ labels: _labels, ...range }) => range),
    remarks: refusedLines(sheet, lines, UNKNOWN, language.row),
    locale: localeOf(ranges.flatMap((range) => range.labels.flatMap((own) => lookUp(labels, own) ?? []))),
    traits: {},
  });
}
