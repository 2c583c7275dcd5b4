import type { LineClass } from "../../contract/grammar.ts";
import type { SettingsLine } from "../settings/lines.ts";
import { type ChimneyStatsLayout, isListColon, type PlacedCell, spansOf } from "./layout.ts";

/** Reads lines as a list of `label : value`, possibly in blocks; undefined when they are none. */
export function listLayout(texts: readonly string[], lines: readonly SettingsLine[]): ChimneyStatsLayout | undefined {
  const cells: PlacedCell[] = [];
  const classes: LineClass[] = [];
  let own: string | null = null;
  for (const [ordinal, line] of lines.entries()) {
    const text = texts[ordinal] ?? "";
    const entry = line.shape === "entry" && line.label !== "" && isListColon(text) ? line : undefined;
    if (entry === undefined && spansOf(text).length > 1) return undefined;
    if (entry === undefined || entry.value === "") {
      own = null;
      classes.push(line.shape === "blank" ? "blank" : "heading");
      continue;
    }
    if (/^(?:idx|interface index)$/i.test(entry.label)) own = entry.value;
    cells.push({ ordinal, interface: own, column: entry.label, value: entry.value });
    classes.push("record");
  }
  // One line is no list, and sentences with a colon among others are none either.
  const sentences = lines.filter(({ shape }) => shape === "text").length;
  const isList = cells.length > 1 && cells.length > sentences;
  return isList ? { state: "list", cells, classes, ragged: [] } : undefined;
}
