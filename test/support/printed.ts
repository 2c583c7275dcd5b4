import type { Connection, SettingKey } from "../../grammar/index.ts";

/** One line as Windows or a shell printed it, and what it is. */
export type PrintedLine =
  | { readonly text: string; readonly is: "row"; readonly connection: Omit<Connection, "line"> }
  | { readonly text: string; readonly is: "setting"; readonly setting: SettingKey; readonly value: string | number }
  | { readonly text: string; readonly is: "words" | "rule" | "owner" | "answer" | "remark" | "prompt" | "blank" };

/** The output of one command, line by line. */
export interface Printed {
  readonly command: string;
  readonly lines: readonly PrintedLine[];
}

export const blankLine: PrintedLine = { text: "", is: "blank" };

/** Titles, column headings and labels: what every display language has its own words for. */
export function words(text: string): PrintedLine {
  return { text, is: "words" };
}

/** The lines as one text, each ended by a line feed. */
export function textOf(lines: readonly PrintedLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join("");
}

/** The rows among the lines as the records they are when the lines are a whole source. */
export function connectionsIn(lines: readonly PrintedLine[]): readonly Connection[] {
  return lines.flatMap((line, index) => (line.is === "row" ? [{ ...line.connection, line: index + 1 }] : []));
}

/** The settings among the lines, each as its line, key and value. */
export function settingsIn(lines: readonly PrintedLine[]): readonly (readonly [number, SettingKey, string | number])[] {
  return lines.flatMap((line, index) =>
    line.is === "setting" ? [[index + 1, line.setting, line.value] as const] : [],
  );
}
