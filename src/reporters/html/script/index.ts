import { commands } from "./commands.ts";
import { folds } from "./folds.ts";
import { keys } from "./keys.ts";
import { longTables } from "./long-tables.ts";
import { rowLinks } from "./row-links.ts";
import { sorting } from "./sorting.ts";
import { unpacking } from "./unpacking.ts";

/**
 * What a page does beyond being read, for those who let it: tables are sorted by the button in a heading, long ones are
 * searched, groups find their rows there, commands are copied, and what is folded up is made when it is opened. Without it nothing is missing but that.
 * It makes its own buttons, so none is there that does nothing. Each part enhances what it finds within an element.
 */
export const script = `
"use strict";
${unpacking}${sorting}${longTables}${rowLinks}${keys}${commands}${folds}
function enhance(within) {
  sortable(within);
  copyable(within);
  searchable(within);
  foldable(within);
  rowsLinked(within);
}
enhance(document);
openTarget();
`;
