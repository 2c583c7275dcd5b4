import type { BundleTask, Outcome } from "./analyze-bundle.ts";
import { inThreads, type Settled, type ThreadOptions } from "./pool.ts";

/** Who does the work of a run. All that comes before and after it is the same: the plan, the journal, the outputs. */
export interface Executor {
  /** True when a bundle that ends the process it is read in ends the run: the next one has to know which ones those were. */
  readonly isInProcess: boolean;
  /** Does the tasks, as many as it can at a time or one by one, and gives what became of them as they end. */
  readonly settle: (
    tasks: Iterable<BundleTask>,
    manner: "at once" | "one by one",
  ) => AsyncIterable<Settled<BundleTask, Outcome>>;
}

/** Processes that one bundle may be the end of, for all that is known: then it is given up. */
export const MOST_KILLED = 2;

/** Memory of one thread. What bundles unpack to is bounded besides, and streams. */
const MEGABYTES = 1024;

/** The threads that bundles are analysed in. */
export function threads(workers: number): ThreadOptions {
  return {
    module: new URL("./worker.js", import.meta.url),
    function: "analyzeBundle",
    workers,
    megabytes: MEGABYTES,
  };
}

/** Threads of this process. */
export function inThisProcess(workers: number, seconds: number, stop: AbortSignal): Executor {
  return {
    isInProcess: true,
    settle: (tasks, manner) => inThreads(tasks, { ...threads(manner === "at once" ? workers : 1), seconds, stop }),
  };
}
