import { locales } from "../locales/index.ts";
import type { NetstatHeading } from "../locales/locale.ts";

/** What a line of words above the rows is, and in which languages it reads so. */
export interface Words {
  readonly kind: "title" | "heading";
  /** Tags of the locales that have these words. */
  readonly locales: readonly string[];
  /** True when the heading names the offload column. */
  readonly namesOffloadState: boolean;
}

/** Linux prints these columns under the same English words for addresses; its table is not ours. */
const foreignColumns = /recv-q|send-q/;

/** A title may carry a colon when somebody typed it. */
const titles = new Map<string, string[]>();
for (const locale of locales) {
  for (const title of locale.netstatTitle) {
    const known = titles.get(title.toLowerCase());
    if (known === undefined) titles.set(title.toLowerCase(), [locale.tag]);
    else known.push(locale.tag);
  }
}

/** The line as title or column heading of a netstat table; undefined when no known language reads it so. */
export function netstatWords(line: string): Words | undefined {
  const words = line.trim();
  if (words.length > 200) return undefined;
  const title = titles.get(words.replace(/\s?:$/, "").toLowerCase());
  if (title !== undefined) return { kind: "title", locales: title, namesOffloadState: false };
  return headingOf(words.replace(/\s{1,200}/g, " ").toLowerCase());
}

function headingOf(words: string): Words | undefined {
  if (foreignColumns.test(words)) return undefined;
  const tags = locales.filter((locale) => isHeadingIn(locale.netstatHeading, words)).map((locale) => locale.tag);
  if (tags.length === 0) return undefined;
  const namesOffloadState = locales.some((locale) => has(locale.netstatHeading.offloadState, words));
  return { kind: "heading", locales: tags, namesOffloadState };
}

/** The protocol comes first and both addresses follow: no sentence and no other command's heading does that. */
function isHeadingIn(heading: { readonly [K in NetstatHeading]?: readonly string[] }, words: string): boolean {
  const startsRight = heading.protocol?.some((word) => words.startsWith(word.toLowerCase())) ?? false;
  return startsRight && has(heading.localAddress, words) && has(heading.foreignAddress, words);
}

function has(phrases: readonly string[] | undefined, words: string): boolean {
  return phrases?.some((phrase) => words.includes(phrase.toLowerCase())) ?? false;
}
