import type { Line } from "../../../grammar/contract/place.ts";
import { edited, replacing } from "../mends/mend.ts";
import type { Wrapper } from "./wrapper.ts";

const double = /[\u201c-\u201f]/g;

/** Strings whose marks a word processor or a chat made typographic: what looks for strings looks for plain ones. */
export const typographicQuotes: Wrapper = {
  name: "typographic quotation marks",
  hints: [double],
  mayHold: (text) => text.search(double) >= 0,
  begin: () => ({ take: plain, rest: () => [] }),
};

function plain(line: Line): readonly Line[] {
  const edits = replacing(line.text, double, () => '"');
  return edits.length === 0 ? [line] : edited(line, edits);
}
