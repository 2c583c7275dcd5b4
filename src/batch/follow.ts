import { mkdir } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Rollup } from "../fleet/index.ts";
import { looksLikePattern } from "../sources/index.ts";
import { assemble } from "./assemble.ts";
import type { Bundle } from "./bundle.ts";
import { StoppedRun, writing } from "./faults.ts";
import { type Journal, openJournal } from "./journal.ts";
import { analyzeAll, assemblyOf, type BatchOptions, bundlesFor, runOf } from "./run.ts";

export interface FollowOptions extends BatchOptions {
  /** Seconds for which a bundle must not have changed: then it has been uploaded as a whole. */
  readonly rest: number;
  /** The outputs are written anew no sooner than so many seconds after the last time. */
  readonly every: number;
  /** Hears of new outputs. */
  readonly renewed: (rollup: Rollup) => Promise<void>;
  /** Hears once that a path can't be read and is waited for, and once that it can be read again. */
  readonly unreadable: (name: string | undefined) => Promise<void>;
}

/** Bundles that are analysed before it is asked whether the outputs are to be written. */
const MOST_AT_ONCE = 1000;

/** Of the time no more than this part is spent looking for bundles. */
const LOOKING = 0.1;

/** What a follower knows. */
interface Following {
  readonly options: FollowOptions;
  readonly journal: Journal;
  /** Since when each bundle that was found has been as it is, by the clock of this process. */
  resting: Map<string, { readonly key: string; readonly since: number }>;
  /** Bundles that have their parts, as they were then: what the outputs are made of. */
  readonly done: Map<string, Bundle>;
  /** Whether the outputs are older than what is done. */
  isStale: boolean;
  /** When they may be written next. */
  due: number;
}

/**
 * Analyses the bundles that lie where the paths lead, and those that come, each when it is complete. The outputs are
 * those of a run over all that are complete: a bundle that is removed is in them no more, and one that is being replaced
 * stays as it was until then. It ends with a StoppedRun; the next one goes on, and so does a run that does not follow.
 */
export async function followBundles(paths: readonly string[], options: FollowOptions): Promise<never> {
  const { output, start } = options;
  await writing(output.name, mkdir(output.path, { recursive: true }));
  const journal = await openJournal(output, runOf(options), start, "any bundles");
  const following = { options, journal, resting: new Map(), done: new Map(), isStale: false, due: 0 };
  try {
    for (let lost: string | undefined; ; ) {
      const began = performance.now();
      const found = await bundlesFor(paths, options);
      const missing = found.find(isLost)?.name;
      if (missing !== lost) await options.unreadable(missing);
      lost = missing;
      // A share that is away for a moment is no reason to forget what lay there.
      if (missing === undefined) await take(found.filter(isThere), following);
      await renew(following);
      await pause(performance.now() - began, options);
    }
  } finally {
    await journal.release();
  }
}

/** True where a path itself can't be read. */
function isLost(bundle: Bundle): boolean {
  return isUnread(bundle) && !looksLikePattern(bundle.name);
}

/** False where nothing matches a pattern yet. */
function isThere(bundle: Bundle): boolean {
  return !(isUnread(bundle) && looksLikePattern(bundle.name));
}

function isUnread({ name, members: [first, ...others] }: Bundle): boolean {
  return others.length === 0 && typeof first === "object" && first.name === name;
}

/** Looks which bundles have come, changed and gone, and analyses those that are complete. */
async function take(found: readonly Bundle[], following: Following): Promise<void> {
  const { done, journal, options } = following;
  const now = performance.now();
  const before = following.resting;
  const names = new Set(found.map(({ name }) => name));
  for (const name of done.keys()) if (!names.has(name)) following.isStale = done.delete(name);
  following.resting = new Map();
  const complete: Bundle[] = [];
  for (const bundle of found) {
    const { name, key } = bundle;
    const known = before.get(name);
    const since = known?.key === key ? known.since : now;
    following.resting.set(name, { key, since });
    if (done.get(name)?.key === key) continue;
    // What an earlier run has done was complete then and has not changed.
    const isKept = known === undefined && (await journal.isDone(bundle));
    if (isKept || now - since >= options.rest * 1000) complete.push(bundle);
  }
  for (let at = 0; at < complete.length; at += MOST_AT_ONCE) {
    const some = complete.slice(at, at + MOST_AT_ONCE);
    await analyzeAll(some, journal, options);
    for (const bundle of some) done.set(bundle.name, bundle);
    following.isStale = true;
    await renew(following);
  }
}

/** Writes the outputs, if there is anything new and the last time was long enough ago. */
async function renew(following: Following): Promise<void> {
  const { options, journal, done } = following;
  if (!following.isStale || performance.now() < following.due) return;
  const bundles = [...done.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rollup = await assemble(bundles, journal, options.output, assemblyOf(options), options.stop);
  following.isStale = false;
  following.due = performance.now() + options.every * 1000;
  await options.renewed(rollup);
}

/** Waits until it is worth looking again. */
async function pause(looked: number, { rest, stop }: FollowOptions): Promise<void> {
  if (stop.aborted) throw new StoppedRun();
  try {
    await wait(Math.max((rest * 1000) / 2, looked / LOOKING), undefined, { signal: stop });
  } catch {
    throw new StoppedRun();
  }
}
