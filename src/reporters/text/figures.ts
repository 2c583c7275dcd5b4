import type { Severity } from "../../../grammar/contract/diagnostic.ts";
import type { EvidencePlace } from "../../report/report.ts";
import { counted, placeText } from "../figures.ts";
import { printable } from "../printable.ts";
import type { Page } from "./page.ts";

/** A severity as it is printed; what is no more than a note has no colour. */
export function severityText(severity: Severity, { paint }: Page): string {
  if (severity === "info") return "note";
  return severity === "error" ? paint.error(severity) : paint.warning(severity);
}

/** Lines that something rests on, with their places; each stays on one line, however long, so that it can be found. */
export function quoteLines(
  places: readonly EvidencePlace[],
  most: number,
  indent: number,
  { paint }: Page,
): readonly string[] {
  const margin = " ".repeat(indent);
  const quotes = places.slice(0, most).map((place) => {
    const text = printable(place.text.trim());
    return `${margin}${paint.faint(placeText(place))}${text === "" ? "" : `  ${text}`}`;
  });
  const more = places.length - quotes.length;
  return more > 0 ? [...quotes, `${margin}and ${counted(more, "more line")}`] : quotes;
}
