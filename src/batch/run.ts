import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Rollup } from "../fleet/index.ts";
import { VERSION } from "../report/index.ts";
import { type BundleTask, giveUpBundle, type Outcome, type RunSettings } from "./analyze-bundle.ts";
import { type AssembleOptions, assemble } from "./assemble.ts";
import type { Bundle } from "./bundle.ts";
import { type Executor, inThisProcess, MOST_KILLED } from "./executor.ts";
import { UnwritableOutput, writing } from "./faults.ts";
import { type Journal, type Output, openJournal } from "./journal.ts";
import { bundlesOf } from "./plan.ts";
import type { Settled } from "./pool.ts";
import type { QueueAddress } from "./queue/address.ts";
import type { OnlyFile } from "./renderings.ts";
import { type Shard, shardOf } from "./shard.ts";
import { FOLDER } from "./work-folder.ts";

export interface BatchOptions {
  /** Directory that relative paths start from. */
  readonly cwd: string;
  readonly output: Output;
  /** Where one file is written and nothing else: its name in the output, which is the directory it lies in. */
  readonly only?: OnlyFile;
  readonly manner: RunSettings;
  /** Threads of this process. */
  readonly workers: number;
  /** The queue by which workers on other computers get the bundles, instead of threads of this process. */
  readonly queue?: QueueOptions;
  /** The part of the bundles that is read; all of them when it is missing. */
  readonly shard?: Shard;
  /** The longest that a bundle may take. */
  readonly seconds: number;
  /** Whether an unfinished run to the same output is gone on with. */
  readonly start: "resume" | "afresh";
  readonly stop: AbortSignal;
  /** Hears how far the run is. */
  readonly watch: Watch;
}

export interface Watch {
  /** Before anything is read: all bundles, those that an earlier run has done, and damaged entries of such a run. */
  readonly planned: (all: readonly Bundle[], done: readonly Bundle[], damaged: number) => Promise<void>;
  /** `by` is the worker that did it, where workers of a queue do. */
  readonly ended: (bundle: Bundle, by?: string) => Promise<void>;
  /** Hears what is to be told of the outputs. */
  readonly remarked?: (remark: string) => Promise<void>;
}

/** A queue, and who hears what the user should know of it. */
export interface QueueOptions {
  readonly address: QueueAddress;
  readonly say: (message: string) => void;
}

/**
 * Analyses many bundles, each by itself, and writes the outputs of all. What goes wrong with a bundle is its own status;
 * what ends the run (a RefusedRun, an UnwritableOutput, a StoppedRun) leaves what is done for the next one.
 */
export async function runBatch(paths: readonly string[], options: BatchOptions): Promise<Rollup> {
  const { output, start, stop } = options;
  const bundles = await bundlesFor(paths, options);
  await writing(output.name, mkdir(output.path, { recursive: true }));
  const journal = await openJournal(output, runOf(options), start, bundles);
  try {
    await analyzeAll(bundles, journal, options);
    const rollup = await assemble(bundles, journal, output, assemblyOf(options), stop);
    await journal.remove();
    return rollup;
  } finally {
    await journal.release();
  }
}

/** The bundles of a run. */
export async function bundlesFor(
  paths: readonly string[],
  { cwd, output, only, manner, shard }: BatchOptions,
): Promise<readonly Bundle[]> {
  const { path } = output;
  const written = only === undefined ? [path] : [join(path, only.file), join(path, FOLDER)];
  const reports = manner.reports === undefined ? [] : [manner.reports.path];
  const all = await bundlesOf(paths, { cwd, outputs: [...written, ...reports] });
  return shard === undefined ? all : shardOf(all, shard);
}

/** How the outputs are to be put together. */
export function assemblyOf({ manner, only, watch }: BatchOptions): AssembleOptions {
  return { ...manner, thresholds: manner.analysis.thresholds ?? {}, only, remarked: watch.remarked };
}

/** What decides the results beside the bundles themselves. */
export function runOf({ manner, seconds, cwd, shard, only }: BatchOptions): string {
  return `${JSON.stringify({ version: VERSION, manner, seconds, cwd, shard, only })}\n`;
}

/** Analyses the bundles that are not done yet. */
export async function analyzeAll(bundles: readonly Bundle[], journal: Journal, options: BatchOptions): Promise<void> {
  const { cwd, output, manner, watch } = options;
  const done: Bundle[] = [];
  const open: Bundle[] = [];
  for (const bundle of bundles) ((await journal.isDone(bundle)) ? done : open).push(bundle);
  await watch.planned(bundles, done, journal.damaged);
  const taskOf = (bundle: Bundle): BundleTask => ({
    bundle,
    cwd,
    folder: journal.folder,
    writer: "",
    output: output.name,
    manner,
  });
  const executor = await executorOf(options);
  function* tasks(some: readonly Bundle[]): Generator<BundleTask> {
    for (const bundle of some) {
      if (executor.isInProcess) journal.begin(bundle);
      yield taskOf(bundle);
    }
  }
  const isFatal = (bundle: Bundle) => journal.killed(bundle) >= MOST_KILLED;
  // One that a run was killed over comes last and alone: should it happen again, it is known which one it was.
  const rounds = [
    { some: open.filter((bundle) => !journal.isSuspect(bundle)), manner: "at once" },
    { some: open.filter((bundle) => journal.isSuspect(bundle) && !isFatal(bundle)), manner: "one by one" },
  ] as const;
  for (const round of rounds) {
    if (round.some.length === 0) continue;
    for await (const settled of executor.settle(tasks(round.some), round.manner)) {
      await settle(settled, journal);
      await watch.ended(settled.task.bundle, settled.by);
    }
  }
  for (const bundle of open.filter(isFatal)) {
    const reason = `the whole program ended ${journal.killed(bundle)} times while reading nothing else; --force tries again`;
    await settle({ task: taskOf(bundle), result: undefined, reason }, journal);
    await watch.ended(bundle);
  }
}

async function executorOf({ queue, output, workers, seconds, stop }: BatchOptions): Promise<Executor> {
  if (queue === undefined) return inThisProcess(workers, seconds, stop);
  // Loaded now: it needs packages that nobody else does.
  const { throughQueue } = await import("./queue/coordinator.ts");
  return throughQueue({ ...queue, output: output.path, seconds, stop });
}

async function settle({ task, ...end }: Settled<BundleTask, Outcome>, journal: Journal): Promise<void> {
  const outcome = end.result ?? (await giveUpBundle(task, end.reason));
  if (outcome.kind === "unwritable") throw new UnwritableOutput(outcome.message);
  await journal.commit(task.bundle, outcome.part);
}
