import { stillThere } from "./comparing-choice.ts";
import { PASTE } from "./inputs.ts";
import type { ShownSource } from "./messages.ts";
import { noValues } from "./rows.ts";
import type { State } from "./state.ts";
import { isSourceOf, type Tab } from "./tabs.ts";

/** The tab that is there when there is no other one. */
export const FIRST: Tab = { id: 1, name: PASTE, content: { is: "text", text: "" } };

/** What is known while nothing was read. */
export const NOTHING_READ = {
  report: null,
  shown: [],
  connections: { total: 0, values: noValues },
  hasMoments: false,
  at: null,
  marked: null,
} as const;

/** The source to be shown in a tab: the one that is, or the first one in it, or the tab itself. */
export function sourceIn({ tabs, source }: State, id: number, shown: readonly ShownSource[]): string {
  const tab = tabs.find((one) => one.id === id);
  if (tab === undefined) return PASTE;
  const there = shown.filter(({ name }) => isSourceOf(tab, name)).map(({ name }) => name);
  if (there.includes(source)) return source;
  return tab.content.is === "text" ? tab.name : (there[0] ?? tab.name);
}

/** The state with other tabs, one of which is looked at whatever became of them. */
export function withTabs(state: State, tabs: readonly Tab[]): State {
  const all = tabs.length === 0 ? [FIRST] : tabs;
  const tab = all.some(({ id }) => id === state.tab) ? state.tab : (all.at(-1)?.id ?? FIRST.id);
  const next = { ...state, tabs: all, tab, comparing: stillThere(state.comparing, all), offer: null };
  return { ...next, source: sourceIn(next, tab, state.shown) };
}
