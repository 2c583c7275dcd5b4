import type { PrintedLine } from "../../support/printed.ts";

/** What a console, a mail program or an editor did to the lines of a text: each line gives one or more. */
const breaks = {
  none: (text: string) => [text],
  // A console of 80 columns breaks anywhere.
  console: (text: string) => pieces(text, 80),
  // A mail program breaks at a gap.
  mail: (text: string) => filled(text, 76),
  "double spaced": (text: string) => [text, ""],
  // A web page keeps one blank of each gap.
  collapsed: (text: string) => [text.trim().replaceAll(/[ \t]+/g, " ")],
  "without margin": (text: string) => [text.trimStart()],
  "behind a TAB": (text: string) => [`\t${text}`],
  trimmed: (text: string) => [text.trimEnd()],
} as const satisfies Record<string, (text: string) => readonly string[]>;

export type BreakName = keyof typeof breaks;
// The names are the keys of the table.
export const breakNames = Object.keys(breaks) as readonly BreakName[];

/** A line of the text, and which printed one it begins; undefined for what follows of it. */
export interface BrokenLine {
  readonly text: string;
  readonly begins: PrintedLine | undefined;
}

/** The lines as they are after that. */
export function broken(lines: readonly PrintedLine[], name: BreakName): readonly BrokenLine[] {
  return lines.flatMap((line) =>
    breaks[name](line.text).map((text, at) => ({ text, begins: at === 0 ? line : undefined })),
  );
}

/** True where a line may be joined in several ways, so that a row has to be told as doubtful or be right. */
export function isWrapping(name: BreakName): boolean {
  return name === "console" || name === "mail";
}

/** True where a row stays on its line with its gaps. */
export function keepsRows(name: BreakName): boolean {
  return name !== "collapsed" && !isWrapping(name);
}

function pieces(text: string, width: number): readonly string[] {
  const line = text.trimEnd();
  const found = line.length === 0 ? [""] : [];
  for (let at = 0; at < line.length; at += width) found.push(line.slice(at, at + width));
  return found;
}

function filled(text: string, width: number): readonly string[] {
  const line = text.trimEnd();
  if (line.length <= width) return [line];
  const at = line.lastIndexOf(" ", width);
  if (line.slice(0, at).trim() === "" || at < 0) return [line];
  return [line.slice(0, at).trimEnd(), ...filled(line.slice(at).trimStart(), width)];
}
