import { locales } from "../../../grammar/locales/index.ts";

/** Blanks that a browser, a word processor or an input method puts in place of plain ones. */
const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** What stands between letters without being seen. */
const unseen = /[\u200b-\u200f\u2060\ufeff]/g;
const special = /[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/g;

const row = /^[ \t]{0,80}(?:TCP|UDP)(?:v6)?[ \t]{1,80}\S{1,300}:\S{1,300}[ \t]{1,80}\S{1,300}:\S/;
/** Longer lines are no lines of a capture. */
const LONGEST = 500;

let known: RegExp | undefined;

/** How many blanks of the text that are no plain ones stand in lines that Windows prints with plain ones. */
export function blanksInPlace(text: string): number {
  if (text.search(special) < 0) return 0;
  known ??= phrases();
  let found = 0;
  for (const line of text.split("\n")) {
    const count = line.length > LONGEST ? 0 : (line.match(special)?.length ?? 0);
    if (count === 0) continue;
    const plain = withPlainBlanks(line);
    if (row.test(plain) || known.test(plain)) found += count;
  }
  return found;
}

/** The text with plain blanks for special ones, and without what nobody sees. */
export function withPlainBlanks(text: string): string {
  return text.replaceAll(blank, " ").replaceAll(unseen, "");
}

/** Titles, headings and labels that have a blank in them or behind them. */
function phrases(): RegExp {
  const titles = locales.flatMap(({ netstatTitle, globalTitle }) => [netstatTitle, globalTitle].flat());
  const headings = locales.flatMap(({ netstatHeading: { localAddress = [], foreignAddress = [] } }) =>
    [...localAddress, ...foreignAddress].map((words) => `${escaped(words)}[ \\t]`),
  );
  const labels = locales.flatMap(({ settings }) =>
    Object.values(settings)
      .flat()
      .map((label) => `${escaped(label)}[ \\t]{0,80}:`),
  );
  return new RegExp([...titles.map(escaped), ...headings, ...labels].join("|"));
}

function escaped(phrase: string): string {
  return phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \\t]{1,4}");
}
