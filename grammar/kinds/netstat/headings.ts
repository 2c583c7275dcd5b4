import P from "parsimmon";
import { ahead, atMost, blankLine, isLine, line, type Part, type PrintedLine, readLine } from "../../contract/lines.ts";
import { blanks, colon, escaped, oneOf, rest, token } from "../../lexicon/lexemes.ts";
import { fold, type Phrase, phrasebook, phraseOf } from "../../lexicon/phrases.ts";
import type { NetstatHeading } from "../../locales/locale.ts";
import { evidenceLanguage } from "./evidence.ts";
import { MOST_PIECES, waysToJoin } from "./joins.ts";
import { protocolAlone, rowStart } from "./row.ts";

/** What a line of words above the rows is, and in which languages it reads so. */
export interface Words extends Phrase<"title" | "heading"> {
  /** True when the heading names the offload column. */
  readonly namesOffloadState: boolean;
}

interface Spec {
  columns: Words;
  begun: null;
}

/** No heading is longer, whatever the language and however wide its columns. */
const LONGEST_WORDS = 200;

const titles = phrasebook((locale) => [["title", locale.netstatTitle]] as const);
const columns = (name: NetstatHeading) => phrasebook(({ netstatHeading }) => [[name, netstatHeading[name] ?? []]]);
const protocols = columns("protocol");
/** What a folded heading begins with. */
const protocolWord = [...protocols.exact.keys()].map(escaped).join("|");
const hint = new RegExp(`^(?:${protocolWord})`);
/** What a title or heading looks like before it is folded: other letters than ASCII may be written in many ways. */
export const wordsHint: RegExp = new RegExp(
  `^[\\s"]*(?:${protocolWord}|${[...titles.exact.keys()].map(escaped).join("|")})|[^\\t -~]|\\?`,
  "i",
);

const titleWords = token(/[^\s:](?:[^\n:]*[^\s:])?/);
const offloadStates = columns("offloadState");
const otherColumns = token(
  () => new RegExp(`(?:(?!${[...offloadStates.exact.keys()].map(escaped).join("|")})[^\\n])*`),
);
const wordsWithoutDigits = token(/[^\d\n]*[^\d\s][^\d\n]*/);

/** The heading of a table, folded as phrases are. */
const language = P.createLanguage<Spec>({
  // proto local address foreign address state pid offload state
  columns: () =>
    P.seqMap(
      column(protocols),
      column(columns("localAddress")),
      column(columns("foreignAddress")),
      otherColumns.then(column(offloadStates).result(true).fallback(false)).skip(rest),
      (protocol, local, foreign, namesOffloadState) => ({
        key: "heading" as const,
        locales: protocol.locales.filter((tag) => local.locales.includes(tag) && foreign.locales.includes(tag)),
        namesOffloadState,
      }),
    ).assert(({ locales }) => locales.length > 0, "a heading in one language"),

  // proto local address for
  begun: () => P.seq(column(protocols), column(columns("localAddress")), rest).result(null),
});

/** A cell of the heading. */
function column({ exact }: ReturnType<typeof columns>): P.Parser<Phrase<NetstatHeading>> {
  return oneOf([...exact.keys()])
    .skip(blanks)
    .chain((printed) => {
      const phrase = exact.get(printed);
      return phrase === undefined ? P.fail("the heading of a column") : P.of(phrase);
    });
}

// Active Connections
/** The title of a table; it may carry a colon when somebody typed it. */
const title = blanks
  .then(phraseOf(titles, titleWords, "the title of a netstat table"))
  .skip(blanks.then(colon.atMost(1)))
  .map((found): Words => ({ ...found, namesOffloadState: false }));

export const titleLine: P.Parser<PrintedLine<"words", Words>> = line("words", "heading", title);

//   Proto  Local Address          Foreign Address        State           PID      Offload State
const headingLine: P.Parser<PrintedLine<"words", Words>> = line("words", "heading", foldedIn(language.columns));

/** A line that is a title or heading by itself. */
export const wordsLine: P.Parser<PrintedLine<"words", Words>> = titleLine.or(headingLine);

const begunLine = line("heading", "heading", ahead(foldedIn(language.begun)).then(rest));
const pieceLine = line(
  "heading",
  "heading",
  P.notFollowedBy(P.alt<unknown>(rowStart, evidenceLanguage.mention)).then(wordsWithoutDigits),
);

/** A piece, and the blank line above it where some program put one below every line. */
const spacedPiece = P.seq(blankLine.atMost(1), P.notFollowedBy(protocolAlone).then(pieceLine)).map(
  ([blank, piece]) => [blank, piece] as const,
);

//   Proto  Local Address          Foreign Address        State           PID      Offload
// State
const brokenHeading: P.Parser<Part<Words>> = P.seq(begunLine, spacedPiece.atMost(MOST_PIECES - 1)).chain(
  ([first, below]) => {
    const lines: readonly PrintedLine[] = [first, ...below.flatMap(([blank, piece]) => [...blank, piece])];
    const ways = waysToJoin([first, ...below.map(([, piece]) => piece)].map(({ value }) => value));
    const headings = ways.flatMap((text) => readLine(headingLine, text)?.value ?? []);
    const value = headings.find(({ namesOffloadState }) => namesOffloadState) ?? headings[0];
    return value === undefined ? P.fail("a heading") : P.of({ lines, value });
  },
);

const wholeHeading = headingLine
  .skip(P.notFollowedBy(pieceLine))
  .map((own): Part<Words> => ({ lines: [own], value: own.value }));
const namesOffloadState = (heading: P.Parser<Part<Words>>) =>
  heading.assert(({ value }) => value?.namesOffloadState === true, "the offload column");

/** A heading that a narrow window or a mail program may have broken into several lines. */
export const wrappedHeading: P.Parser<Part<Words>> = P.alt(
  namesOffloadState(wholeHeading),
  namesOffloadState(brokenHeading),
  wholeHeading,
  brokenHeading,
);

/** What the line is by itself, told cheaply for the lines that are neither. */
export function wordsIn(text: string): Words | undefined {
  return wordsHint.test(text) ? readLine(wordsLine, text)?.value : undefined;
}

/** True when the line begins like a column heading, which may go on in the next line. */
export function beginsHeading(text: string): boolean {
  return isLine(begunLine, text);
}

/** The rest of the line, folded, as the production reads it whole. */
function foldedIn<V>(production: P.Parser<V>): P.Parser<V> {
  return atMost(LONGEST_WORDS)
    .then(rest)
    .chain((text) => {
      const folded = fold(text);
      const found = hint.test(folded) ? production.parse(folded) : undefined;
      return found?.status ? P.of(found.value) : P.fail("a heading");
    });
}
