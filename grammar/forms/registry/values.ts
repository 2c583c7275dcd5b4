import P from "parsimmon";
import { type Placed, placed, readText } from "../../contract/lines.ts";
import { anyWords, token } from "../../lexicon/lexemes.ts";

/** A value as it is printed, before its text is read. */
export interface PrintedValue {
  readonly name: string;
  /** REG_DWORD and so on, also where a .reg file says it in another way. */
  readonly type: string;
  /** What stands behind the type, on all its lines, and the offset where it begins. */
  readonly text: string;
  readonly at: number;
  /** How `text` has to be read. */
  readonly form: "query" | "string" | "dword" | "hex";
}

/** How a file writes the letters of texts in bytes. */
export type Letters = "utf16" | "ansi";

/** What the text of a value says. */
export interface RegistryData {
  readonly value: number | string | readonly string[];
  /** What somebody wrote behind a number, and its offset in the text of the value; null when nothing. */
  readonly trailing: Placed<string> | null;
  /** False when the text is not what its type promises; it is then kept as printed. */
  readonly readable: boolean;
}

const LONGEST_DIGITS = { REG_DWORD: 8, REG_QWORD: 16 } as const;

/** A text in quotation marks, without the backslashes before quotation marks and backslashes. */
export const quoted: P.Parser<string> = P.alt(token(/[^"\\\n]+/), P.regexp(/\\(["\\])/, 1), P.string("\\"))
  .many()
  .map((parts) => parts.join(""))
  .wrap(P.string('"'), P.string('"'));

const digits = token(/[0-9a-f]{1,20}(?![\w.])/i);
const prefix = token(/0x/i);
const numberAndMore = (number: P.Parser<string>) =>
  P.seqObj<{ readonly digits: string; readonly trailing: Placed<string> }>(["digits", number], P.regexp(/[ \t]*/), [
    "trailing",
    placed(anyWords),
  ]);
// 0x1            00000001
const queriedNumber = numberAndMore(prefix.then(digits));
const exportedNumber = numberAndMore(digits);

// 1433-1434\05022-5022            ""
const endOfString = P.string("\\0");
const queriedStrings = P.alt(P.string('""').result([""]), token(/(?:[^\\]+|\\(?!0))*/).sepBy1(endOfString));

const byteSeparators = token(/[,\s\\]*/);
// 31,00,34,00,
const bytes = token(/[0-9a-f]{2}(?![0-9a-f])/i)
  .map((pair) => Number.parseInt(pair, 16))
  .skip(byteSeparators)
  .many();
const bytesInText = byteSeparators.then(bytes);

/** Reads the text of a value; `letters` is how a hex text of the file writes a letter. */
export function readData({ type, form, text }: PrintedValue, letters: Letters): RegistryData {
  const kind = type.toUpperCase();
  switch (form) {
    case "query":
      if (kind === "REG_DWORD" || kind === "REG_QWORD") return numberIn(text, queriedNumber, kind);
      if (kind === "REG_MULTI_SZ") return legible(withoutEnd(readText(queriedStrings, text) ?? []));
      return legible(text);
    case "dword":
      return numberIn(text, exportedNumber, "REG_DWORD");
    case "string": {
      const value = readText(quoted, text);
      return value === undefined ? illegible(text) : legible(value);
    }
    case "hex":
      return fromBytes(kind, text, letters);
  }
}

function numberIn(text: string, production: typeof queriedNumber, kind: keyof typeof LONGEST_DIGITS): RegistryData {
  const found = readText(production, text);
  const value = Number.parseInt(found?.digits ?? "", 16);
  if (found === undefined || found.digits.length > LONGEST_DIGITS[kind] || !Number.isSafeInteger(value))
    return illegible(text);
  return { value, trailing: found.trailing.value === "" ? null : found.trailing, readable: true };
}

function fromBytes(kind: string, text: string, letters: Letters): RegistryData {
  const found = readText(bytesInText, text);
  if (found === undefined) return illegible(text);
  switch (kind) {
    case "REG_DWORD":
    case "REG_QWORD": {
      const value = found.reduceRight((high, byte) => high * 256 + byte, 0);
      const fits = found.length === LONGEST_DIGITS[kind] / 2 && Number.isSafeInteger(value);
      return fits ? legible(value) : illegible(text);
    }
    case "REG_SZ":
    case "REG_EXPAND_SZ":
    case "REG_MULTI_SZ": {
      const strings = letters === "ansi" ? fromAscii(found) : fromUtf16(found);
      if (strings === undefined) return illegible(text);
      return legible(kind === "REG_MULTI_SZ" ? withoutEnd(strings) : withoutEnd(strings).join("\0"));
    }
    default:
      return legible(text);
  }
}

/** Texts of files of Windows 2000 and later, little-endian; undefined when half a letter is missing. */
function fromUtf16(printed: readonly number[]): readonly string[] | undefined {
  if (printed.length % 2 === 1) return undefined;
  return stringsOf(printed.flatMap((low, at) => (at % 2 === 0 ? [low + 256 * (printed[at + 1] ?? 0)] : [])));
}

/** Texts of older files are in some code page: only the letters that all of them share can be read. */
function fromAscii(printed: readonly number[]): readonly string[] | undefined {
  return printed.every((byte) => byte < 0x80) ? stringsOf(printed) : undefined;
}

const stringsInText = token(/[^\0]*/).sepBy1(P.string("\0"));

function stringsOf(units: readonly number[]): readonly string[] {
  return readText(stringsInText, units.map((unit) => String.fromCharCode(unit)).join("")) ?? [];
}

/** The strings of a list without the empty ones that end it. */
function withoutEnd(strings: readonly string[]): readonly string[] {
  const last = strings.findLastIndex((own) => own !== "");
  return strings.filter((_, at) => at <= last);
}

function legible(value: RegistryData["value"]): RegistryData {
  return { value, trailing: null, readable: true };
}

function illegible(text: string): RegistryData {
  return { value: text, trailing: null, readable: false };
}
