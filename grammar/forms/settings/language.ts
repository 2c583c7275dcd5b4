import P from "parsimmon";
import {
  atMost,
  blankLine,
  line,
  lone,
  otherLine,
  type Part,
  type Placed,
  type PrintedLine,
  placed,
  reclassed,
} from "../../contract/lines.ts";
import { blanks, gap, ruleLine, words as text, token } from "../../lexicon/lexemes.ts";
import { beginsPhrase, collapsed, lookUp, type Phrase, phraseOf } from "../../lexicon/phrases.ts";
import { documentedFor, type Entry, entriesIn, type Label, printedLabel, type SettingsWords, sign } from "./labels.ts";
import { listed } from "./values.ts";

/** A setting that was found, on one line or wrapped over two. */
export interface SettingRow<K> extends Entry<K> {
  /** Offset of the line where the label begins. */
  readonly from: number;
}

type SettingLine<K> = PrintedLine<"setting", Entry<K>>;
export type TitleLine = PrintedLine<"title", Phrase<"heading" | "message">>;
/** A label, or its beginning, that lost its colon or its value. */
export type CutLine<K> = PrintedLine<"cut", Phrase<K> | undefined>;

/** Lines without a blank one between them, and the blank ones below. */
export interface Block<K> {
  readonly parts: readonly Part<SettingRow<K>>[];
  readonly below: readonly PrintedLine[];
}

/** The lines of a settings listing, and the settings that they are put together to. */
interface Spec<K> {
  text: { readonly above: readonly PrintedLine[]; readonly blocks: readonly Block<K>[] };
  block: Block<K>;
  part: Part<SettingRow<K>>;
  said: Part<SettingRow<K>>;
  row: Part<SettingRow<K>>;
  wrappedValue: Part<SettingRow<K>>;
  wrappedLabel: Part<SettingRow<K>>;
  given: SettingLine<K>;
  certain: SettingLine<K>;
  likely: SettingLine<K>;
  possible: SettingLine<K>;
  labelAlone: PrintedLine<"labelAlone", Label<K>>;
  plain: PrintedLine<"plain", string>;
  end: PrintedLine<"end", { readonly label: string; readonly printed: Placed<string> }>;
  rule: PrintedLine;
  title: TitleLine;
  headline: PrintedLine;
  cut: CutLine<K>;
  progress: PrintedLine;
  prose: PrintedLine;
}

export type SettingsLanguage<K> = P.TypedLanguage<Spec<K>>;

/** Longer lines are no settings. */
const LONGEST_LINE = 400;
/** A rule is looked for below so many blank lines. */
const MOST_BLANK_LINES = 2;

const labelInCell = token(/[^\s:：]+(?: [^\s:：]+)*/).desc("a label");
const withoutColon = token(/[^\s:：](?:[^:：\n]*[^\s:：])?/).desc("a line without a colon");
const endingInDots = token(/[^:：\n]*(?:\.\.\.|…)(?=[ \t]*\n)/).desc("a line that ends in dots");
const anyColon = token(/[ \t]*[:：]?/);
const nothing = P.of("");

/**
 * A listing of labels and values. Nothing is guessed: a label without value stays without, and what stands behind an
 * unknown label has to look like a value.
 */
export function listing<K>(words: SettingsWords<K>): SettingsLanguage<K> {
  const { known, unknown, given, certain, likely, possible } = entriesIn(words);
  return P.createLanguage<Spec<K>>({
    text: ({ said, prose, block }) =>
      P.seqObj<Spec<K>["text"]>(
        ["above", P.alt<PrintedLine>(blankLine, P.notFollowedBy(said).then(prose)).many()],
        ["blocks", block.many()],
      ),

    block: ({ part }) => P.seqObj<Block<K>>(["parts", part.atLeast(1)], ["below", blankLine.many()]),

    part: ({ said }) => P.notFollowedBy(blankLine).then(said.or(otherLine.map(lone))),

    said: ({ given, row, rule, title, headline, cut, progress }) =>
      P.alt<Part<SettingRow<K>>>(
        // Most lines are this.
        given.map(partOfLine),
        P.alt(rule, words.aside).map(lone),
        row,
        P.alt<PrintedLine>(title, headline, cut, progress).map(lone),
      ),

    row: ({ possible, wrappedValue, wrappedLabel }) => P.alt(possible.map(partOfLine), wrappedValue, wrappedLabel),

    // Chimney Offload State               :
    //   automatic
    wrappedValue: ({ labelAlone }) =>
      labelAlone.chain((above) => {
        const value = P.lookahead(listed(documentedFor(words, above.value))).then(placed(withoutColon));
        return short("value", "record", blanks.then(value)).map((below) =>
          partOf([above, below], { ...above.value, printed: below.value }),
        );
      }),

    // Chimney Offload
    // State               : automatic
    wrappedLabel: ({ plain, end }) =>
      P.seq(plain, end).chain(([first, second]) => {
        const whole = `${first.value} ${second.value.label}`;
        const phrase = lookUp(words.labels, whole) ?? lookUp(words.labels, first.value + second.value.label);
        const entry = { label: collapsed(whole), phrase, printed: second.value.printed };
        return phrase === undefined ? P.fail("a label over two lines") : P.of(partOf([first, second], entry));
      }),

    // Chimney Offload State               : off!
    given: () => short("setting", "record", given),

    // Receive-Side Scaling State          : enabled
    certain: () => short("setting", "record", certain),

    // Large Receive Window Sharing        : enabled
    likely: () => short("setting", "record", likely),

    // Large Receive Window Sharing        : sometimes
    possible: () => short("setting", "record", possible),

    // Chimney Offload State               :
    labelAlone: () => short("labelAlone", "record", P.alt(known, unknown).skip(sign)),

    // Chimney Offload
    plain: () => short("plain", "record", blanks.then(withoutColon)),

    // State               : automatic
    end: () =>
      short(
        "end",
        "record",
        blanks.then(
          P.seqObj<{ readonly label: string; readonly printed: Placed<string> }>(
            ["label", printedLabel.or(nothing)],
            sign,
            ["printed", placed(text)],
          ),
        ),
      ),

    // ----------------------------------------------
    rule: () => line("rule", "heading", ruleLine),

    // TCP Global Parameters
    title: () =>
      short(
        "title",
        "heading",
        phraseOf(words.furniture, blanks.then(printedLabel), "a title").skip(sign.or(nothing)),
      ).map((own) => reclassed(own, own.value.key)),

    // Parámetros globales TCP (and a rule below)
    headline: ({ plain, rule }) =>
      plain.skip(P.lookahead(blankLine.times(0, MOST_BLANK_LINES).then(rule))).map((own) => reclassed(own, "heading")),

    // Max SYN Retransmissions
    cut: () =>
      short(
        "cut",
        "truncated",
        P.alt<Phrase<K> | undefined>(
          known.skip(sign.or(nothing)).map(({ phrase }) => phrase),
          phraseOf(words.labels, blanks.then(labelInCell), "a label").skip(gap).skip(withoutColon),
          blanks
            .then(withoutColon)
            .chain((own) => (beginsPhrase(words.labels, own) ? P.of(undefined) : P.fail("a label"))),
        ),
      ),

    // Querying active state...
    progress: () => short("progress", "message", endingInDots),

    // The new server shows this:
    prose: () => line("prose", "unrelated", blanks.then(withoutColon).skip(anyColon)),
  });
}

function short<N extends string, V>(is: N, lineClass: PrintedLine["class"], production: P.Parser<V>) {
  return atMost(LONGEST_LINE).then(line(is, lineClass, production));
}

function partOfLine<K>(own: SettingLine<K>): Part<SettingRow<K>> {
  return partOf([own], own.value);
}

function partOf<K>(lines: readonly [PrintedLine, ...PrintedLine[]], entry: Entry<K>): Part<SettingRow<K>> {
  return { lines, value: { from: lines[0].from, ...entry } };
}
