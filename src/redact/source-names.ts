import { redactedFileName } from "./line.ts";
import type { KnownNames } from "./names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Ends of archives; whatever they were, they are written anew as zip. */
const ARCHIVE = /\.(?:zip|7z|cab|tar|tgz|tar\.gz|gz|eml|rar|tar\.bz2|tar\.xz|bz2|xz)$/i;
/** What no file of Windows may be called, and what would lead out of a folder. */
const UNFIT = /[<>:"|?*\\\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const LONGEST_PART = 120;

/** Gives names of sources in which nothing of the customer's is left: relative paths, each given once, `!` behind archives. */
export function sourceNames(known: KnownNames, made: Pseudonyms): (name: string) => string {
  const given = new Map<string, string>();
  const parts = new Map<string, string>();
  const taken = new Set<string>();
  // The same folder or archive gets the same name, two that would get the same one are told apart.
  const partOf = (before: string, path: string, part: string, isArchive: boolean): string => {
    const key = `${path}\0${isArchive}`;
    const earlier = parts.get(key);
    if (earlier !== undefined) return earlier;
    const other = unique(`${before}${fitting(redactedFileName(part, known, made), isArchive)}`, taken).slice(
      before.length,
    );
    parts.set(key, other);
    return other;
  };
  return (name) => {
    const earlier = given.get(name);
    if (earlier !== undefined) return earlier;
    let before = "";
    let path = "";
    for (const [, part = "", separator = ""] of name.matchAll(/([^/\\!]+)([/\\!]*)/g)) {
      path += part + separator;
      if (/^(?:\.{1,2}|[A-Za-z]:)$/.test(part)) continue;
      const isArchive = separator.startsWith("!");
      before += partOf(before, path, part, isArchive) + (isArchive ? "!" : separator === "" ? "" : "/");
    }
    given.set(name, before);
    return before;
  };
}

function fitting(part: string, isArchive: boolean): string {
  const plain = part
    .replaceAll(UNFIT, "_")
    .replace(RESERVED, "_$&")
    .replace(/[. ]+$/, "_");
  const short = plain.length > LONGEST_PART ? plain.slice(-LONGEST_PART) : plain;
  return isArchive ? `${short.replace(ARCHIVE, "")}.zip` : short;
}

function unique(path: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${count}$1`);
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}
