import { type Mend, mendWhere, replacing } from "./mend.ts";

/**
 * Characters nobody sees: controls but the TAB, zero-width and directional marks, the soft hyphen, a byte order mark.
 * Those that break a line (the soft return of Word among them) are in the second group.
 */
const invisible =
  /[\x00-\x08\x0d-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+|([\x0b\x0c\u2028\u2029])/g;
const any = new RegExp(invisible.source);

/** Invisible characters go; line and page breaks other than "\n" end the line. */
export const controls: Mend = mendWhere(any, (text) => {
  return replacing(text, invisible, ([, lineBreak]) => (lineBreak === undefined ? "" : "\n"));
});
