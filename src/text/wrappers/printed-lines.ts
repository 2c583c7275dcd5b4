import { locales } from "../../../grammar/locales/index.ts";

const row = /(?:TCP|UDP)(?:v6)?[ \t]+[^\s:][^\s]{0,300}:[^\s]{1,64}[ \t]+[^\s]{1,300}:/i;
const rowAlone = new RegExp(`^[ \\t]{0,80}${row.source}`, "i");

let known: RegExp | undefined;

/** True for a row of netstat. */
export function isRow(text: string): boolean {
  return rowAlone.test(text);
}

/** Index of a row, a rule or a known title or setting in a line: something that a command printed; undefined for none. */
export function answerIn(text: string): number | undefined {
  known ??= answers();
  const at = text.search(known);
  return at < 0 ? undefined : at;
}

function answers(): RegExp {
  const titles = locales.flatMap((locale) => [locale.netstatTitle, locale.globalTitle].flat());
  const labels = locales.flatMap(({ settings }) => Object.values(settings).flat());
  const phrases = [
    ...titles.map((title) => `${escaped(title)}[ \\t]*$`),
    ...labels.map((label) => `${escaped(label)}[ \\t]{0,80}:`),
  ];
  return new RegExp(`${row.source}|-{20}|${phrases.join("|")}`, "i");
}

function escaped(phrase: string): string {
  return phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
