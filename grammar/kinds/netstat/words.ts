import { fold, lookUp, type Phrase, phrasebook } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import type { NetstatHeading } from "../../locales/locale.ts";

/** What a line of words above the rows is, and in which languages it reads so. */
export interface Words extends Phrase<"title" | "heading"> {
  /** True when the heading names the offload column. */
  readonly namesOffloadState: boolean;
}

/** Linux prints these columns under the same English words for addresses; its table is not ours. */
const foreignColumns = /recv-q|send-q/;

/** No heading is longer, whatever the language and however wide its columns. */
const LONGEST_WORDS = 200;

const titles = phrasebook((locale) => [["title", locale.netstatTitle]] as const);

/** The line as title or column heading of a netstat table; undefined when no known language reads it so. */
export function netstatWords(line: string): Words | undefined {
  const words = line.trim();
  if (words.length > LONGEST_WORDS) return undefined;
  // A title may carry a colon when somebody typed it.
  const title = lookUp(titles, words.replace(/\s?:$/, ""));
  return title === undefined ? headingOf(fold(words)) : { ...title, namesOffloadState: false };
}

/** True when the line begins like a column heading, which may go on in the next line. */
export function beginsHeading(line: string): boolean {
  const words = line.length > LONGEST_WORDS ? "" : fold(line);
  return locales.some(({ netstatHeading: { protocol, localAddress } }) => {
    return protocol?.some((word) => words.startsWith(fold(word))) === true && has(localAddress, words);
  });
}

/** The heading that lines make together which a narrow window or a mail program broke it into. */
export function wrappedHeading(lines: readonly string[]): Words | undefined {
  const [first = "", ...below] = lines;
  const joined = below.reduce<readonly string[]>(
    (texts, line) => texts.flatMap((text) => [text + line, `${text.trimEnd()} ${line.trimStart()}`]),
    [first],
  );
  const headings = joined.flatMap((text) => netstatWords(text) ?? []);
  return headings.find(({ namesOffloadState }) => namesOffloadState) ?? headings[0];
}

function headingOf(words: string): Words | undefined {
  if (foreignColumns.test(words)) return undefined;
  const tags = locales.filter((locale) => isHeadingIn(locale.netstatHeading, words)).map((locale) => locale.tag);
  if (tags.length === 0) return undefined;
  const namesOffloadState = locales.some((locale) => has(locale.netstatHeading.offloadState, words));
  return { key: "heading", locales: tags, namesOffloadState };
}

/** The protocol comes first and both addresses follow: no sentence and no other command's heading does that. */
function isHeadingIn(heading: { readonly [K in NetstatHeading]?: readonly string[] }, words: string): boolean {
  const startsRight = heading.protocol?.some((word) => words.startsWith(fold(word))) ?? false;
  return startsRight && has(heading.localAddress, words) && has(heading.foreignAddress, words);
}

function has(phrases: readonly string[] | undefined, words: string): boolean {
  return phrases?.some((phrase) => words.includes(fold(phrase))) ?? false;
}
