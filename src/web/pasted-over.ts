import type { Typed } from "./offer.ts";
import { NOTHING_READ, type State, withTabs } from "./page-state.ts";
import { nextPaste, withMore, withTab } from "./tabs.ts";

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
