import type { Pairing } from "../compare/index.ts";
import type { ComparisonAsked } from "./comparing.ts";
import type { ReadingOptions } from "./reading-options.ts";
import { inputsOf, isEmpty, type Tab } from "./tabs.ts";

/** Which tabs are compared; of one tab with itself, its first moment and its last. */
export interface Comparing {
  readonly before: number;
  readonly after: number;
  readonly pairing: Pairing;
}

/** What is compared first: the tab that is looked at with the one before it, or the moments of the only one. */
export function firstChoice(tabs: readonly Tab[], active: number): Comparing | null {
  const full = tabs.filter((tab) => !isEmpty(tab));
  const at = Math.max(
    full.findIndex(({ id }) => id === active),
    Math.min(1, full.length - 1),
  );
  const [before, after] = [full[Math.max(0, at - 1)], full[at]];
  return before === undefined || after === undefined
    ? null
    : { before: before.id, after: after.id, pairing: "asNamed" };
}

/** The choice, as long as both of its tabs are there. */
export function stillThere(comparing: Comparing | null, tabs: readonly Tab[]): Comparing | null {
  const isThere = (wanted: number) => tabs.some((tab) => tab.id === wanted && !isEmpty(tab));
  return comparing !== null && isThere(comparing.before) && isThere(comparing.after) ? comparing : null;
}

/** What the worker is asked for a choice. */
export function askedFor(
  { before, after, pairing }: Comparing,
  tabs: readonly Tab[],
  options: ReadingOptions,
): ComparisonAsked | undefined {
  const [one, other] = [before, after].map((wanted) => tabs.find(({ id }) => id === wanted));
  if (one === undefined || other === undefined) return undefined;
  return { before: named(one), after: one === other ? null : named(other), pairing, options };
}

function named(tab: Tab) {
  return { name: tab.name, inputs: inputsOf([tab]) };
}
