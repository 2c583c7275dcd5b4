import { availableParallelism } from "node:os";
import { type OptionValues, UsageError } from "./command-line.ts";
import { textOf } from "./option-values.ts";

/** More than any machine has processors for; each takes memory. */
const MOST_WORKERS = 64;

/** Threads where nobody says how many: more of them wait for the disk. */
const USUAL_WORKERS = 8;

/** How many bundles are read at a time. */
export function workersOf(given: OptionValues): number {
  const text = textOf(given, "workers");
  if (text === undefined) return Math.min(availableParallelism(), USUAL_WORKERS);
  const workers = Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new UsageError(`--workers ${text}: expects a number from 1 to ${MOST_WORKERS}`);
}
