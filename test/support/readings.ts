import type { Diagnostic } from "../../grammar/contract/diagnostic.ts";
import type { Reading } from "../../grammar/contract/grammar.ts";
import type { SegmentText } from "../../grammar/contract/place.ts";
import type { Setting, SettingsTraits } from "../../grammar/forms/settings/reading.ts";

/** The text as a segment that begins at the top of its source. */
export function segmentOf(text: string): SegmentText {
  return { text: text === "" || text.endsWith("\n") ? text : `${text}\n`, runs: [{ ordinal: 0, line: 1 }] };
}

/** The records as words: `chimneyOffload=automatic`, `?Label=value` for a label that is not known. */
export function settingsIn({ records }: Reading<Setting, SettingsTraits>): readonly string[] {
  return records.map(({ setting, label, value }) => `${setting ?? `?${label}`}=${value}`);
}

/** The diagnostics as words: `trailing-text 3:12`. */
export function remarksIn({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] {
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** The class of each line by its first letters: record, heading, blank, message, truncated, unknown, unrelated. */
export function classesIn({ classes }: Reading<unknown, unknown>): string {
  const letters = { record: "r", heading: "h", blank: "b", message: "m", truncated: "t", unknown: "?", unrelated: "-" };
  return classes.map((found) => (found in letters ? letters[found as keyof typeof letters] : found)).join("");
}

/** A title, a rule and rows of label and value, as netsh prints them. */
export function listing(title: string, rows: readonly (readonly [string, string])[]): string {
  return [title, "-".repeat(46), ...rows.map(([label, value]) => `${label.padEnd(36)}: ${value} `), ""].join("\n");
}
