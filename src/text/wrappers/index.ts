import type { Line } from "../../../grammar/contract/place.ts";
import { wrappers } from "./registry.ts";
import type { Unwrapping } from "./wrapper.ts";

/** Takes captured text out of what programs wrapped it in, for one source. */
export interface Unwrapper {
  /** False for a block in which nothing is wrapped: its lines need not be taken. */
  readonly mayHold: (text: string) => boolean;
  readonly take: (line: Line) => readonly Line[];
  /** What was held back of the lines taken so far. */
  readonly rest: () => readonly Line[];
}

/** A string may hold a log, and a line of a log a string: each wrapper is asked so many times. */
const ROUNDS = 2;

/** Begins with a source. */
export function unwrapper(): Unwrapper {
  const stages = Array.from({ length: ROUNDS }, () => wrappers.map(({ begin }) => begin())).flat();
  return {
    mayHold: (text) => wrappers.some((wrapper) => wrapper.mayHold(text)),
    take: (line) => through(stages, 0, [line]),
    rest: () => {
      let rest: readonly Line[] = [];
      for (const stage of stages) rest = [...rest.flatMap((line) => stage.take(line)), ...stage.rest()];
      return rest;
    },
  };
}

function through(stages: readonly Unwrapping[], from: number, lines: readonly Line[]): readonly Line[] {
  let taken = lines;
  for (let at = from; at < stages.length && taken.length > 0; at += 1) {
    const stage = stages[at];
    if (stage === undefined) break;
    const [only] = taken;
    taken = taken.length === 1 && only !== undefined ? stage.take(only) : taken.flatMap((line) => stage.take(line));
  }
  return taken;
}
