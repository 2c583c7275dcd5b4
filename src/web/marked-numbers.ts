import { type RowsWanted, sideNames } from "../reporters/html/parts.ts";
import { printable } from "../reporters/printable.ts";
import { excludedWords, groupTitles, notCountedWords } from "../reporters/words.ts";
import { isWanted, type RowMarks } from "./wanted-rows.ts";

/**
 * Marks the numbers and bars of the report whose rows are shown, and those that count the row that is looked at. They are
 * in a part of the page that is not drawn again for each row, so the marks are set on its elements.
 */
export function markNumbers(wanted: RowsWanted | null, looked: RowMarks | null): void {
  const chosen = wanted === null ? "" : JSON.stringify(wanted);
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>("[data-rows]")) {
    const { rows = "" } = element.dataset;
    const own: RowsWanted = JSON.parse(rows); // it was written by the report beside it
    if (rows === chosen) element.dataset["marked"] = "shown";
    else if (looked !== null && isWanted(looked, own)) element.dataset["marked"] = "of-row";
    else delete element.dataset["marked"];
  }
}

/** What rows have in common, in words. */
export function wantedWords({ by, key, side }: RowsWanted): string {
  const reasons: { readonly [name: string]: string } = { ...excludedWords, ...notCountedWords };
  const words = {
    tcp: "of TCP",
    counted: "that are eligible, or on the way",
    class: `left out: ${reasons[key] ?? key}`,
    byServicePort: `${groupTitles.byServicePort.toLowerCase()}: ${printable(key)}`,
    byForeignAddress: `${groupTitles.byForeignAddress.toLowerCase()}: ${printable(key)}`,
    byLocalAddress: `${groupTitles.byLocalAddress.toLowerCase()}: ${printable(key)}`,
    byProcess: `${groupTitles.byProcess.toLowerCase()}: ${printable(key)}`,
  }[by];
  return side === null ? words : `${words}, ${sideNames[side].toLowerCase()}`;
}
