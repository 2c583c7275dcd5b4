import type { Part } from "../../contract/lines.ts";

/** A property of an object as it is printed. */
export interface PrintedEntry {
  /** Offset of the line that begins it. */
  readonly from: number;
  readonly label: string;
  readonly value: string;
}

/** One object as PowerShell prints it: a block of a list, a row of a table or of CSV, an object of JSON or CLIXML. */
export interface PrintedObject {
  /** Offset of its first line. */
  readonly from: number;
  /** Empty cells of tables are left out. */
  readonly entries: readonly PrintedEntry[];
}

/** Consecutive lines and the objects that they print. */
export type ObjectsPart = Part<readonly PrintedObject[]>;

/** The value of the first property with the name, whatever its case; undefined when it is not printed. */
export function propertyOf({ entries }: PrintedObject, label: string): string | undefined {
  return entries.find((entry) => entry.label.toLowerCase() === label.toLowerCase())?.value;
}

/** True when PowerShell left out the end of the cell because the window was narrow. */
export function isCutCell(value: string): boolean {
  return value.endsWith("...") || value.endsWith("…");
}

/** The object of a row: what stands under each title, empty cells left out. */
export function objectOf(from: number, titles: readonly string[], cells: readonly string[]): PrintedObject {
  const entries = titles.map((label, at) => ({ from, label, value: cells[at] ?? "" }));
  return { from, entries: entries.filter(({ value }) => value !== "") };
}

/** Several values of one property, as a list shows them. */
export function inBraces(values: readonly string[]): string {
  return `{${values.join(", ")}}`;
}
