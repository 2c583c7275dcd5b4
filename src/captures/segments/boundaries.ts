import { type AnyGrammar, type CaptureKind, grammars } from "../../../grammar/index.ts";
import type { Mended } from "../../text/index.ts";
import { aboveRows, looksLikeColumns } from "./above-rows.ts";
import { isBlank, isDoubleSpaced, type OpenSegment } from "./segmenter.ts";

/**
 * True where the record begins another capture of its kind: netstat repeats its heading at each interval, and of two
 * tables behind one another only one may have the column of offload states.
 */
export function isOfAnother({ kind, parts, tail, hasRecords }: OpenSegment, record: Mended): boolean {
  if (!hasRecords || tail.length === 0) return false;
  if (kind === "netstat" && aboveRows(kind, tail) > 0) return true;
  const last = parts.at(-1);
  if (last === undefined || !tail.every(isBlank) || isDoubleSpaced(parts)) return false;
  const grammar: AnyGrammar | undefined = grammars.find((candidate) => candidate.kind === kind);
  return grammar?.differs?.(last.text, record.text) === true;
}

/** True for a line below rows that is the heading of the next table where more rows follow it. */
export function mayHead(kind: CaptureKind, text: string): boolean {
  return kind === "netstat" && looksLikeColumns(text);
}
