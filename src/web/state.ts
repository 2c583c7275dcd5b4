import type { ReportPlace } from "../report/index.ts";
import { type Comparing, firstChoice } from "./comparing-choice.ts";
import { markedAt } from "./marked.ts";
import type { Answer, ShownSource } from "./messages.ts";
import type { Typed } from "./offer.ts";
import { beginning, NOTHING_READ, type State, sourceIn, withTabs } from "./page-state.ts";
import { afterTyping, settled } from "./pasted-over.ts";
import type { ReadingOptions } from "./reading-options.ts";
import { type HandedIn, isEmpty, isSourceOf, renamed, type Tab, withMore, withTab } from "./tabs.ts";

export type Change =
  | { readonly is: "added"; readonly inputs: readonly HandedIn[]; readonly notices: readonly string[] }
  | ({ readonly is: "typed" } & Typed)
  /** What was pasted over a text, or into it, gets a tab of its own; null leaves all as it is. */
  | { readonly is: "settled"; readonly as: "another host" | "compared" | null }
  /** `first` is the tab that is looked at with the one before it. */
  | { readonly is: "comparing"; readonly comparing: Comparing | "first" | null }
  | { readonly is: "replaced"; readonly tab: number; readonly by: HandedIn }
  | { readonly is: "renamed"; readonly tab: number; readonly name: string }
  | { readonly is: "removed"; readonly tab: number }
  | { readonly is: "known"; readonly options: ReadingOptions }
  | { readonly is: "looked"; readonly at: ReportPlace }
  | { readonly is: "opened"; readonly tab: number }
  | { readonly is: "begun"; readonly bytes: number }
  /** Nothing is left to be read. */
  | { readonly is: "emptied" }
  /** Everything that was handed in goes. */
  | { readonly is: "cleared" }
  | { readonly is: "heard"; readonly answer: Answer }
  | { readonly is: "chosen"; readonly source: string }
  | { readonly is: "marked"; readonly place: ReportPlace }
  | { readonly is: "said"; readonly notices: readonly string[] };

/** The state after a change. Nothing that goes wrong takes away what was handed in. */
export function changed(state: State, change: Change): State {
  switch (change.is) {
    case "added":
      return afterAdding(state, change.inputs, change.notices);
    case "typed":
      return afterTyping(state, change);
    case "settled":
      return settled(state, change.as);
    case "comparing":
      return {
        ...state,
        comparing: change.comparing === "first" ? firstChoice(state.tabs, state.tab) : change.comparing,
      };
    case "replaced":
      return { ...withTabs(state, withTab(state.tabs, change.tab, change.by)), ...NOTHING_READ, notices: [] };
    case "renamed":
      return withTabs(state, renamed(state.tabs, change.tab, change.name));
    case "removed":
      return { ...withTabs(state, without(state.tabs, change.tab)), ...NOTHING_READ, notices: [] };
    case "known":
      return { ...state, options: change.options };
    case "looked":
      return isSame(state.at, change.at) ? state : { ...state, at: change.at };
    case "opened":
      return { ...state, tab: change.tab, source: sourceIn(state, change.tab, state.shown), marked: null };
    case "begun":
      return { ...state, work: { is: "reading", bytes: 0, of: change.bytes } };
    case "emptied":
      return { ...state, ...NOTHING_READ, work: { is: "nothing" } };
    case "cleared":
      return { ...beginning, explanations: state.explanations };
    case "heard":
      return afterAnswer(state, change.answer);
    case "chosen":
      return { ...state, source: change.source, marked: null };
    case "marked":
      return afterMarking(state, change.place);
    case "said":
      return { ...state, notices: change.notices };
  }
}

/** Whoever hands in something beside an empty tab wants to see that, and no longer the empty one. */
function afterAdding(state: State, inputs: readonly HandedIn[], notices: readonly string[]): State {
  const [active] = state.tabs.filter(({ id }) => id === state.tab);
  const [first] = inputs;
  if (first === undefined) return { ...state, notices };
  if (active === undefined || !isEmpty(active)) {
    const tabs = withMore(state.tabs, inputs);
    const isNewText = inputs.length === 1 && first.content.is === "text";
    const tab = isNewText ? (tabs.at(-1)?.id ?? state.tab) : state.tab;
    return { ...withTabs({ ...state, tab }, tabs), notices };
  }
  const others = without(state.tabs, active.id);
  const tabs = withMore(others, inputs).filter((tab) => !isEmpty(tab) || tab.id !== active.id);
  return { ...withTabs({ ...state, tab: tabs.at(-inputs.length)?.id ?? state.tab }, tabs), notices };
}

/** A place in a text that is not there to be shown changes nothing. */
function afterMarking(state: State, place: ReportPlace): State {
  const tab = state.tabs.find((one) => isSourceOf(one, place.source));
  if (tab === undefined || !isShown(state.shown, place)) return state;
  return { ...state, tab: tab.id, source: place.source, at: place, marked: markedAt(state.report, place) };
}

/** True for a line whose text was kept. */
export function isShown(shown: readonly ShownSource[], { source, line }: ReportPlace): boolean {
  return shown.some(({ name, lines }) => name === source && line <= Math.max(1, lines));
}

function afterAnswer(state: State, answer: Answer): State {
  if (answer.kind === "progress" && state.work.is === "reading") {
    return { ...state, work: { ...state.work, bytes: answer.bytes } };
  }
  if (answer.kind === "failed") return { ...state, work: { is: "failed", reason: answer.message } };
  if (answer.kind === "explanations") {
    return { ...state, explanations: new Map(answer.explanations.map((one) => [one.name, one])) };
  }
  if (answer.kind !== "report") return state;
  const { kind: _, ...read } = answer;
  const { shown } = read;
  return {
    ...state,
    work: { is: "done" },
    ...read,
    source: sourceIn(state, state.tab, shown),
    marked: null,
  };
}

function isSame(one: ReportPlace | null, other: ReportPlace): boolean {
  return one?.source === other.source && one.line === other.line;
}

function without(tabs: readonly Tab[], id: number): readonly Tab[] {
  return tabs.filter((tab) => tab.id !== id);
}
