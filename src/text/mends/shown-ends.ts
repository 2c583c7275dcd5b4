import { type Mend, replacing, untouched } from "./mend.ts";

/** `^M$` at the end of a line, `^I` for a TAB: what `cat -A`, `vi` and `less` show of characters that nobody sees. */
const shown = /\^I|\^M\$?[ \t]*$|(?<=(?:[ \t]|Offload(?:ed|ing)|InHost|Uploading))\$$/g;

/** Signs that stand for the end of a line and for TABs. A dollar sign alone is one only behind what ends a row or a value. */
export const shownEnds: Mend = (text) => {
  if (!text.includes("^") && !text.endsWith("$")) return untouched;
  return replacing(text, shown, ([found]) => (found === "^I" ? "\t" : ""));
};
