import { type DiagnosticCode, diagnostic } from "../../contract/diagnostic.ts";
import type { Reading } from "../../contract/grammar.ts";
import { lineNumbers, placeOf, type SegmentText } from "../../contract/place.ts";
import { settingsLines } from "../settings/lines.ts";
import type { ChimneyStatsCell, StatisticsState } from "./layout.ts";
import { listLayout } from "./list.ts";
import { tableLayout } from "./table.ts";

/** What the shape of a statistics output alone gives; its state is one that every command of statistics knows. */
export type LayoutReading = Reading<ChimneyStatsCell, { readonly state: StatisticsState }>;

const UNVERIFIED =
  "No public sample of these statistics exists: the cells are kept as printed and no column was given a meaning";
const RAGGED = "The row has another number of cells than the heading: they are kept under their numbers";

/** Reads an output that is no message, by its shape alone: a list, a table, or neither. */
export function layoutReading(segment: SegmentText, texts: readonly string[]): LayoutReading {
  const layout = listLayout(texts, settingsLines(segment.text)) ?? tableLayout(texts);
  if (layout === undefined) return unreadableReading(segment, texts);
  const numberOf = lineNumbers(segment.runs);
  const remark = (code: DiagnosticCode, message: string, ordinal: number) =>
    diagnostic(code, message, placeOf(segment.runs, ordinal), texts[ordinal]);
  return {
    records: layout.cells.map(({ ordinal, ...cell }) => ({ line: numberOf(ordinal), ...cell })),
    classes: layout.classes,
    diagnostics: [
      remark("chimneystats-unverified", UNVERIFIED, firstWords(texts)),
      ...layout.ragged.map((ordinal) => remark("ragged-row", RAGGED, ordinal)),
    ],
    locale: null,
    traits: { state: layout.state },
    recognised: true,
  };
}

function unreadableReading(segment: SegmentText, texts: readonly string[]): LayoutReading {
  const first = firstWords(texts);
  const message = "This is neither a message of netsh nor a table or list of statistics";
  return {
    records: [],
    classes: texts.map((text) => (text.trim() === "" ? "blank" : "unknown")),
    diagnostics: [diagnostic("chimneystats-unreadable", message, placeOf(segment.runs, first), texts[first])],
    locale: null,
    traits: { state: "unreadable" },
    recognised: true,
  };
}

/** Ordinal of the first line that is not blank. */
function firstWords(texts: readonly string[]): number {
  const first = texts.findIndex((text) => text.trim() !== "");
  return Math.max(0, first);
}
