import { ansi } from "./ansi.ts";
import { boldText } from "./bold.ts";
import { controls } from "./controls.ts";
import { html } from "./html.ts";
import { lookalike } from "./lookalikes.ts";
import { markdown } from "./markdown.ts";
import type { Mend } from "./mend.ts";
import { nullLines } from "./null-lines.ts";
import { oneLine } from "./one-line.ts";
import { prefixes } from "./prefixes.ts";
import { shownEnds } from "./shown-ends.ts";
import { strayQuotes } from "./stray-quotes.ts";
import { twiceEncoded } from "./twice-encoded.ts";

/**
 * All mends, the outermost mangling first: entities may stand for characters that a later mend takes away, a quoted
 * line is looked at without its quoting, and whole tables are taken apart when nothing else is in the way.
 */
export const mends: readonly Mend[] = [
  html,
  ansi,
  twiceEncoded,
  controls,
  lookalike,
  shownEnds,
  strayQuotes,
  boldText,
  prefixes,
  markdown,
  nullLines,
  oneLine,
];
