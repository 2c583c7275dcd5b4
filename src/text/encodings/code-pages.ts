import { isTablePage, tableText } from "./code-page-tables.ts";
import { hangulDecoder } from "./unified-hangul.ts";

/** Reads bytes of one code page. What the page does not define becomes U+FFFD. */
export type PageDecoder = (bytes: Uint8Array) => string;

/** The pages that TextDecoder reads as Windows does, in Node and in browsers. */
const webLabels: ReadonlyMap<string, string> = new Map([
  ["cp866", "ibm866"],
  ["shift_jis", "shift_jis"],
  ["gbk", "gbk"],
  ["big5", "big5"],
  ["windows-1250", "windows-1250"],
  ["windows-1251", "windows-1251"],
]);

/** Bytes a page leaves undefined come out of TextDecoder as C1 controls. */
const UNDEFINED = /[\x80-\x9f]/g;

/**
 * The decoder of one of `supportedEncodings` that is not UTF-16. Where the engine lacks a page that is left to it, as a
 * Node without its international data does, what is no ASCII becomes U+FFFD.
 */
export function pageDecoder(name: string): PageDecoder {
  if (isTablePage(name)) return (bytes) => tableText(bytes, name);
  try {
    if (name === "gbk") return wholeOf(webDecoder("gbk"), webDecoder("gb18030"));
    if (name === "euc-kr") return hangulDecoder();
    return webDecoder(webLabels.get(name) ?? "utf-8");
  } catch {
    return (bytes) => webDecoder("utf-8")(bytes);
  }
}

/** By the page, or by the larger one around it where that leaves less undefined: GB 18030 has letters of four bytes. */
function wholeOf(page: PageDecoder, larger: PageDecoder): PageDecoder {
  return (bytes) => {
    const text = page(bytes);
    if (!text.includes("\ufffd")) return text;
    const other = larger(bytes);
    return undefinedIn(other) < undefinedIn(text) ? other : text;
  };
}

function undefinedIn(text: string): number {
  return text.split("\ufffd").length;
}

function webDecoder(label: string): PageDecoder {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  if (label === "utf-8") return (bytes) => decoder.decode(bytes);
  return (bytes) => decoder.decode(bytes).replace(UNDEFINED, "\ufffd");
}
