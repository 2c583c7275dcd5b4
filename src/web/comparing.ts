import type { Pairing } from "../compare/index.ts";
import { analyze, type Comparison, capturedSide, compareMomentsOf, compareSides, type ReadCaptures } from "../index.ts";
import { chaptersOf } from "../reporters/compare/chapters.ts";
import type { Chapter } from "../reporters/compare/part.ts";
import type { Input } from "./inputs.ts";
import { openInputs } from "./opened-inputs.ts";
import type { ReadingOptions } from "./reading-options.ts";

/** What is to be compared: two lots of inputs, or of one its first moment and its last. */
export interface ComparisonAsked {
  readonly before: NamedInputs;
  readonly after: NamedInputs | null;
  readonly pairing: Pairing;
  readonly options: ReadingOptions;
}

interface NamedInputs {
  readonly name: string;
  readonly inputs: readonly Input[];
}

/** A comparison as the page shows it. */
export interface Compared {
  readonly chapters: readonly Chapter[];
  /** True where either side has one host, and their names differ: they may be the same all the same. */
  readonly isOfTwoNames: boolean;
}

/** Compares as the command does, with the captures read once more for it. */
export async function compared({ before, after, pairing, options }: ComparisonAsked): Promise<Comparison> {
  if (after === null) return compareMomentsOf(before.name, readingOf(before, options));
  const one = await capturedSide(before.name, readingOf(before, options));
  const other = await capturedSide(after.name, readingOf(after, options));
  return compareSides(one, other, pairing);
}

/** What is shown of a comparison. */
export function shownOf(comparison: Comparison): Compared {
  const { hosts, onlyBefore, onlyAfter } = comparison;
  const isOfTwoNames = hosts.length === 0 && onlyBefore.length === 1 && onlyAfter.length === 1;
  return { chapters: chaptersOf(comparison), isOfTwoNames };
}

function readingOf({ inputs }: NamedInputs, options: ReadingOptions): ReadCaptures {
  return (along) =>
    analyze(
      openInputs(inputs, () => undefined),
      { ...options, ...along },
    );
}
