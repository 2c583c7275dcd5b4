import P from "parsimmon";
import type { Landmark } from "../../contract/grammar.ts";
import type { Hint } from "../../contract/hint.ts";
import {
  fits,
  hintOf,
  isLine,
  linesOf,
  type Part,
  type PrintedLine,
  readLine,
  readText,
  readWhole,
  reclassed,
} from "../../contract/lines.ts";
import type { Remark } from "../../contract/sheet.ts";
import { language, type Section } from "./language.ts";
import { type Letters, type PrintedValue, type RegistryData, readData } from "./values.ts";

/** A value under one of the keys that are read. */
export interface RegistryEntry extends RegistryData {
  readonly printed: PrintedValue;
  /** Offset of its first line. */
  readonly from: number;
}

/** A key that is read, by what was made of its name, with its values. */
export interface RegistryKey<K> {
  readonly key: K;
  /** Offset of the key's line; null when only the command names the key. */
  readonly from: number | null;
  readonly entries: readonly RegistryEntry[];
  readonly lines: readonly PrintedLine[];
}

export interface RegistryReading<K> {
  readonly keys: readonly RegistryKey<K>[];
  /** Every line, those of other keys as unrelated. */
  readonly lines: readonly PrintedLine[];
  /** True when reg says that there is no such key or value. */
  readonly isNotFound: boolean;
}

/** What every line holds that gives a key away without an echoed command. */
export const registryHint: Hint = hintOf(() => [[/HKEY_/], [/REG_/], [/^[ \t]*(?:REGEDIT4|Windows Registry|! REG)/]]);

const valueLine = P.alt<unknown>(language.queried, language.exported);
const anyLine = P.alt<unknown>(language.key, valueLine, language.lostBytes, language.heading, language.notFound);

/**
 * What a line gives away of the keys that `ours` takes; more behind the command that asks for them. Values alone may be
 * of any key.
 */
export function registryLandmark(text: string, ours: P.Parser<unknown>, isAsked: boolean): Landmark | undefined {
  if (!isAsked && !registryHint(text)) return undefined;
  const key = readLine(language.key, text)?.value;
  if (key !== undefined) return fits(ours, key) ? "title" : undefined;
  if (isLine(language.heading, text)) return "title";
  if (!isAsked) return undefined;
  if (isLine(language.notFound, text)) return "message";
  return isLine(valueLine, text) ? "record" : undefined;
}

/** True for a line of `reg query` or of a .reg file. */
export function isOfRegistry(text: string): boolean {
  return text.trim() === "" || isLine(anyLine, text);
}

/** True for a value, which goes on with a key over blank lines. */
export function isRegistryValue(text: string): boolean {
  return isLine(valueLine, text);
}

/** Reads a text; `asked` is the key of values that stand under no key, as the command names it; null when it does not. */
export function readRegistry<K>(text: string, ours: P.Parser<K>, asked: K | null): RegistryReading<K> {
  const { head, sections } = readWhole(language.text, text);
  const letters = lettersIn(linesOf(head));
  const headed: RegistryKey<K>[] = asked === null ? [] : [{ key: asked, from: null, ...entriesIn(head, letters) }];
  const below = sections.map((own) => sectionOf(own, ours, letters));
  const lines = [...(headed[0]?.lines ?? linesOf(head).map(ofOther)), ...below.flatMap((own) => own.lines)];
  return {
    keys: [...headed, ...below.flatMap((own) => own.keys)],
    lines,
    isNotFound: lines.some((own) => own.is === "notFound"),
  };
}

/** A key with its lines; without a key where it is another one. */
function sectionOf<K>(
  { key: line, parts }: Section,
  ours: P.Parser<K>,
  letters: Letters,
): Pick<RegistryReading<K>, "keys" | "lines"> {
  const key = readText(ours, line.value);
  if (key === undefined) return { keys: [], lines: [line, ...linesOf(parts)].map(ofOther) };
  const { entries, lines: below } = entriesIn(parts, letters);
  const lines = [line, ...below];
  return { keys: [{ key, from: line.from, entries, lines }], lines };
}

/** What has to be said of the values: those that can't be read, and what was left out behind numbers. */
export function aboutEntries(entries: readonly RegistryEntry[]): readonly Remark[] {
  return entries.flatMap(({ printed: { name, type, at }, readable, trailing }): Remark[] => {
    if (!readable) {
      return [
        { code: "unknown-value", message: `"${name}" is not a readable ${type}: its text was kept as printed`, at },
      ];
    }
    if (trailing === null) return [];
    return [{ code: "trailing-text", message: `Ignored the text after the value of "${name}"`, at: at + trailing.at }];
  });
}

function entriesIn(
  parts: readonly Part<PrintedValue>[],
  letters: Letters,
): Pick<RegistryKey<never>, "entries" | "lines"> {
  return {
    entries: parts.flatMap(({ lines: [first], value: printed }) =>
      first === undefined || printed === undefined
        ? []
        : [{ from: first.from, printed, ...readData(printed, letters) }],
    ),
    lines: linesOf(parts).map((own) => (own.is === "other" ? reclassed(own, "unrelated") : own)),
  };
}

function lettersIn(lines: readonly PrintedLine[]): Letters {
  return lines.some((own) => own.is === "heading" && own.value === "ansi") ? "ansi" : "utf16";
}

/** A line of another key. */
function ofOther(own: PrintedLine): PrintedLine {
  return own.is === "blank" || own.is === "heading" || own.is === "notFound" ? own : reclassed(own, "unrelated");
}
