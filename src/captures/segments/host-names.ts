import type { HostMention } from "../host-names.ts";
import { firstHeld } from "./objects.ts";
import type { Passage } from "./segment.ts";
import type { Segmenter } from "./segmenter.ts";

/** Passages between the banner of a console and the name of its host, at most: a few prompts and their answers. */
const MOST_PASSAGES = 30;

/**
 * Gives a host to the banners above the line that names it: a console prints the version of Windows before anything
 * else. Not where a host was known already, by a prompt of a session on another computer.
 */
export function nameBanners(segmenter: Segmenter, host: HostMention): void {
  const { echo, open, ready } = segmenter;
  if (echo.host !== null || (open !== undefined && open.kind !== "systemInfo")) return;
  for (let at = firstBanner(ready); at < ready.length; at += 1) {
    const passage = ready[at];
    if (isNameless(passage)) ready[at] = { ...passage, host };
  }
  if (open?.host === null) segmenter.open = { ...open, host };
}

/**
 * A session on another computer begins: of the console nothing was captured but the head of its transcript, which names
 * it and makes no host of it.
 */
export function leaveConsole(segmenter: Segmenter): void {
  const { head, ready } = segmenter;
  const at = head === undefined ? -1 : ready.findLastIndex((passage) => "kind" in passage);
  if (head !== undefined && at >= 0) ready[at] = { class: "banner", lines: [head] };
  segmenter.head = undefined;
}

/** Takes the passages that nothing further down can change any more. */
export function settled({ ready, head }: Segmenter): readonly Passage[] {
  const latest = head === undefined ? -1 : ready.findLastIndex((passage) => "kind" in passage);
  const end = Math.min(firstBanner(ready), firstHeld(ready));
  return ready.splice(0, latest < 0 || ready.length - latest > MOST_PASSAGES ? end : Math.min(latest, end));
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
