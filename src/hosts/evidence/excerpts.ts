import type { RowNote } from "../../summary/index.ts";
import type { Evidence, EvidencePlace } from "./evidence.ts";
import type { KeptCaptures } from "./kept.ts";

/** Lines of a source that are cited, with those around them, as far as they were kept; in the order of the source. */
export interface Excerpt {
  readonly source: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** Lines shown before and after one that is cited. */
const AROUND = 2;

/** Lines of all excerpts of a host: more than anybody reads, and few enough for thousands of hosts in one report. */
const MOST_LINES = 400;

/** Gives the text of a line of one source; undefined where it was not kept, empty where there is nothing in it. */
type LineText = (line: number) => string | undefined;

/**
 * The cited lines and those around them, source by source in the order in which they are cited. What was not kept is
 * missing: of tables only the rows that are quoted are known.
 */
export function excerptsOf(
  kept: KeptCaptures,
  netstat: Evidence["netstat"] | undefined,
  cited: readonly EvidencePlace[],
): readonly Excerpt[] {
  const texts = new Map<string, LineText>();
  const excerpts = new Map<string, Map<number, string>>();
  let left = MOST_LINES;
  for (const place of cited) {
    if (left <= 0) break;
    const textOf = texts.get(place.source) ?? lineTexts(place.source, kept, netstat);
    texts.set(place.source, textOf);
    const lines = excerpts.get(place.source) ?? new Map<number, string>();
    excerpts.set(place.source, lines);
    left += lines.size;
    addAround(lines, place, textOf);
    left -= lines.size;
  }
  return [...excerpts].map(([source, lines]) => ({
    source,
    lines: [...lines].sort(([a], [b]) => a - b).map(([line, text]) => ({ line, text })),
  }));
}

function addAround(lines: Map<number, string>, { line, text }: EvidencePlace, textOf: LineText): void {
  for (let near = Math.max(1, line - AROUND); near <= line + AROUND; near += 1) {
    const known = textOf(near) ?? (near === line ? text : undefined);
    if (known !== undefined && !lines.has(near)) lines.set(near, known);
  }
}

function lineTexts(source: string, kept: KeptCaptures, netstat: Evidence["netstat"] | undefined): LineText {
  const captures = [...kept.values()].flat().filter((capture) => capture.source === source);
  const quoted = rowsOf(netstat).filter((row) => row.source === source);
  const rows = new Map(quoted.map(({ line, text }) => [line, text]));
  return (line) => rows.get(line) ?? captures.map((capture) => capture.textOf(line)).find((text) => text !== "");
}

function rowsOf(netstat: Evidence["netstat"] | undefined): readonly RowNote[] {
  if (netstat === undefined) return [];
  const { heading, examples, eligibleInHost, ownRows, duplicates, unknownOffloadStates } = netstat;
  return [heading, ...Object.values(examples).flat(), eligibleInHost, ownRows, duplicates, unknownOffloadStates].flat();
}
