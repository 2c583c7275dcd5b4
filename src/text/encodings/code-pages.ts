/** Reads bytes of one code page. What the page does not define becomes U+FFFD. */
export type PageDecoder = (bytes: Uint8Array) => string;

/**
 * The pages TextDecoder reads as Windows does. Not windows-1252, which Node 20 takes for ISO 8859-1, and not euc-kr,
 * which in Node lacks the syllables that code page 949 adds to it.
 */
const webLabels: ReadonlyMap<string, string> = new Map([
  ["utf-8", "utf-8"],
  ["cp866", "ibm866"],
  ["shift_jis", "shift_jis"],
  ["gbk", "gbk"],
  ["big5", "big5"],
  ["windows-1250", "windows-1250"],
  ["windows-1251", "windows-1251"],
]);

const tableLabels: ReadonlyMap<string, string> = new Map([
  ["cp437", "cp437"],
  ["cp850", "cp850"],
  ["cp852", "cp852"],
  ["windows-1252", "cp1252"],
  ["euc-kr", "cp949"],
]);

/** Bytes a page leaves undefined come out of TextDecoder as C1 controls. */
const UNDEFINED = /[\x80-\x9f]/g;

/** The decoder of one of `supportedEncodings` that is not UTF-16. Loads tables only for the pages that need them. */
export async function pageDecoder(name: string): Promise<PageDecoder> {
  const label = tableLabels.get(name);
  if (name === "gbk") return wholeOf(webDecoder("gbk"), webDecoder("gb18030"));
  if (label === undefined) return webDecoder(webLabels.get(name) ?? "utf-8");
  const { default: iconv } = await import("iconv-lite");
  return (bytes) => iconv.decode(bytes, label, { stripBOM: false });
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
