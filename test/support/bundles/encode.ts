import { Buffer } from "node:buffer";
import iconv from "iconv-lite";

/** How a collector writes text: `utf-16le` has its mark at the start, `ascii` a question mark for whatever it lacks. */
export type Encoding =
  | "utf-16le"
  | "utf-8"
  | "ascii"
  | "cp437"
  | "cp850"
  | "cp852"
  | "cp932"
  | "windows-1250"
  | "windows-1252";

/** The bytes of a text. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-16le") return iconv.encode(text, "utf-16le", { addBOM: true });
  if (encoding === "ascii") return Buffer.from(text.replaceAll(/[^\p{ASCII}]/gu, "?"), "latin1");
  return iconv.encode(text, encoding);
}
