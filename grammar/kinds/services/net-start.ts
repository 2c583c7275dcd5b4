import type { LineClass } from "../../contract/grammar.ts";
import { fold } from "../../lexicon/phrases.ts";
import { locales } from "../../locales/index.ts";
import type { PlacedService, ServiceLayout } from "./sc.ts";

const words = locales.flatMap(({ netStart }) => netStart ?? []);
const titles = new Set(words.flatMap(({ title }) => title.map(fold)));
const ends = new Set(words.flatMap(({ end }) => end.map(fold)));

const LONGEST_NAME = 256;
/** The title in a language nobody taught us. */
export const OTHER_TITLE = /^\S.{8,160}:\s*$/;

/** True for the line above the names, in a language that is known. */
export function isTitle(line: string): boolean {
  return /:\s*$/.test(line.slice(-20)) && line.length <= LONGEST_NAME && titles.has(fold(line));
}

/** True for the sentence below the names. Other commands of `net` end with it, too. */
export function isEnd(line: string): boolean {
  return line.length <= LONGEST_NAME && ends.has(fold(line));
}

/** The name of a service as `net start` prints it: set in, and without the gaps that columns have. */
export function netStartName(line: string): string | undefined {
  const name = line.trim();
  if (name === "" || line.length > LONGEST_NAME || !/^(?: {2,8}|\t)\S/.test(line)) return undefined;
  return / {2}|\t|:\s|:$/.test(name) ? undefined : name;
}

/** Reads the names below each title; undefined when there are none. `asked`: whether the command was echoed before. */
export function netStartLayout(texts: readonly string[], asked: "asked" | "unasked"): ServiceLayout | undefined {
  const isOpening = (text: string) => isTitle(text) || (asked === "asked" && OTHER_TITLE.test(text));
  const titles = texts.flatMap((text, ordinal) => (isOpening(text) ? [ordinal] : []));
  if (titles.length === 0 && asked === "unasked") return undefined;
  const first = titles[0] ?? 0;
  const starts = titles.length === 0 ? [0] : titles;
  const lists = starts.map((start, at) => listFrom(texts.slice(start, starts[at + 1]), start));
  const services = lists.flatMap((list) => list.services);
  const classes = [...texts.slice(0, first).map(classOutside), ...lists.flatMap((list) => list.classes)];
  for (const title of titles) classes[title] = "heading";
  const isWhole = titles.length > 0 && lists.every(({ isEnded }) => isEnded);
  return services.length === 0 ? undefined : { services, classes, isWhole, isCut: false };
}

/** The names stand together, and the sentence at their end below a blank line. `from` is the ordinal of the first line. */
function listFrom(texts: readonly string[], from: number) {
  const first = texts.findIndex((text) => netStartName(text) !== undefined);
  const behind = texts.findIndex((text, at) => at > first && netStartName(text) === undefined);
  const last = first < 0 ? 0 : behind < 0 ? texts.length : behind;
  const below = texts.findIndex((text, at) => at >= last && text.trim() !== "");
  const isEnded = first >= 0 && below >= 0 && isEnd(texts[below] ?? "");
  const services = texts.slice(Math.max(0, first), last).map((text, at): PlacedService => {
    return { ordinal: from + first + at, name: null, displayName: text.trim(), state: "running" };
  });
  const classes = texts.map((text, at): LineClass => {
    if (first >= 0 && at >= first && at < last) return "record";
    return isEnded && at === below ? "message" : classOutside(text);
  });
  return { services, classes, isEnded };
}

/** Lines around the names may be of another output. */
function classOutside(text: string): LineClass {
  return text.trim() === "" ? "blank" : "unrelated";
}
