import { type Mend, untouched } from "./mend.ts";

/** The mark that begins or ends a text of several lines, such as a cell of a spreadsheet, when nothing else is quoted. */
export const strayQuotes: Mend = (text) => {
  const at = text.indexOf('"');
  if (at < 0 || text.indexOf('"', at + 1) >= 0) return untouched;
  const isAround = text.slice(0, at).trim() === "" || text.slice(at + 1).trim() === "";
  return isAround ? [{ from: at, to: at + 1, text: "" }] : untouched;
};
