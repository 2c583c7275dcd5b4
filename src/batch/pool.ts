import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { StoppedRun } from "./faults.ts";

/** What the threads are. */
export interface ThreadOptions {
  /** The module that the threads load. */
  readonly module: URL;
  /** The function of it that does a task. */
  readonly function: string;
  readonly workers: number;
  /** Memory of a thread; one that needs more is ended. */
  readonly megabytes: number;
}

/** How a pool works. */
export interface PoolOptions extends ThreadOptions {
  /** The longest a task may take; its thread is ended then. */
  readonly seconds: number;
  /** Ends the threads, and the work with a StoppedRun. */
  readonly stop: AbortSignal;
}

/** What became of one task: its result, or why it has none, and who did it where there are several computers. */
export type Settled<T, R> = { readonly task: T; readonly by?: string } & (
  | { readonly result: R }
  | { readonly result: undefined; readonly reason: string }
);

/** Milliseconds that a timer can wait: with more it would not wait at all. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Threads that do one task after another. */
export interface Pool<T, R> {
  /** Does a task as soon as a thread is free; gives what became of it, and never rejects. */
  readonly run: (task: T, seconds: number) => Promise<Settled<T, R>>;
  /** Ends the threads, whatever they are at. */
  readonly close: () => Promise<void>;
}

/** Threads for as many tasks at a time; they are made when there is one. */
export function openPool<T, R>({ module, workers, megabytes, ...options }: ThreadOptions): Pool<T, R> {
  const pool = new Piscina<T, R>({
    filename: fileURLToPath(module),
    name: options.function,
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // A thread that fails between two tasks has done its work; the next task gets another one.
  pool.on("error", () => undefined);
  return {
    run: (task, seconds) => run(pool, task, seconds, megabytes),
    close: () => pool.destroy(),
  };
}

/**
 * Does the tasks in threads and gives what became of them as they end, in whatever order. One task more is taken than
 * there are threads, so that there may be any number. Ends its threads when it is left.
 */
export async function* inThreads<T, R>(tasks: Iterable<T>, options: PoolOptions): AsyncGenerator<Settled<T, R>> {
  const { workers, seconds, stop } = options;
  const pool = openPool<T, R>(options);
  const stopped = rejection(stop);
  try {
    const running = new Map<number, Promise<{ readonly at: number; readonly settled: Settled<T, R> }>>();
    const next = async () => {
      const { at, settled } = await Promise.race([...running.values(), stopped]);
      running.delete(at);
      return settled;
    };
    let count = 0;
    for (const task of tasks) {
      // A thread that is free gets its next task before anybody looks at what it has done.
      const ended = running.size < workers ? undefined : await next();
      const at = count;
      running.set(
        at,
        pool.run(task, seconds).then((settled) => ({ at, settled })),
      );
      count += 1;
      if (ended !== undefined) yield ended;
    }
    while (running.size > 0) yield await next();
  } finally {
    await pool.close();
  }
}

/** Rejects when the signal says so; whether or not anybody waits for it then is nobody's fault. */
export function rejection(stop: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    const give = () => reject(new StoppedRun());
    if (stop.aborted) give();
    else stop.addEventListener("abort", give, { once: true });
  });
  promise.catch(() => undefined);
  return promise;
}

async function run<T, R>(pool: Piscina<T, R>, task: T, seconds: number, megabytes: number): Promise<Settled<T, R>> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), Math.min(seconds * 1000, LONGEST_TIMER));
  try {
    return { task, result: await pool.run(task, { signal: timeout.signal }) };
  } catch (error) {
    const reason = timeout.signal.aborted ? `it took more than ${seconds} seconds` : reasonOf(error, megabytes);
    return { task, result: undefined, reason };
  } finally {
    clearTimeout(timer);
  }
}

/** Why a thread ended, in plain words. */
function reasonOf(error: unknown, megabytes: number): string {
  if (!(error instanceof Error)) return `internal error: ${String(error)}`;
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
    return `it needs more than ${megabytes} MB of memory`;
  if (/^worker exited with code/i.test(error.message)) return "the program ended while reading it";
  return `internal error: ${error.message}`;
}
