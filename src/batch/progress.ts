import { printable } from "../reporters/index.ts";
import type { Bundle } from "./bundle.ts";
import type { Watch } from "./run.ts";

/** A terminal that a line can be written over on, and a clock for how long it took. */
export interface Screen {
  readonly columns: number;
  readonly write: (text: string) => Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** Progress on a terminal. */
export interface ProgressBar extends Watch {
  /** Takes the bar back, so that what follows stands on a clean line. */
  readonly clear: () => Promise<void>;
}

const nothing = async () => undefined;

/** Progress that says nothing, for a stream nobody watches. */
export const noProgress: ProgressBar = { planned: nothing, ended: nothing, clear: nothing };

/** How far a run is. */
interface Counts {
  readonly bundles: number;
  readonly bytes: number;
}

/** Workers that are told apart on the line. */
const MOST_WORKERS = 3;

/** Time between two drawings. */
const INTERVAL_MS = 200;

const BAR = 20;

/** Bytes that could be read in the time that a bundle takes besides its bytes. */
const BYTES_A_BUNDLE = 200_000;

/** A bar that is drawn when a bundle ends; it needs no timer. What an earlier run did counts as done, not for the rate. */
export function progressBar({ columns, write, now }: Screen): ProgressBar {
  const start = now();
  let next = start;
  let shown = "";
  let all: Counts = { bundles: 0, bytes: 0 };
  let before: Counts = all;
  let done: Counts = all;
  const byWorker = new Map<string, number>();

  async function draw(name: string): Promise<void> {
    if (now() < next) return;
    next = now() + INTERVAL_MS;
    const seconds = (now() - start) / 1000;
    const bar = barOf(all, before, done, seconds, [...workersIn(byWorker, seconds), name].join(", "));
    shown = bar.slice(0, Math.max(0, columns - 1));
    await write(`\r\x1b[K${shown}`);
  }

  return {
    async planned(bundles, kept) {
      all = countsOf(bundles);
      before = countsOf(kept);
      done = before;
      await draw(kept.length > 0 ? "going on" : "starting");
    },
    async ended({ name, bytes }, by) {
      if (by !== undefined) byWorker.set(by, (byWorker.get(by) ?? 0) + 1);
      done = { bundles: done.bundles + 1, bytes: done.bytes + bytes };
      await draw(printable(name));
    },
    async clear() {
      if (shown !== "") await write("\r\x1b[K");
      shown = "";
    },
  };
}

function barOf(all: Counts, before: Counts, done: Counts, seconds: number, latest: string): string {
  const bundles = done.bundles - before.bundles;
  const share = (workOf(done) - workOf(before)) / (workOf(all) - workOf(before));
  const eta = share > 0 ? Math.ceil((seconds * (1 - share)) / share) : 0;
  const rate = seconds > 0 ? (bundles / seconds).toFixed(1) : "0";
  const left = share > 0 ? durationOf(eta) : "?";
  const complete = Math.round((all.bundles > 0 ? done.bundles / all.bundles : 1) * BAR);
  const bar = "#".repeat(complete).padEnd(BAR, "-");
  const megabytes = (done.bytes / 1e6).toFixed(1);
  return `${bar} ${done.bundles}/${all.bundles} bundles, ${rate}/s, ${megabytes} MB, ${left} left, ${latest}`;
}

/** The workers of a queue that have done most, and how many there are: srv1/4711 1.2/s. */
function workersIn(counts: ReadonlyMap<string, number>, seconds: number): readonly string[] {
  if (counts.size === 0 || seconds <= 0) return [];
  const most = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST_WORKERS);
  const shown = most.map(([worker, count]) => `${printable(worker)} ${(count / seconds).toFixed(1)}/s`);
  return counts.size > most.length ? [`${counts.size} workers: ${shown.join(", ")}, …`] : shown;
}

/** Whole seconds in the two largest units that matter, the smaller one to the nearest five: 2m10s. */
function durationOf(seconds: number): string {
  const rounded = seconds > 10 ? 5 * Math.round(seconds / 5) : seconds;
  if (rounded < 60) return `${rounded}s`;
  const minutes = rounded < 3600 ? Math.floor(rounded / 60) : 5 * Math.round(rounded / 300);
  return rounded < 3600 ? `${minutes}m${rounded % 60}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m`;
}

/** Bundles differ in size, so that bytes tell the time that is left; but a small one is not done in no time. */
function workOf({ bundles, bytes }: Counts): number {
  return bytes + bundles * BYTES_A_BUNDLE;
}

function countsOf(bundles: readonly Bundle[]): Counts {
  return { bundles: bundles.length, bytes: bundles.reduce((sum, { bytes }) => sum + bytes, 0) };
}
