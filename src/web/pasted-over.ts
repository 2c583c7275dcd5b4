import { NOTHING_READ, withTabs } from "./active-tab.ts";
import type { State } from "./state.ts";
import { nextPaste, withMore, withTab } from "./tabs.ts";

/** What came of a key, or of what was pasted into a tab. */
export interface Typed {
  readonly tab: number;
  /** All that stands there now. */
  readonly text: string;
  /** Whether all that stood there before has gone: then it is another text. */
  readonly how: "edited" | "overwritten";
  /** What was pasted there; empty for what was typed. */
  readonly inserted: string;
}

/** A text that was pasted where another one stood: maybe of another server, or of the same one later. */
export interface Offer {
  readonly tab: number;
  readonly before: string;
  readonly inserted: string;
  readonly how: Typed["how"];
}

/** Lines from which on a text is a capture more, and no correction. */
const LEAST_LINES = 3;

/** The state after typing or pasting; what was pasted over a capture can have a tab of its own. */
export function afterTyping(state: State, { tab, text, how, inserted }: Typed): State {
  const before = state.tabs.find(({ id }) => id === tab)?.content;
  const typed = { ...state, tabs: withTab(state.tabs, tab, { content: { is: "text", text } }) };
  const isOffered = before?.is === "text" && isCapture(before.text) && isCapture(inserted);
  const offer = isOffered ? { tab, before: before.text, inserted, how } : null;
  return how === "overwritten" || text === "" ? { ...typed, ...NOTHING_READ, offer } : { ...typed, offer };
}

/** Each of the two texts in a tab of its own, and compared where that is wanted. */
export function settled(state: State, as: "another host" | "compared" | null): State {
  const { offer } = state;
  if (offer === null || as === null) return { ...state, offer: null };
  const { tab, before, inserted } = offer;
  const kept = withTab(state.tabs, tab, { content: { is: "text", text: before } });
  const tabs = withMore(kept, [{ name: nextPaste(kept), content: { is: "text", text: inserted } }]);
  const after = tabs.at(-1)?.id ?? tab;
  const next = { ...withTabs({ ...state, tab: after }, tabs), ...NOTHING_READ };
  return as === "compared" ? { ...next, comparing: { before: tab, after, pairing: "asNamed" } } : next;
}

function isCapture(text: string): boolean {
  return text.split("\n", LEAST_LINES).length === LEAST_LINES;
}
