/** The encodings of Unicode that need no code page. */
export type UnicodeEncoding = "utf-8" | "utf-16le" | "utf-16be";

const strict = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { fatal: true, ignoreBOM: true }),
} as const;

const tolerant = {
  "utf-8": new TextDecoder("utf-8", { ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { ignoreBOM: true }),
} as const;

/** The text of the bytes, byte order marks kept; undefined when they are not wholly valid. */
export function strictText(bytes: Uint8Array, encoding: UnicodeEncoding): string | undefined {
  try {
    return strict[encoding].decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of the bytes with U+FFFD for what is not valid. */
export function tolerantText(bytes: Uint8Array, encoding: UnicodeEncoding): string {
  return tolerant[encoding].decode(bytes);
}
