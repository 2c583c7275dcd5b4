import type { Report, ReportPlace } from "../report/index.ts";
import type { Explanation } from "../reporters/html/parts.ts";
import { type Comparing, stillThere } from "./comparing-choice.ts";
import { PASTE } from "./inputs.ts";
import type { Marked } from "./marked.ts";
import type { ConnectionsRead, ShownSource } from "./messages.ts";
import type { Offer } from "./offer.ts";
import type { ReadingOptions } from "./reading-options.ts";
import { noValues } from "./rows.ts";
import { isSourceOf, type Tab } from "./tabs.ts";

/** How it stands with what was handed in last. */
export type Work =
  | { readonly is: "nothing" }
  | { readonly is: "reading"; readonly bytes: number; readonly of: number }
  | { readonly is: "done" }
  | { readonly is: "failed"; readonly reason: string };

/** What the page shows, but for the classes of lines, which are large. */
export interface State {
  readonly tabs: readonly Tab[];
  /** The tab that is looked at. */
  readonly tab: number;
  /** How it is to be read, as far as somebody knows more than the captures tell. */
  readonly options: ReadingOptions;
  readonly work: Work;
  /** Of what was read last: it stays while more is typed, and goes with what it was read from. */
  readonly report: Report | null;
  readonly shown: readonly ShownSource[];
  readonly connections: ConnectionsRead;
  /** True where something was captured twice. */
  readonly hasMoments: boolean;
  /** What there is to say of rules, verdicts, settings and words, by name. */
  readonly explanations: ReadonlyMap<string, Explanation>;
  /** What is compared; null where nothing is. */
  readonly comparing: Comparing | null;
  /** What to do with a text that was pasted where another one stood. */
  readonly offer: Offer | null;
  /** The line of a text that somebody looks at, so that its row can be shown. */
  readonly at: ReportPlace | null;
  /** The source whose text is shown: that of the tab itself, or of something in it. */
  readonly source: string;
  readonly marked: Marked | null;
  readonly notices: readonly string[];
}

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

export const beginning: State = {
  tabs: [FIRST],
  tab: FIRST.id,
  options: {},
  work: { is: "nothing" },
  ...NOTHING_READ,
  source: PASTE,
  explanations: new Map(),
  comparing: null,
  offer: null,
  notices: [],
};

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
