import type { Line } from "../../../grammar/contract/place.ts";
import { wrappers } from "./registry.ts";
import type { Unwrapping } from "./wrapper.ts";

export { wrappers } from "./registry.ts";

/** Takes captured text out of what programs wrapped it in, for one source. */
export interface Unwrapper {
  /**
   * False for a block in which nothing is wrapped. It is asked about the lines of each block that are no plain rows,
   * before any line of it is taken.
   */
  readonly mayHold: (text: string) => boolean;
  readonly take: (line: Line) => readonly Line[];
  /** True once a line came back that was not taken as it is. */
  readonly hasBegun: () => boolean;
  /** What was held back of the lines taken so far. */
  readonly rest: () => readonly Line[];
}

/** Begins with a source. */
export function unwrapper(): Unwrapper {
  const first = wrappers.map(({ begin }) => begin());
  // A string may hold a log, and a line of a log a string: what was unwrapped goes through all of them once more.
  const second = wrappers.map(({ begin }) => begin());
  let active: readonly Unwrapping[] = [];
  let isSecondEmpty = true;
  let hasBegun = false;
  // Lines that did not come back at once: they may come back as they are, or never.
  const held = new WeakSet<Line>();
  let left: readonly Line[] = [];
  const again = (lines: readonly Line[]): readonly Line[] =>
    lines.flatMap((line) => {
      if (!held.has(line)) {
        isSecondEmpty = false;
        return through(second, [line]);
      }
      return [...restOfSecond(), line];
    });
  const restOfSecond = (): readonly Line[] => {
    if (isSecondEmpty) return [];
    isSecondEmpty = true;
    return restOf(second);
  };
  // What those still hold that have nothing to do in a block goes before it.
  const begin = (flags: readonly boolean[]): void => {
    for (const [at, stage] of first.entries()) {
      if (flags[at] !== true) left = [...left, ...again(through(first.slice(at + 1), stage.rest()))];
    }
    active = first.filter((_, at) => flags[at] === true);
  };
  const rest = (): readonly Line[] => {
    const lines = [...left, ...again(restOf(first)), ...restOfSecond()];
    left = [];
    return lines;
  };
  return {
    mayHold: (text) => {
      begin(wrappers.map((wrapper) => wrapper.mayHold(text)));
      return active.length > 0;
    },
    take: (line) => {
      const taken = through(active, [line]);
      if (isSecondEmpty && left.length === 0 && taken.length === 1 && taken[0] === line) return taken;
      held.add(line);
      const lines = [...left, ...again(taken)];
      hasBegun ||= lines.some((own) => !held.has(own));
      left = [];
      return lines;
    },
    hasBegun: () => hasBegun,
    rest,
  };
}

function through(stages: readonly Unwrapping[], lines: readonly Line[]): readonly Line[] {
  let taken = lines;
  for (const stage of stages) {
    const [only] = taken;
    if (taken.length === 1 && only !== undefined) taken = stage.take(only);
    else if (taken.length > 1) taken = taken.flatMap((line) => stage.take(line));
  }
  return taken;
}

function restOf(stages: readonly Unwrapping[]): readonly Line[] {
  let rest: readonly Line[] = [];
  for (const stage of stages) rest = [...rest.flatMap((line) => stage.take(line)), ...stage.rest()];
  return rest;
}
