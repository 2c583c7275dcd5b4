import iconv from "iconv-lite";

/** Encodings that show what they are, and code pages that only the words of a text show. */
const encodings = {
  "UTF-8": { page: "utf8", addBOM: false },
  "UTF-8 with its mark": { page: "utf8", addBOM: true },
  "UTF-16": { page: "utf16le", addBOM: true },
  "UTF-16 without its mark": { page: "utf16le", addBOM: false },
  "UTF-16, big end first": { page: "utf16be", addBOM: true },
  "code page 850": { page: "cp850", addBOM: false },
  "code page 936": { page: "cp936", addBOM: false },
  "Windows 1252": { page: "win1252", addBOM: false },
} as const;

export type EncodingName = keyof typeof encodings;
// The names are the keys of the table.
export const encodingNames = Object.keys(encodings) as readonly EncodingName[];

/** The bytes of the text; in UTF-8 where the encoding does not have its letters, or has them in no known words. */
export function encoded(text: string, name: EncodingName, hasUnknownWords: boolean): Uint8Array {
  const { page, addBOM } = encodings[name];
  const bytes = iconv.encode(text, page, { addBOM });
  const isWide = page.startsWith("utf");
  const isKept = isWide || (!hasUnknownWords && iconv.decode(bytes, page) === text);
  return isKept ? bytes : Buffer.from(text);
}
