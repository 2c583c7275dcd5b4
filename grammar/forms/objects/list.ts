/** One line of a PowerShell list (`Format-List`), by its shape. */
export type ListLine =
  | { readonly shape: "blank" }
  | { readonly shape: "entry"; readonly label: string; readonly value: string }
  /** The rest of the value above it. */
  | { readonly shape: "rest"; readonly text: string }
  | { readonly shape: "other" };

/** A property of one object of a list. */
export interface ListEntry {
  readonly ordinal: number;
  readonly label: string;
  readonly value: string;
}

/** Longer lines are read as no property. */
export const LONGEST_LINE = 4000;
/** Longest name of a property with what stands in brackets behind it. */
const LONGEST_LABEL = 80;
/** `NumberOfReceiveQueues`, `BaseProcessor: [Group:Number]` */
const LABEL = /^[A-Za-z_][A-Za-z0-9_]{0,60}(?::? ?\[[^\]]{1,50}\])?$/;
/** PowerShell puts the rest of a value under its beginning, behind the names and their colons. */
const REST = /^[ \t]{8,}\S/;

/**
 * The shape of a line. Names may hold colons, and values too, so the first colon between blanks parts them: PowerShell
 * never prints one inside of a name.
 */
export function listLine(text: string): ListLine {
  if (text.trim() === "") return { shape: "blank" };
  if (text.length > LONGEST_LINE) return { shape: "other" };
  const entry = entryOf(text);
  if (entry !== undefined) return { shape: "entry", ...entry };
  return REST.test(text) ? { shape: "rest", text: text.trim() } : { shape: "other" };
}

/** The name of the property that the line prints; undefined when it is none. */
export function labelOf(text: string): string | undefined {
  return text.length > LONGEST_LINE ? undefined : entryOf(text)?.label;
}

/** How many lines at the end belong to one object of a list: names with values, with nothing blank between them. */
export function listLinesAtEnd(lines: readonly string[]): number {
  let first = lines.length;
  while (first > 0 && /^(?:entry|rest)$/.test(listLine(lines[first - 1] ?? "").shape)) first -= 1;
  // What begins with the rest of a value begins in the middle of something else.
  while (first < lines.length && labelOf(lines[first] ?? "") === undefined) first += 1;
  return lines.length - first;
}

function entryOf(text: string): { readonly label: string; readonly value: string } | undefined {
  const from = text.length - text.trimStart().length;
  const at = `${text} `.indexOf(" : ", from);
  if (at < 0 || at - from > LONGEST_LABEL) return undefined;
  const label = text.slice(from, at).trim();
  return LABEL.test(label) ? { label, value: text.slice(at + 2).trim() } : undefined;
}
