import { lookUp, phrasebook } from "../../lexicon/phrases.ts";

/** A value as it is printed, before its text is read. */
export interface PrintedValue {
  readonly name: string;
  /** REG_DWORD and so on, also where a .reg file says it in another way. */
  readonly type: string;
  /** What stands behind the type, and the index in the line where it begins. */
  readonly text: string;
  readonly at: number;
  /** How `text` has to be read. */
  readonly form: "query" | "string" | "dword" | "hex";
}

/** A line of `reg query` or of a .reg file by its shape. */
export type RegistryLine =
  | { readonly shape: "blank" }
  /** The line a file or an old reg.exe begins with; `ansi` is that of files whose hex texts have one byte a letter. */
  | { readonly shape: "heading"; readonly letters: "utf16" | "ansi" }
  /** `controlSet` is there for the key whose values are read here, and missing for any other key. */
  | { readonly shape: "key"; readonly controlSet?: string }
  | { readonly shape: "value"; readonly value: PrintedValue }
  /** Bytes that go on from the line above. */
  | { readonly shape: "bytes"; readonly text: string }
  | { readonly shape: "notFound" }
  | { readonly shape: "other" };

// HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters            [HKEY_LOCAL_MACHINE\SYSTEM\…]
const anyKey = /^[ \t]*\[?(HKEY_[A-Z_]{3,30}(?:\\[^\]]{0,1000})?)\]?[ \t]*$/i;
const ourKey = /^HKEY_LOCAL_MACHINE\\SYSTEM\\(CurrentControlSet|ControlSet\d{3})\\Services\\Tcpip\\Parameters\\?\s*$/i;

//     EnableTCPChimney    REG_DWORD    0x1
const queried = /^[ \t]{0,40}(\S.{0,254}?)[ \t]{1,40}(REG_[A-Z_]{2,40})(?:[ \t]+|$)/;

// "EnableTCPChimney"=dword:00000001
const exported = /^[ \t]*(?:"((?:[^"\\]|\\.){1,255})"|@)[ \t]*=[ \t]*(?:(dword|hex(?:\([0-9a-f]{1,2}\))?):|(?="))/i;

//   63,00,70,00,\
const bytes = /^[ \t]*[0-9a-f]{2}(?:,[0-9a-f]{2})*,?\\?[ \t]*$/i;

const heading = /^[ \t]*(?:(REGEDIT4)|Windows Registry Editor Version 5\.00|! REG\.EXE VERSION \d\.\d)[ \t]*$/i;

/** The types behind the numbers that a .reg file has in brackets. */
const numberedTypes: ReadonlyMap<string, string> = new Map([
  ["hex", "REG_BINARY"],
  ["hex(0)", "REG_NONE"],
  ["hex(1)", "REG_SZ"],
  ["hex(2)", "REG_EXPAND_SZ"],
  ["hex(3)", "REG_BINARY"],
  ["hex(4)", "REG_DWORD"],
  ["hex(7)", "REG_MULTI_SZ"],
  ["hex(b)", "REG_QWORD"],
]);

const notFound = phrasebook(({ messages }) => [["notFound", (messages.registryNotFound ?? []).map(undotted)]] as const);

/** A line of reg.exe may be as long as a value; longer ones are something else. */
const LONGEST_LINE = 20_000;

/** Reads a line by itself. */
export function registryLine(line: string): RegistryLine {
  if (line.trim() === "") return { shape: "blank" };
  if (line.length > LONGEST_LINE) return { shape: "other" };
  const key = anyKey.exec(line)?.[1];
  if (key !== undefined) {
    const controlSet = ourKey.exec(key)?.[1];
    return controlSet === undefined ? { shape: "key" } : { shape: "key", controlSet };
  }
  const value = queriedValue(line) ?? exportedValue(line);
  if (value !== undefined) return { shape: "value", value };
  if (bytes.test(line)) return { shape: "bytes", text: line };
  const top = heading.exec(line);
  if (top !== null) return { shape: "heading", letters: top[1] === undefined ? "utf16" : "ansi" };
  return lookUp(notFound, undotted(line)) === undefined ? { shape: "other" } : { shape: "notFound" };
}

function queriedValue(line: string): PrintedValue | undefined {
  if (!line.includes("REG_")) return undefined;
  const [whole = "", name, type] = queried.exec(line) ?? [];
  if (name === undefined || type === undefined) return undefined;
  return { name, type, text: line.slice(whole.length).trimEnd(), at: whole.length, form: "query" };
}

function exportedValue(line: string): PrintedValue | undefined {
  const match = exported.exec(line);
  if (match === null) return undefined;
  const [whole, printed, kind] = match;
  const name = printed === undefined ? "@" : unescaped(printed);
  const rest = { name, text: line.slice(whole.length).trimEnd(), at: whole.length };
  if (kind === undefined) return { ...rest, type: "REG_SZ", form: "string" };
  const numbered = kind.toLowerCase();
  if (numbered === "dword") return { ...rest, type: "REG_DWORD", form: "dword" };
  return { ...rest, type: numberedTypes.get(numbered) ?? numbered, form: "hex" };
}

/** A text of a .reg file without its backslashes before quotation marks and backslashes. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(["\\])/g, "$1");
}

function undotted(text: string): string {
  return text.trim().replace(/\.$/, "");
}
