import type { Remark } from "../../contract/sheet.ts";
import type { SettingsWords } from "./labels.ts";
import type { SettingRow } from "./language.ts";
import type { Table } from "./table.ts";
import { type SettingValue, settingValue } from "./values.ts";

/** A row with the setting that it turned out to be about, and its value. */
export interface ReadRow<K> extends SettingRow<K>, SettingValue {
  readonly key: K | null;
}

/** Reads the value of a row, in the words of its setting or, where that is not known, of any. */
export function readRow<K>(row: SettingRow<K>, key: K | null, words: SettingsWords<K>): ReadRow<K> {
  const { value: text } = row.printed;
  if (key === null && words.others === "kept") {
    return { ...row, key, value: words.anyValue(text) ?? text.toLowerCase(), documented: true, trailing: null };
  }
  const value = settingValue((word) => (key === null ? words.anyValue(word) : words.value(key, word)));
  return { ...row, key, ...value.tryParse(text) };
}

/** What has to be known of a listing as a whole, and of its labels without values. */
export function aboutTable<K>(
  { lines, rows }: Table<K>,
  matching: "byLabel" | "byPosition",
  { title }: { readonly title: string },
): readonly Remark[] {
  const cut = lines.filter((own) => own.is === "cut");
  const remarks = cut.map(
    ({ from }): Remark => ({ code: "value-missing", message: "The line was cut: its value is missing", at: from }),
  );
  if (matching === "byPosition") {
    const message = `Labels of ${title} in an unknown language were matched by their position in the table, which is less certain than by their words`;
    return [{ code: "settings-by-position", message, at: rows[0]?.from ?? 0 }, ...remarks];
  }
  if (rows.length > 0 || cut.length > 0) return remarks;
  return [{ code: "table-without-rows", message: `The title of ${title} has nothing below it`, at: 0 }];
}

/** What has to be known of a single setting. */
export function aboutRow<K>(row: ReadRow<K>, { others }: SettingsWords<K>): readonly Remark[] {
  const { key, label, value, documented, trailing, printed } = row;
  const remarks: Remark[] = [];
  if (key === null && others !== "kept") {
    remarks.push({ code: "unknown-setting", message: `Unknown setting "${label}"`, at: row.from });
  } else if (!documented) {
    remarks.push({
      code: "unknown-value",
      message: `No document lists the value "${value}" for "${label}"`,
      at: printed.at,
    });
  }
  if (trailing !== null) {
    remarks.push({
      code: "trailing-text",
      message: `Ignored the text after the value "${value}"`,
      at: printed.at + trailing.at,
    });
  }
  return remarks;
}
