import { type AnyGrammar, grammars } from "../../../grammar/index.ts";
import type { HostMention } from "../host-names.ts";
import type { Passage, Segment } from "./segment.ts";
import { closeSegment, isBlank, nameBelow, type Segmenter } from "./segmenter.ts";

/** Captures that a line further down may still name, at most, and how many characters each may have. */
const MOST_HELD = 4;
const LONGEST_HELD = 200_000;

/** The object that the line is one of goes on: its own capture may begin further down. */
export function nameObject(segmenter: Segmenter, host: HostMention): void {
  segmenter.object = host;
  segmenter.isObjectEmpty = true;
  segmenter.ready.push({ class: "banner", lines: [], named: host });
}

/**
 * An object ends with its last line. One in which nothing was captured is the end of what stands above a blank line, as
 * in `Format-List` of a text; but its name heads what follows where the first one of the source has nothing above it.
 */
export function endObject(segmenter: Segmenter): void {
  const { object, isObjectEmpty } = segmenter;
  segmenter.object = undefined;
  if (object === undefined || !isObjectEmpty || goesOn(segmenter)) return;
  closeSegment(segmenter);
  segmenter.namesAbove ??= segmenter.ready.some(isSegment) || segmenter.hasCaptured;
  if (segmenter.namesAbove) nameAbove(segmenter, object);
  else nameBelow(segmenter, { host: object });
}

/** True where the capture above is one of objects itself: its grammar knows what to make of their last lines. */
function goesOn({ open: segment, echo }: Segmenter): boolean {
  const grammar: AnyGrammar | undefined = grammars.find(({ kind }) => kind === segment?.kind);
  if (segment === undefined || grammar?.above === undefined) return false;
  if (!segment.tail.every((line) => isBlank(line) || grammar.continues(line.text, echo))) return false;
  segment.parts.push(...segment.tail.splice(0));
  return true;
}

/** Captures of one host behind one another: that of the last one is another now. */
function nameAbove({ ready }: Segmenter, host: HostMention): void {
  const before = ready.findLast(isSegment)?.host;
  for (let at = ready.length - 1, left = MOST_HELD; at >= 0 && left > 0; at -= 1) {
    const passage = ready[at];
    if (passage === undefined || (!isSegment(passage) && passage.named !== undefined && passage.named !== host)) return;
    if (!isSegment(passage)) continue;
    if (passage.host !== before) return;
    ready[at] = { ...passage, host, since: host.line ?? passage.since };
    left -= 1;
  }
}

/** Index of the first passage that such a line may still name. */
export function firstHeld(ready: readonly Passage[]): number {
  let first = ready.length;
  for (let at = ready.length - 1, left = MOST_HELD; at >= 0 && left > 0; at -= 1) {
    const passage = ready[at];
    if (passage === undefined || !isSegment(passage)) continue;
    if (passage.text.text.length > LONGEST_HELD) break;
    first = at;
    left -= 1;
  }
  return first;
}

function isSegment(passage: Passage): passage is Segment {
  return "kind" in passage;
}
