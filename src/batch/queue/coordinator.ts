import { createHash, randomBytes } from "node:crypto";
import type { Queue } from "bullmq";
import { VERSION } from "../../report/index.ts";
import type { BundleTask, Outcome } from "../analyze-bundle.ts";
import { type Executor, MOST_KILLED } from "../executor.ts";
import { rejection, type Settled } from "../pool.ts";
import type { QueueAddress } from "./address.ts";
import { nameIn, queueClient } from "./connection.ts";
import { type HandedOut, type Heard, handOut, hearing, listen, lookAfter, type Out, takeBack } from "./handed-out.ts";
import { type BundleJob, type JobEnd, versionOf, workerShown } from "./job.ts";

export interface CoordinatorOptions {
  readonly address: QueueAddress;
  /** Absolute path of the output: runs that write there before and after this one are known by it. */
  readonly output: string;
  /** The longest that a bundle may take. */
  readonly seconds: number;
  readonly stop: AbortSignal;
  /** Hears a line that the user should see. */
  readonly say: (message: string) => void;
}

/** Bundles that are handed out and not done: enough for many workers, and few enough for any memory. */
const MOST_OUT = 256;

/** Milliseconds after which it is looked what became of the bundles that nothing was heard of. */
const LOOK_MS = 3000;

/** Digits of the names of outputs and runs. */
const DIGITS = 8;

/** Workers on any number of computers, which get the bundles by a queue and write their parts to the same folder. */
export function throughQueue(options: CoordinatorOptions): Executor {
  return {
    isInProcess: false,
    settle: (tasks, manner) => settled(tasks, manner === "at once" ? MOST_OUT : 1, options),
  };
}

async function* settled(
  tasks: Iterable<BundleTask>,
  most: number,
  { address, output, seconds, stop, say }: CoordinatorOptions,
): AsyncGenerator<Settled<BundleTask, Outcome>> {
  const stopped = rejection(stop);
  const client = await queueClient(address, say);
  const queue = client.open();
  const run: HandedOut = { queue, out: new Map(), heard: [], wake: () => undefined };
  const ofOutput = `${createHash("sha256").update(output).digest("hex").slice(0, DIGITS)}-`;
  const named = randomBytes(DIGITS / 2).toString("hex");
  const events = listen(client, run);
  const look = setInterval(() => void lookAfter(run).catch(() => undefined), LOOK_MS);
  try {
    await Promise.race([takeBack(queue, ofOutput), stopped]);
    void tellOfWorkers(queue, address, say).catch(() => undefined);
    let count = 0;
    const source = tasks[Symbol.iterator]();
    for (let isLast = false; !isLast || run.out.size > 0; ) {
      const added: [string, Out][] = [];
      while (!isLast && run.out.size + added.length < most) {
        const next = source.next();
        if (next.done === true) isLast = true;
        else {
          const task = next.value;
          added.push([`${ofOutput}${named}-${count}`, { task, data: { version: VERSION, run: named, seconds, task } }]);
          count += 1;
        }
      }
      await Promise.race([handOut(run, added), stopped]);
      if (run.heard.length === 0 && run.out.size > 0) await Promise.race([hearing(run), stopped]);
      for (const heard of run.heard.splice(0)) {
        const found = run.out.get(heard.id);
        if (found === undefined) continue;
        run.out.delete(heard.id);
        await queue.remove(heard.id);
        yield settledBy(heard, found.task);
      }
    }
  } finally {
    clearInterval(look);
    events.close().catch(() => undefined);
    // What nobody has begun is not to be done for nothing. A Redis that does not answer is not waited for.
    await client.close(takeBack(queue, `${ofOutput}${named}-`));
  }
}

function settledBy({ end, reason }: Heard, task: BundleTask): Settled<BundleTask, Outcome> {
  if (end === undefined) return { task, result: undefined, reason: lostReason(reason) };
  const by = workerShown(end.worker);
  const { outcome } = end;
  return outcome.kind === "gaveUp"
    ? { task, by, result: undefined, reason: outcome.reason }
    : { task, by, result: outcome };
}

/** BullMQ says of a job whose process ended again and again that it "stalled". */
function lostReason(reason: string): string {
  return /stalled/.test(reason)
    ? `the program ended ${MOST_KILLED} times while reading it; it is not tried again`
    : `internal error: ${reason}`;
}

/** Says when there is nobody to do the work, and who can't do it. */
async function tellOfWorkers(
  queue: Queue<BundleJob, JobEnd>,
  { url }: QueueAddress,
  say: (message: string) => void,
): Promise<void> {
  const names = (await queue.getWorkers()).map(nameIn);
  const others = names.filter((name) => versionOf(name) !== VERSION);
  for (const name of new Set(others)) {
    say(`The worker ${name} is of another version and gets no bundle of this run (${VERSION})`);
  }
  if (others.length === names.length) say(`No worker is there yet: chimneysweep worker --queue ${url}`);
}
