import type P from "parsimmon";
import { type Diagnostic, diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass } from "../../contract/grammar.ts";
import { type PrintedLine, readLine, refusalOf } from "../../contract/lines.ts";
import { placeOf } from "../../contract/place.ts";
import type { Remark } from "../../contract/sheet.ts";
import type { RowReading } from "./language.ts";
import { oddRowLanguage } from "./odd-row.ts";
import { isKnownState } from "./row-words.ts";
import type { PlacedPart, TableLines } from "./table-lines.ts";

/** Something doubtful about one line of a table, and what becomes of the line when that says more than the line itself. */
export interface Doubt extends Remark {
  readonly ordinal: number;
  readonly class?: LineClass;
  /** True when the line is a row that is not among the records. */
  readonly isUnreadRow?: true;
}

/** More unknown state words than this in one table is noise; the ledger and the tallies still count every row. */
const MOST_STRANGE_STATES = 20;

const SET_ASIDE = "Ignored the text after the row.";
const AMBIGUOUS = "The row was wrapped, and its lines can be joined in more than one way; check how it was read.";
const FOREIGN = "The cells of the row are not separated by spaces or tabs; the row is not counted.";
const STRAY = "The line looks like a row of the table but could not be read; it is not counted.";
const CUT = "The row ends within its offload state; it is counted with an unknown one.";
const LOOSE = "Unrecognised line inside a netstat table.";

/** What is doubtful about the lines of one part of the table. */
export function doubtsOf(table: TableLines, part: PlacedPart, hasOffloadState: boolean): readonly Doubt[] {
  const { value, lines, ordinal } = part;
  if (value !== undefined && "draft" in value) return doubtsOfRow(value, part, hasOffloadState);
  return lines.flatMap((own, at) => doubtsOfLine(table, own, ordinal + at));
}

function doubtsOfRow(
  { unknownWord, trailing, isAmbiguous, isCut }: RowReading,
  { ordinal, lines }: PlacedPart,
  hasOffloadState: boolean,
): readonly Doubt[] {
  if (isAmbiguous === true) return [{ ordinal, code: "ambiguous-row", message: AMBIGUOUS, at: lines[0]?.from ?? 0 }];
  if (unknownWord !== undefined && isCut === true && hasOffloadState) {
    return [{ ordinal, code: "truncated-row", message: CUT, at: unknownWord.at + unknownWord.value.length }];
  }
  if (unknownWord !== undefined && hasOffloadState) {
    const message = `"${unknownWord.value}" is not one of netstat's offload states; it is kept as printed and counted as unknown.`;
    return [{ ordinal, code: "unknown-offload-state", message, at: unknownWord.at }];
  }
  const note = unknownWord ?? trailing;
  return note === undefined ? [] : [{ ordinal, code: "trailing-text", message: SET_ASIDE, at: note.at }];
}

function doubtsOfLine(table: TableLines, { is, from }: PrintedLine, ordinal: number): readonly Doubt[] {
  if (is === "cut") return [unreadRow(table, ordinal, oddRowLanguage.row)];
  if (is === "foreign") return [{ ordinal, isUnreadRow: true, code: "unknown-row", message: FOREIGN, at: from }];
  if (is === "stray") return [{ ordinal, isUnreadRow: true, code: "unknown-row", message: STRAY, at: from }];
  // What follows the last row is not of the table, unless it mentions an offload state.
  if (is !== "mention" && (is !== "loose" || ordinal > (table.ordinals.at(-1) ?? -1))) return [];
  return [{ ordinal, class: "unknown", code: "unknown-line", message: LOOSE, at: from }];
}

/** A row that the production refused: it was cut, or something else stands where a cell was expected. */
export function unreadRow(table: TableLines, ordinal: number, production: P.Parser<unknown>): Doubt {
  const from = table.sheet.offsetOf(ordinal);
  const text = table.sheet.lineAt(from);
  const end = text.trimEnd().length;
  const { index, expected } = refusalOf(production, text) ?? { index: end, expected: "an offload state" };
  const at = from + Math.min(index, end);
  const unread = { ordinal, isUnreadRow: true, at } as const;
  return index < end
    ? { ...unread, class: "unknown", code: "unknown-row", message: `Expected ${expected}; the row is not counted.` }
    : {
        ...unread,
        class: "truncated",
        code: "truncated-row",
        message: `The row ends where ${expected} was expected; it is not counted.`,
      };
}

/** One doubt for all rows of which an end is not known whole, at the first of them. */
export function damagedRows({ parts }: TableLines): readonly Doubt[] {
  const damaged = parts.filter(({ value }) => value !== undefined && "draft" in value && value.isDamaged === true);
  const [first] = damaged;
  if (first === undefined) return [];
  const rows = damaged.length === 1 ? "1 row has" : `${damaged.length} rows have`;
  const message = `${rows} a missing, masked or damaged address or port; the rest counts.`;
  return [{ ordinal: first.ordinal, code: "damaged-address", message, at: first.lines[0]?.from ?? 0 }];
}

/** One doubt for each unknown state word, at the first row that has it and no other doubt. */
export function strangeStates(table: TableLines, others: readonly Doubt[]): readonly Doubt[] {
  const doubted = new Set(others.map(({ ordinal }) => ordinal));
  const seen = new Map<string, Doubt>();
  table.rows.forEach(({ state }, at) => {
    if (state === undefined || isKnownState(state) || seen.has(state) || seen.size >= MOST_STRANGE_STATES) return;
    const ordinal = table.ordinals[at] ?? 0;
    if (!doubted.has(ordinal)) seen.set(state, strangeState(table, ordinal, state));
  });
  return [...seen.values()];
}

function strangeState({ sheet }: TableLines, ordinal: number, state: string): Doubt {
  const from = sheet.offsetOf(ordinal);
  const cell = readLine(oddRowLanguage.stateCell, sheet.lineAt(from));
  const message = `"${state}" is not a connection state in any known language; rows with it are not eligible.`;
  return { ordinal, code: "unknown-connection-state", message, at: from + (cell?.at ?? 0) };
}

/** The doubts in the order of their lines. */
export function inOrder({ segment, sheet }: TableLines, doubts: readonly Doubt[]): readonly Diagnostic[] {
  return doubts
    .toSorted((one, other) => one.at - other.at)
    .map(({ ordinal, code, message, at }) => {
      const from = sheet.offsetOf(ordinal);
      return diagnostic(code, message, placeOf(segment.runs, ordinal, at - from), sheet.lineAt(from).trim());
    });
}
