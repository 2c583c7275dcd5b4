import ansiRegex from "ansi-regex";
import { type Mend, mendWhere, replacing } from "./mend.ts";

const sequence = ansiRegex();
/** Cursor to the right, and cursor to a row and column: what ConPTY writes instead of blanks and line ends. */
const right = /^\x1b\[(\d{0,4})C$/;
const position = /^\x1b\[\d{0,5}(?:;(\d{0,5}))?[Hf]$/;

/** The widest gap a cursor movement may stand for. */
const WIDEST = 250;
const gap = "  ";

/**
 * Terminal sequences: colours, titles and links go, movements of the cursor become the blanks or the line end they
 * were written for. A sequence that begins with a C1 control is not one here: in text of a wrongly guessed encoding
 * those are letters.
 */
export const ansi: Mend = mendWhere(/\x1b/, (text) => {
  return replacing(text, sequence, ([written]) => {
    if (!written.startsWith("\x1b")) return undefined;
    const cells = right.exec(written)?.[1];
    if (cells !== undefined) return " ".repeat(Math.min(Number(cells) || 1, WIDEST));
    const place = position.exec(written);
    if (place === null) return "";
    return (Number(place[1] ?? 1) || 1) === 1 ? "\n" : gap;
  });
});
