import { fold } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";

/** One line of ipconfig by its shape. */
export type IpConfigLine =
  | { readonly shape: "blank" }
  /** A label led to its value by dots, or (`bare`) with only a colon behind it as long labels have. */
  | { readonly shape: "entry" | "bare"; readonly label: string; readonly value: string }
  /** One more value of the label above. */
  | { readonly shape: "rest"; readonly value: string }
  /** A line that begins at the margin and ends with a colon. */
  | { readonly shape: "heading"; readonly name: string }
  | { readonly shape: "other" };

const LONGEST_LINE = 400;
const LONGEST_LABEL = 100;
/** Dots with blanks between them lead to the value. */
const LEADER = /(?:\. |[ \t]{2})\.[ \t]?$/;
/** Further values stand below the first one, far to the right. */
const REST = /^[ \t]{20,}(\S+)[ \t]*$/;

const words = locales.flatMap(({ ipConfig }) => ipConfig ?? []);
const titles = new Set(words.flatMap(({ title }) => title.map(fold)));
/** With a few blanks around it. */
const longestTitle = Math.max(0, ...[...titles].map((title) => title.length)) + 20;
const adapterWords = words.flatMap(({ adapter }) => adapter.map((word) => ` ${word.toLowerCase()} `));

/** True for the first line that ipconfig prints. */
export function isTitle(line: string): boolean {
  return line.length <= longestTitle && titles.has(fold(line));
}

/** True for a heading that is an adapter's, in a language whose word for adapter is known. */
export function isAdapter(heading: string): boolean {
  return adapterWord(heading) !== undefined;
}

/** The name of the adapter that a heading is of: "Ethernet 2" of "Ethernet adapter Ethernet 2". */
export function adapterName(heading: string): string {
  const word = adapterWord(heading);
  return word === undefined ? heading : heading.slice(word.at + word.length).trim();
}

/** The shape of a line. */
export function ipConfigLine(text: string): IpConfigLine {
  if (text.trim() === "") return { shape: "blank" };
  if (text.length > LONGEST_LINE) return { shape: "other" };
  const rest = REST.exec(text)?.[1];
  if (rest !== undefined) return { shape: "rest", value: rest };
  const end = text.trimEnd();
  if (/^\S/.test(text) && end.endsWith(":") && !LEADER.test(end.slice(0, -1))) {
    return { shape: "heading", name: end.slice(0, -1).trim() };
  }
  const colon = text.indexOf(":");
  if (colon < 1 || colon > LONGEST_LABEL) return { shape: "other" };
  const before = text.slice(0, colon);
  const entry = { label: before.replace(/[ .\t]+$/, "").trim(), value: text.slice(colon + 1).trim() };
  if (entry.label === "") return { shape: "other" };
  if (LEADER.test(before)) return { shape: "entry", ...entry };
  return /^[ \t]/.test(text) ? { shape: "bare", ...entry } : { shape: "other" };
}

/** Where the word for an adapter stands in a heading: behind the name of its technology. */
function adapterWord(heading: string): { readonly at: number; readonly length: number } | undefined {
  const lower = heading.toLowerCase();
  for (const word of adapterWords) {
    const at = lower.indexOf(word);
    if (at > 0 && at < LONGEST_LABEL / 2) return { at, length: word.length };
  }
  return undefined;
}
