import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited, matchesOf } from "../mends/mend.ts";
import { joined } from "./joined.ts";
import { MOST_HELD_BACK, type Unwrapping, type Wrapper } from "./wrapper.ts";

const token =
  /\\(?<word>[a-zA-Z]{1,32})(?<number>-?\d{1,10})? ?|(?<bytes>(?:\\'[\da-fA-F]{2}){1,400})|\\(?<sign>[^a-zA-Z'])|(?<group>[{}])|(?<text>[^\\{}]{1,4000})/g;
/** Groups that hold no text of the document. */
const elsewhere = new Set(
  "fonttbl colortbl stylesheet info pict header footer headerl headerr footerl footerr themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl objdata fldinst mmathPr".split(
    " ",
  ),
);
const signs: ReadonlyMap<string, string> = new Map([
  ...["par", "line", "row", "sect", "page", "nestrow"].map((word) => [word, "\n"] as const),
  ...["cell", "nestcell"].map((word) => [word, "  "] as const),
  ["tab", "\t"],
  ["emdash", "-"],
  ["endash", "-"],
  ["bullet", "*"],
  ["lquote", "'"],
  ["rquote", "'"],
  ["ldblquote", '"'],
  ["rdblquote", '"'],
]);
const literal: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ["{", "{"],
  ["}", "}"],
  ["~", " "],
  ["_", "-"],
]);
/** Code pages by number that are not called windows-N. */
const pages: ReadonlyMap<string, string> = new Map([
  ["932", "shift_jis"],
  ["936", "gb18030"],
  ["949", "euc-kr"],
  ["950", "big5"],
  ["866", "ibm866"],
]);

/** Lines that are put together to one are no more. */
const MOST_JOINED = 1000;

/** Rich text, as WordPad and Outlook save it: paragraphs become lines, what is in the line ends of the file is nothing. */
export const richText: Wrapper = {
  name: "rich text",
  hints: [/\{\\rtf|\\par/],
  mayHold: (text) => text.includes("{\\rtf") || text.includes("\\par"),
  begin: () => begin(),
};

interface Rtf {
  /** Groups that are open; 0 outside of rich text. */
  depth: number;
  /** The group whose content is left out. */
  skipped: number | undefined;
  /** Signs that stand for a letter which was written as a number, and how many of them are left. */
  fallback: number;
  left: number;
  label: string;
}

function begin(): Unwrapping {
  const rtf: Rtf = { depth: 0, skipped: undefined, fallback: 1, left: 0, label: "windows-1252" };
  const held: Line[] = [];
  let size = 0;
  const rest = (): readonly Line[] => {
    size = 0;
    return joined(held.splice(0));
  };
  return {
    take: (line) => {
      if (rtf.depth === 0 && !line.text.startsWith("{\\rtf")) return held.length === 0 ? [line] : [...rest(), line];
      const { edits, isEnded } = writtenOf(rtf, line.text);
      const lines = edited(line, edits);
      const isOpen = !isEnded && rtf.depth > 0;
      const [first, ...others] = lines;
      if (first !== undefined) held.push(first);
      size += line.text.length;
      if (others.length === 0 && isOpen && held.length < MOST_JOINED && size < MOST_HELD_BACK) return [];
      const whole = rest();
      if (!isOpen) return [...whole, ...others];
      held.push(...others.slice(-1));
      return [...whole, ...others.slice(0, -1)];
    },
    rest,
  };
}

/** What becomes of a line, and whether nothing stands behind its last line end. */
function writtenOf(rtf: Rtf, text: string): { readonly edits: readonly Edit[]; readonly isEnded: boolean } {
  const edits: Edit[] = [];
  let end = 0;
  let isEnded = false;
  for (const { index, 0: found, groups = {} } of matchesOf(text, token)) {
    const by = writtenBy(rtf, groups, found, text.slice(index + 1, index + 3));
    end = index + found.length;
    if (by !== found) edits.push({ from: index, to: end, text: by });
    if (by !== "") isEnded = by === "\n";
  }
  if (end < text.length) edits.push({ from: end, to: text.length, text: "" });
  return { edits, isEnded };
}

function writtenBy(rtf: Rtf, groups: Readonly<Record<string, string>>, found: string, next: string): string {
  const { word, number, bytes, sign, group, text } = groups;
  if (group !== undefined) return group === "{" ? opened(rtf, next) : closed(rtf);
  if (word !== undefined) return said(rtf, word, number);
  if (rtf.depth === 0 || rtf.skipped !== undefined) return "";
  if (bytes !== undefined) return behindFallback(rtf, decoded(bytes, rtf.label));
  if (sign !== undefined) return literal.get(sign) ?? "";
  return text === undefined ? found : behindFallback(rtf, text);
}

function opened(rtf: Rtf, next: string): string {
  rtf.depth += 1;
  if (next === "\\*") rtf.skipped ??= rtf.depth;
  return "";
}

function closed(rtf: Rtf): string {
  if (rtf.skipped === rtf.depth) rtf.skipped = undefined;
  rtf.depth = Math.max(0, rtf.depth - 1);
  return "";
}

function said(rtf: Rtf, word: string, number: string | undefined): string {
  if (elsewhere.has(word)) rtf.skipped ??= rtf.depth;
  if (word === "ansicpg" && number !== undefined) rtf.label = pages.get(number) ?? `windows-${number}`;
  if (word === "uc") rtf.fallback = Math.min(Number(number ?? 1), 8);
  if (rtf.skipped !== undefined) return "";
  if (word !== "u" || number === undefined) return signs.get(word) ?? "";
  rtf.left = rtf.fallback;
  return String.fromCharCode(Number(number) & 0xffff);
}

/** The text without the signs that stand for the letter before it. */
function behindFallback(rtf: Rtf, text: string): string {
  const left = Math.min(rtf.left, text.length);
  rtf.left -= left;
  return text.slice(left);
}

function decoded(bytes: string, label: string): string {
  const codes = Uint8Array.from(bytes.slice(2).split("\\'"), (code) => Number.parseInt(code, 16));
  try {
    return new TextDecoder(label).decode(codes);
  } catch {
    return new TextDecoder("windows-1252").decode(codes);
  }
}
