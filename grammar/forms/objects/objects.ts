import type { LineClass } from "../../contract/grammar.ts";
import { type ListEntry, LONGEST_LINE, listLine } from "./list.ts";
import { isTableRule, type TableColumn, tableCells, tableColumns } from "./table.ts";

/** One object as PowerShell prints it: a block of a list, or a row of a table. Empty cells are left out. */
export interface PrintedObject {
  /** Ordinal of its first line. */
  readonly ordinal: number;
  readonly entries: readonly ListEntry[];
}

/** What an output of a cmdlet holds. */
export interface PrintedObjects {
  readonly objects: readonly PrintedObject[];
  /** One for each line. */
  readonly classes: readonly LineClass[];
  /** Ordinals of rows that do not stand under the titles. */
  readonly ragged: readonly number[];
}

/** What is known while the lines go by. */
interface Progress {
  readonly objects: { readonly ordinal: number; readonly entries: ListEntry[] }[];
  readonly classes: LineClass[];
  readonly ragged: number[];
  columns: readonly TableColumn[] | undefined;
  /** True where the next property belongs to another object. */
  isBetween: boolean;
}

/** Properties of one object; no class of Windows has as many. */
const MOST_ENTRIES = 200;
/** What PowerShell prints below its own messages, and what people put for lines they left out. */
const REMARK = /^\s*(?:\+ |At line:\d+ char:\d+|(?:\.{3,}|…)\s*$)/;
/** `Get-NetAdapterRss : No matching MSFT_NetAdapterRssSettingData objects found …` */
const FAILURE = /^\s*[A-Z][a-z]+-[A-Za-z]{3,60} : /;

/** Reads the lists and tables of a text; a line that belongs to none is unknown. Never throws. */
export function printedObjects(texts: readonly string[]): PrintedObjects {
  const progress: Progress = { objects: [], classes: [], ragged: [], columns: undefined, isBetween: true };
  while (progress.classes.length < texts.length) takeLine(progress, texts);
  const { objects, classes, ragged } = progress;
  return { objects, classes, ragged };
}

/** The value of the first property with the name, whatever its case; undefined when it is not printed. */
export function propertyOf({ entries }: PrintedObject, label: string): string | undefined {
  return entries.find((entry) => entry.label.toLowerCase() === label.toLowerCase())?.value;
}

/** True when PowerShell left out the end of the cell because the window was narrow. */
export function isCutCell(value: string): boolean {
  return value.endsWith("...") || value.endsWith("…");
}

function takeLine(progress: Progress, texts: readonly string[]): void {
  const ordinal = progress.classes.length;
  const text = texts[ordinal] ?? "";
  if (text.trim() === "") {
    progress.isBetween = true;
    progress.classes.push("blank");
    return;
  }
  const columns = text.length > LONGEST_LINE ? undefined : tableColumns(text, texts[ordinal + 1] ?? "");
  if (columns !== undefined && !isTableRule(text)) {
    progress.columns = columns;
    progress.isBetween = true;
    progress.classes.push("heading", "heading");
  } else if (FAILURE.test(text.slice(0, LONGEST_LINE)) || REMARK.test(text.slice(0, LONGEST_LINE))) {
    progress.classes.push("message");
  } else progress.classes.push(takeWords(progress, text, ordinal));
}

function takeWords(progress: Progress, text: string, ordinal: number): LineClass {
  const { columns } = progress;
  if (columns !== undefined) return takeRow(progress, text, ordinal, columns);
  const line = listLine(text);
  if (line.shape === "entry") return takeEntry(progress, { ordinal, label: line.label, value: line.value });
  const last = progress.objects.at(-1)?.entries;
  const above = last?.at(-1);
  if (line.shape !== "rest" || above === undefined || last === undefined || progress.isBetween) return "unknown";
  last[last.length - 1] = { ...above, value: `${above.value} ${line.text}`.trim() };
  return "record";
}

/** A property of the object above it, unless that has one of this name already. */
function takeEntry(progress: Progress, entry: ListEntry): LineClass {
  const last = progress.objects.at(-1);
  const isFull = (last?.entries.length ?? 0) >= MOST_ENTRIES;
  const isNext = progress.isBetween || isFull || last?.entries.some(({ label }) => label === entry.label) !== false;
  if (isNext) progress.objects.push({ ordinal: entry.ordinal, entries: [entry] });
  else last?.entries.push(entry);
  progress.isBetween = false;
  return "record";
}

/** A row, or the rest of the row above it where a cell was wrapped; with a list under a table the list begins. */
function takeRow(progress: Progress, text: string, ordinal: number, columns: readonly TableColumn[]): LineClass {
  const cells = text.length > LONGEST_LINE ? undefined : tableCells(text, columns);
  if (cells === undefined || (progress.isBetween && listLine(text).shape === "entry")) {
    if (listLine(text).shape === "entry") {
      progress.columns = undefined;
      return takeWords(progress, text, ordinal);
    }
    progress.ragged.push(ordinal);
    return "unknown";
  }
  const last = progress.objects.at(-1)?.entries;
  if (cells[0] === "" && last !== undefined && !progress.isBetween) {
    addToRow(last, columns, cells);
    return "record";
  }
  const entries = columns.map(({ title }, at) => ({ ordinal, label: title, value: cells[at] ?? "" }));
  progress.objects.push({ ordinal, entries: entries.filter(({ value }) => value !== "") });
  progress.isBetween = false;
  return "record";
}

function addToRow(entries: ListEntry[], columns: readonly TableColumn[], cells: readonly string[]): void {
  for (const [at, more] of cells.entries()) {
    const title = columns[at]?.title;
    const own = entries.findIndex(({ label }) => label === title);
    const entry = entries[own];
    if (more !== "" && entry !== undefined) entries[own] = { ...entry, value: `${entry.value} ${more}` };
  }
}
