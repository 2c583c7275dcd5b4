import type { Line } from "../../../grammar/index.ts";
import type { Passage } from "./segment.ts";
import { closeSegment, type OpenSegment, type Segmenter } from "./segmenter.ts";

/** Passages between the banner of a console and the name of its host, at most: a few prompts and their answers. */
const MOST_PASSAGES = 30;

/**
 * A line, or the answer to `hostname`, that names a host: what follows is of that one, and a capture that has named
 * another one is over. A console prints the version of Windows before anything names the host, so a banner above is of
 * the same host; unless one was known already, by a prompt of a session to another computer.
 */
export function expectHost(segmenter: Segmenter, host: string): void {
  if (segmenter.echo.host === null) nameBanners(segmenter, host);
  segmenter.echo = { ...segmenter.echo, host };
  const named = segmenter.open?.namedHost;
  if (named !== undefined && named.toUpperCase() !== host.toUpperCase()) closeSegment(segmenter);
}

/** True for a capture that has not named its host so far and that the line may go on with. */
export function mayNameHost(segment: OpenSegment | undefined): boolean {
  return segment?.namedHost === undefined && segment?.tail.length === 0;
}

/** A capture that prints the name of its host is of that host from its first line on. */
export function nameHost(segmenter: Segmenter, host: string, line: Line): void {
  const { open } = segmenter;
  if (open?.parts.at(-1) === line) segmenter.open = { ...open, host, namedHost: host };
}

/** Takes the passages that nothing further down can change any more. */
export function settled({ ready }: Segmenter): readonly Passage[] {
  return ready.splice(0, firstBanner(ready));
}

function nameBanners(segmenter: Segmenter, host: string): void {
  const { open, ready } = segmenter;
  if (open !== undefined && open.kind !== "systemInfo") return;
  for (let at = firstBanner(ready); at < ready.length; at += 1) {
    const passage = ready[at];
    if (isNameless(passage)) ready[at] = { ...passage, host };
  }
  if (open?.host === null) segmenter.open = { ...open, host };
}

/** Index of the first banner that the name of its host may still follow; the number of passages when there is none. */
function firstBanner(ready: readonly Passage[]): number {
  const start = ready.findLastIndex((passage) => "kind" in passage && passage.kind !== "systemInfo") + 1;
  const at = ready.findIndex((passage, index) => index >= start && isNameless(passage));
  return at < 0 || ready.length - at > MOST_PASSAGES ? ready.length : at;
}

function isNameless(passage: Passage | undefined): passage is Extract<Passage, { readonly kind: unknown }> {
  return passage !== undefined && "kind" in passage && passage.kind === "systemInfo" && passage.host === null;
}
