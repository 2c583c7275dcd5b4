import type { CaptureKind, Line } from "../../../grammar/index.ts";
import { isRule, type Marker } from "../../../grammar/markers/index.ts";
import { closeSegment, openSegment, type Segmenter } from "./segmenter.ts";
import { takeMarker } from "./take-marker.ts";

/** True for the line that names the host in the head of a PowerShell transcript. */
export function isHeadOfTranscript(marker: Marker | undefined): boolean {
  return marker?.host?.by === "the PowerShell transcript";
}

/** True up to the rule, the blank line or the prompt below that line: what stands between is of the console alone. */
export function isInHead(segmenter: Segmenter, text: string, marker: Marker | undefined): boolean {
  if (isHeadOfTranscript(marker)) return true;
  return segmenter.isInHead && text.trim() !== "" && marker?.class !== "prompt" && !isRule(text);
}

/** The line names the host and states its version of Windows: a marker and a capture in one. */
export function takeHead(segmenter: Segmenter, marker: Marker, kind: CaptureKind, line: Line): void {
  takeMarker(segmenter, marker, line, []);
  openSegment(segmenter, kind, 0, line);
  segmenter.open?.parts.push(line);
  closeSegment(segmenter);
  segmenter.head = line;
}
