import { type Diagnostic, type DiagnosticCode, diagnostic } from "../../contract/diagnostic.ts";
import type { LineClass } from "../../contract/grammar.ts";
import { placeOf, type SegmentText } from "../../contract/place.ts";
import { type SettingRow, type SettingsTable, type SettingsWords, valueOfRow } from "./table.ts";

/** A settings listing as it was read, with what messages need to talk about it. */
export interface ReadSettings<K> {
  readonly segment: SegmentText;
  readonly table: SettingsTable<K>;
  /** The rows that became records. */
  readonly rows: readonly SettingRow<K>[];
  /** What became of each line in the end. */
  readonly classes: readonly LineClass[];
  readonly matching: "byLabel" | "byPosition";
  readonly words: SettingsWords<K>;
  /** What people call the listing. */
  readonly title: string;
}

/** Says something about the line with the ordinal, at an index of it. */
type Remark = (code: DiagnosticCode, message: string, ordinal: number, index?: number) => Diagnostic;

/** Everything a reader has to know about the text of a settings listing, in the order of the text. */
export function settingsDiagnostics<K>(read: ReadSettings<K>): readonly Diagnostic[] {
  const texts = read.segment.text.split("\n");
  const remark: Remark = (code, message, ordinal, index = 0) =>
    diagnostic(code, message, placeOf(read.segment.runs, ordinal, index), texts[ordinal]);
  return [
    ...aboutTable(read, remark),
    ...read.table.cut.map((ordinal) => remark("value-missing", "The line was cut: its value is missing", ordinal)),
    ...aboutUnknownLines(read.classes, remark),
    ...read.rows.flatMap((row) => aboutRow(row, read, remark)),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

function aboutTable<K>({ table, matching, title }: ReadSettings<K>, remark: Remark): readonly Diagnostic[] {
  if (matching === "byPosition") {
    const message = `Labels of ${title} that are in no known language were matched by their position in the table, which is less sure than by their words`;
    return [remark("settings-by-position", message, table.rows[0]?.ordinal ?? 0)];
  }
  if (table.rows.length > 0 || table.cut.length > 0) return [];
  return [remark("table-without-rows", `The title of ${title} stands without any of them`, 0)];
}

/** One diagnostic for each stretch of lines that could not be read. */
function aboutUnknownLines(classes: readonly LineClass[], remark: Remark): readonly Diagnostic[] {
  return classes.flatMap((found, ordinal) =>
    found === "unknown" && classes[ordinal - 1] !== "unknown"
      ? [remark("unknown-line", "This is neither a setting nor a title of them", ordinal)]
      : [],
  );
}

function aboutRow<K>(row: SettingRow<K>, { words }: ReadSettings<K>, remark: Remark): readonly Diagnostic[] {
  const { value, documented, trailing, trailingAt } = valueOfRow(row, words);
  const found: Diagnostic[] = [];
  if (row.key === null && words.others === "kept") return found;
  if (row.key === null) {
    found.push(remark("unknown-setting", `The setting "${row.label}" is not known`, row.ordinal));
  } else if (!documented) {
    const message = `No document lists the value "${value}" for "${row.label}"`;
    found.push(remark("unknown-value", message, row.valueOrdinal, row.at));
  }
  if (trailing !== "") {
    const message = `The text behind the value "${value}" was left out`;
    found.push(remark("trailing-text", message, row.valueOrdinal, row.at + trailingAt));
  }
  return found;
}
