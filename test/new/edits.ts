import { posix } from "node:path";
import { locales } from "../../grammar/index.ts";
import type { Names } from "./names.ts";

/** The text of a template as it stands at its own place: with its name, and its imports from there. */
export function written(text: string, from: string, places: ReadonlyMap<string, string>, names: Names): string {
  return moved(text, from, places)
    .replaceAll(/new-NAME|New language/g, (word) => (word === "new-NAME" ? names.given : languageOf(names.given)))
    .replaceAll("NewName", names.pascal)
    .replaceAll("newName", names.camel)
    .replaceAll("new-name", names.kebab);
}

/** English name of a language: Italian; with its country where that of another locale is the same: Spanish (Mexico). */
export function languageOf(tag: string): string {
  const [language = tag] = tag.split("-");
  const isShared = locales.some((other) => other.tag !== tag && other.tag.startsWith(`${language}-`));
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  return names.of(isShared ? tag : language) ?? tag;
}

/** Relative imports lead from the new place to where they led from the old one; templates move together. */
function moved(text: string, from: string, places: ReadonlyMap<string, string>): string {
  const to = places.get(from) ?? from;
  return text.replaceAll(/(from ")(\.[^"]+)(")/g, (_, before: string, path: string, after: string) => {
    const target = posix.join(posix.dirname(from), path);
    const relative = posix.relative(posix.dirname(to), places.get(target) ?? target);
    return `${before}${relative.startsWith(".") ? relative : `./${relative}`}${after}`;
  });
}

/** The text with an import at its top; formatting puts it in order. */
export function importing(text: string, what: string, path: string): string {
  return `import ${what} from "${path}";\n${text}`;
}

/**
 * The text with an entry more in the list or map that it declares under a name: the last one, or the one before the line
 * that begins with these words.
 */
export function listing(text: string, list: string, entry: string, before?: string): string {
  const start = text.search(new RegExp(`\\b(?:const|let) ${list}\\b[^=]*=`));
  const open = start < 0 ? -1 : start + text.slice(start).search(/=\s*[[{]/);
  const end = open < 0 ? -1 : text.slice(open).search(/\n?[\]}](?: as const)?;/) + open;
  const words = before === undefined ? "" : `\n  ${before}`;
  const at = before === undefined ? end : text.indexOf(words, open);
  if (open < 0 || end < open || at < open || at > end) throw new Error(`There is no place for ${entry} in ${list}`);
  if (before !== undefined) return `${text.slice(0, at)}\n  ${entry},${text.slice(at)}`;
  const comma = /[,[{]\s*$/.test(text.slice(open, at)) ? "" : ",";
  return `${text.slice(0, at)}${comma} ${entry}${text.slice(at)}`;
}

/** The text with a row more at the end of the table that stands below the line. */
export function row(text: string, heading: string, cells: readonly string[]): string {
  const at = text.indexOf(`\n${heading}`);
  const end = at < 0 ? -1 : text.slice(at).search(/(?<=\|)\n(?!\|)/) + at;
  if (at < 0 || end < at) throw new Error(`There is no table below ${heading}`);
  return `${text.slice(0, end)}\n| ${cells.join(" | ")} |${text.slice(end)}`;
}
