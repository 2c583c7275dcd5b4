import tables from "iconv-lite/encodings/sbcs-data-generated.js";

/**
 * The code pages of which browsers lack a decoder or have the one of Windows, in place of the package that needs Node's
 * buffers: its tables, and the browser's own decoders. Node's differ from those.
 */
const OWN: ReadonlyMap<string, string> = new Map([
  ["cp1252", "windows-1252"],
  ["cp949", "euc-kr"],
]);

/** Bytes of one of the pages as text; the name and the arguments are those of the package it stands for. */
export function decode(bytes: Uint8Array, page: string): string {
  const own = OWN.get(page);
  if (own !== undefined) return new TextDecoder(own, { ignoreBOM: true }).decode(bytes);
  const upper = upperHalfOf(page);
  let text = "";
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? "\ufffd");
  return text;
}

/** The characters of the bytes from 0x80 on. */
function upperHalfOf(page: string): string {
  const table = tables[page];
  return typeof table === "object" ? table.chars : "";
}
