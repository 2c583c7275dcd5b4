import { type PrintedValue, unescaped } from "./line.ts";

/** What the text of a value says. */
export interface ReadValue {
  readonly value: number | string | readonly string[];
  /** What somebody wrote behind a number; empty when nothing. */
  readonly trailing: string;
  /** False when the text is not what its type promises; it is then kept as printed. */
  readonly readable: boolean;
}

/** The bytes of a hex value: their number is bounded by the text they were printed in. */
type Bytes = readonly number[];

const LONGEST_DIGITS = { REG_DWORD: 8, REG_QWORD: 16 } as const;

/** Reads the text of a value; `letters` is how a hex text of the file writes a letter. */
export function readValue({ type, form, text }: PrintedValue, letters: "utf16" | "ansi"): ReadValue {
  const kind = type.toUpperCase();
  switch (form) {
    case "query":
      if (kind === "REG_DWORD" || kind === "REG_QWORD") return number(text, /^0x([0-9a-f]{1,20})(?![\w.])/i, kind);
      if (kind === "REG_MULTI_SZ") return legible(strings(text.replace(/^""$/, "").split("\\0")));
      return legible(text);
    case "dword":
      return number(text, /^([0-9a-f]{1,20})(?![\w.])/i, "REG_DWORD");
    case "string":
      return quoted(text);
    case "hex":
      return fromBytes(kind, text, letters);
  }
}

function number(text: string, pattern: RegExp, kind: "REG_DWORD" | "REG_QWORD"): ReadValue {
  const [whole = "", digits] = pattern.exec(text) ?? [];
  const value = Number.parseInt(digits ?? "", 16);
  const fits = digits !== undefined && digits.length <= LONGEST_DIGITS[kind] && Number.isSafeInteger(value);
  return fits ? { value, trailing: text.slice(whole.length).trim(), readable: true } : illegible(text);
}

function quoted(text: string): ReadValue {
  return text.length >= 2 && text.endsWith('"') ? legible(unescaped(text.slice(1, -1))) : illegible(text);
}

function fromBytes(kind: string, text: string, letters: "utf16" | "ansi"): ReadValue {
  const bytes = bytesOf(text);
  if (bytes === undefined) return illegible(text);
  switch (kind) {
    case "REG_DWORD":
    case "REG_QWORD": {
      const value = bytes.reduceRight((high, byte) => high * 256 + byte, 0);
      const fits = bytes.length === LONGEST_DIGITS[kind] / 2 && Number.isSafeInteger(value);
      return fits ? legible(value) : illegible(text);
    }
    case "REG_SZ":
    case "REG_EXPAND_SZ":
    case "REG_MULTI_SZ": {
      const decoded = letters === "ansi" ? fromAscii(bytes) : fromUtf16(bytes);
      if (decoded === undefined) return illegible(text);
      return legible(kind === "REG_MULTI_SZ" ? strings(decoded.split("\0")) : decoded.replace(/\0+$/, ""));
    }
    default:
      return legible(text);
  }
}

function bytesOf(text: string): Bytes | undefined {
  const printed = text.split(/[,\s\\]+/).filter((byte) => byte !== "");
  const found = printed.map((byte) => (/^[0-9a-f]{2}$/i.test(byte) ? Number.parseInt(byte, 16) : Number.NaN));
  return found.some(Number.isNaN) ? undefined : found;
}

/** Texts of files of Windows 2000 and later, little-endian; undefined when half a letter is missing. */
function fromUtf16(bytes: Bytes): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const units = bytes.flatMap((low, at) => (at % 2 === 0 ? [low + 256 * (bytes[at + 1] ?? 0)] : []));
  return units.map((unit) => String.fromCharCode(unit)).join("");
}

/** Texts of older files are in some code page: only the letters that all of them share can be read. */
function fromAscii(bytes: Bytes): string | undefined {
  return bytes.every((byte) => byte < 0x80) ? bytes.map((byte) => String.fromCharCode(byte)).join("") : undefined;
}

/** The strings of a list without the empty ones that end it. */
function strings(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

function legible(value: ReadValue["value"]): ReadValue {
  return { value, trailing: "", readable: true };
}

function illegible(text: string): ReadValue {
  return { value: text, trailing: "", readable: false };
}
