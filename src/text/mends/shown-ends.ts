import { type Mend, mendWhere, replacing } from "./mend.ts";

/** `^M$` at the end of a line, `^I` for a TAB: what `cat -A`, `vi` and `less` show of characters that nobody sees. */
const shown = /\^I|\^M\$?[ \t]*$|(?<=(?:[ \t]|Offload(?:ed|ing)|InHost|Uploading))\$$/g;

/** Signs that stand for the end of a line and for TABs. A dollar sign alone is one only behind what ends a row or a value. */
export const shownEnds: Mend = mendWhere(/\^|\$$/, (text) => {
  return replacing(text, shown, ([found]) => (found === "^I" ? "\t" : ""));
});
