import P from "parsimmon";
import type { Grammar, Landmark, Reading, Surroundings } from "../contract/grammar.ts";
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
import { blanks, colon, oneOf, ruleLine, token, words } from "../lexicon/lexemes.ts";
import { asksNetsh, memoizeAnswer } from "../lexicon/netsh.ts";
import { beginningOf, collapsed, localeOf, type Phrase, phrasebook, phraseOf } from "../lexicon/phrases.ts";
import { wordsOf } from "../lexicon/words.ts";

/** One line of `show supplemental`. */
export interface SupplementalParameter {
  /** Line in its source, 1-based. */
  readonly line: number;
  /** As printed, blanks collapsed. */
  readonly label: string;
  /** In lower case; a number when it is one. */
  readonly value: string | number;
}

export interface TcpSupplementalTraits {
  /** The template that connections get by default, such as "internet"; null where its line is missing. */
  readonly template: string | null;
}

type Parameter = Draft<SupplementalParameter>;

interface Spec {
  text: readonly Part<Parameter>[];
  template: PrintedLine<"template", string>;
  title: PrintedLine<"title", Phrase<"title">>;
  anyTitle: PrintedLine;
  rule: PrintedLine;
  row: PrintedLine<"row", Omit<Parameter, "from">>;
  table: unknown;
}

const UNKNOWN = "Unrecognised line in the supplemental template";

const titles = phrasebook(({ supplementalTitle }) => [["title", supplementalTitle ?? []]] as const);
const templateName = oneOf(["internet", "internetcustom", "datacenter", "datacentercustom", "compat", "custom"]);
const otherWord = token(/\S+[ \t]+(?=\S)/);
const label = token(/[^\s:：](?:[^:：\n]{0,120}[^\s:：])?/).desc("a label");
const sign = blanks.then(colon).skip(blanks);
const number = token(/\d{1,9}(?!\S)/).map(Number);
const word = token(/[a-z][a-z0-9]{1,30}(?!\S)/i).map((text) => text.toLowerCase());
const onOff = token(/(?:enabled|disabled)(?!\S)/);
const provider = token(/(?:none|ctcp|dctcp|cubic|newreno|bbr2|ledbat|default)(?!\S)/);

const language = P.createLanguage<Spec>({
  text: ({ template, title, rule, row }) =>
    P.alt<Part<Parameter>>(
      template.map(lone),
      row.map((own) => ({ lines: [own], value: { from: own.from, ...own.value } })),
      P.alt<PrintedLine>(blankLine, rule, title, otherLine).map(lone),
    ).many(),

  // The TCP global default template is internet
  template: () => shortLine("template", "heading", otherWord.many().then(templateName)),

  // TCP Supplemental Parameters
  title: () => shortLine("title", "heading", phraseOf(titles, words, "the title")),

  // The same in a language that nobody taught us.
  anyTitle: () => shortLine("title", "heading", token(/[^:：\n]{0,60}\bTCP\b[^:：\n]{0,60}/i)),

  // ----------------------------------------------
  rule: () => line("rule", "heading", ruleLine),

  // Initial Congestion Window (MSS)     : 10
  row: () =>
    shortLine(
      "row",
      "record",
      P.seqMap(label.map(collapsed).skip(sign), number.or(word), (own, value) => ({ label: own, value })),
    ),

  // The first four rows of every language.
  table: ({ anyTitle, rule }) =>
    P.seq(
      P.notFollowedBy(anyTitle).then(otherLine).many(),
      ...[anyTitle, rule, ...[number, number, provider, onOff].map((value) => valued(value)), otherLine.many()],
    ),
});

const answers = (command: string) => asksNetsh(command, "supplemental", 2) && !/ports|subnets/i.test(command);
const isAsked = memoizeAnswer(answers);
const mayBeTitle = hintOf(() => [[/^/, /[ \t"“”„]*/, beginningOf(titles)]]);
const within = P.alt<PrintedLine>(language.row, language.rule, blankLine);

/** `netsh interface tcp show supplemental`: the template for connections, Windows 8 / Server 2012 and later. */
export const tcpSupplemental: Grammar<"tcpSupplemental", SupplementalParameter, TcpSupplementalTraits> = {
  kind: "tcpSupplemental",
  title: "the TCP supplemental parameters",
  command: "netsh int tcp show supplemental",
  notes: "labels and values as printed, and the default template",
  words: ["supplemental", ...wordsOf(({ supplementalTitle }) => [supplementalTitle])],
  answers,
  hint: mayBeTitle,
  landmark: (text, { command }): Landmark | undefined => {
    if (mayBeTitle(text) && isLine(language.title, text)) return "title";
    if (!isAsked(command)) return undefined;
    if (isLine(language.anyTitle, text) || isLine(language.template, text)) return "title";
    return isLine(language.row, text) ? "record" : undefined;
  },
  continues: (text) => isLine(within, text),
  read,
};

/** True for a block of lines that is such a table in a language nobody taught us. */
export function looksLikeSupplemental(lines: readonly string[]): boolean {
  return lines.some((text) => isLine(language.rule, text)) && isTable(lines.join("\n"));
}

function read(segment: SegmentText, { command }: Surroundings): Reading<SupplementalParameter, TcpSupplementalTraits> {
  const sheet = sheetOf(segment);
  const parts = readWhole(language.text, sheet.text);
  const lines = linesOf(parts);
  const records = valuesOf(parts);
  const found = lines.filter((own): own is PrintedLine<"title", Phrase<"title">> => own.is === "title");
  const template = lines.find((own): own is PrintedLine<"template", string> => own.is === "template")?.value ?? null;
  const isOfUs = found.length > 0 || isAsked(command) || isTable(sheet.text.trimEnd());
  if (records.length === 0 || !isOfUs) return notRecognised(lines, { template: null });
  return recognised(segment, sheet, {
    lines,
    records,
    remarks: refusedLines(sheet, lines, UNKNOWN, language.row),
    locale: localeOf(found.map(({ value }) => value)),
    traits: { template },
  });
}

function isTable(text: string): boolean {
  return isLine(language.table, text);
}

function valued(value: P.Parser<unknown>): P.Parser<PrintedLine> {
  return shortLine("valued", "record", label.skip(sign).then(value));
}
