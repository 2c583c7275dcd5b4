import { type Mend, mendWhere, replacing } from "./mend.ts";

/** What a code page makes of the bytes from 0x80 on. */
const pages: readonly string[] = [
  `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ${latin()}`,
  `ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x98™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї${cyrillic()}`,
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0",
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0",
  "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\xa0",
];

/** Two letters beyond ASCII at least, of which a letter of UTF-8 was made. */
const run = /[\x80-\uffff]{2,400}/g;
const any = /[\x80-\uffff]{2}/;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

let tables: readonly ReadonlyMap<string, number>[] | undefined;

/** Letters whose UTF-8 somebody took for a code page: `ABHÃ–REN`, `ABH├ûREN` and `РЎРѕСЃС‚`. */
export const twiceEncoded: Mend = mendWhere(any, (text) => {
  return replacing(text, run, ([found]) => onceEncoded(found));
});

function onceEncoded(found: string): string | undefined {
  tables ??= pages.map((page, at) => tableOf(page, at));
  for (const table of tables) {
    const bytes = bytesOf(found, table);
    const text = bytes && decoded(bytes);
    if (text !== undefined) return text;
  }
  return undefined;
}

function tableOf(page: string, at: number): ReadonlyMap<string, number> {
  const table = new Map([...page].map((letter, index) => [letter, 0x80 + index]));
  // ISO 8859-1 has controls where code page 1252 has marks.
  if (at === 0) for (let code = 0x80; code < 0xa0; code += 1) table.set(String.fromCharCode(code), code);
  return table;
}

function bytesOf(text: string, table: ReadonlyMap<string, number>): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = table.get(text[at] ?? "");
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function latin(): string {
  return Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at)).join("");
}

function cyrillic(): string {
  return Array.from({ length: 0x40 }, (_, at) => String.fromCharCode(0x410 + at)).join("");
}
