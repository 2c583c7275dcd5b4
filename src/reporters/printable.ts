/**
 * What must not reach a terminal as it is: controls (escape sequences begin with one), characters that turn the
 * direction of text or can't be seen, line separators, halves of surrogate pairs, language tags.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The same for text in which line ends and tabs may stand, as in a quoted cell. */
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** What may stand in JSON by its rules, but not on a terminal; within JSON it only occurs in strings. */
const UNPRINTABLE_IN_JSON = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** What stands for a tab: blanks, since nobody can tell where the terminal's next stop is. */
const TAB = "    ";

/** Captured text made fit for a terminal: what can't be printed safely is shown as an escape, `\x1b` or `\u202e`. */
export function printable(text: string): string {
  return text.replaceAll("\t", TAB).replace(UNPRINTABLE, escaped);
}

/** The text with its controls shown as escapes; line ends and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, escaped);
}

/** JSON that reads back the same and does nothing to a terminal it is printed on. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE_IN_JSON, (character) => `\\u${hex(character, 4)}`);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${hex(character, 2)}`;
  return code <= 0xffff ? `\\u${hex(character, 4)}` : `\\u{${hex(character, 5)}}`;
}

function hex(character: string, digits: number): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(digits, "0");
}
