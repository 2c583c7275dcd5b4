import type { Job, Queue, QueueEvents } from "bullmq";
import type { BundleTask } from "../analyze-bundle.ts";
import { QUEUE, type QueueClient } from "./connection.ts";
import type { BundleJob, JobEnd } from "./job.ts";

/** Seconds for which Redis keeps what nobody has fetched. */
const KEPT_S = 86_400;

/** A bundle that is handed out. */
export interface Out {
  readonly task: BundleTask;
  readonly data: BundleJob;
}

/** What was heard of a job. */
export interface Heard {
  readonly id: string;
  readonly end: JobEnd | undefined;
  /** Why it failed, where it has no end. */
  readonly reason: string;
}

/** The bundles of a run that are in a queue, and what was heard of them. */
export interface HandedOut {
  readonly queue: Queue<BundleJob, JobEnd>;
  readonly out: Map<string, Out>;
  readonly heard: Heard[];
  /** Wakes who waits for something to be heard. */
  wake: () => void;
}

/** Hears what becomes of the jobs of the run. */
export function listen({ bull, connect }: QueueClient, run: HandedOut): QueueEvents {
  const events = new bull.QueueEvents(QUEUE, { connection: connect() });
  const hear = (heard: Heard) => {
    run.heard.push(heard);
    run.wake();
  };
  // What came through the queue is what a worker of the same version has put there.
  events.on("completed", ({ jobId, returnvalue }) =>
    hear({ id: jobId, end: returnvalue as unknown as JobEnd, reason: "" }),
  );
  events.on("failed", ({ jobId, failedReason }) => hear({ id: jobId, end: undefined, reason: failedReason }));
  events.on("error", () => undefined); // its connection has said so
  return events;
}

/** Waits until something is heard. */
export function hearing(run: HandedOut): Promise<void> {
  return new Promise((resolve) => {
    run.wake = resolve;
  });
}

/** Hands bundles out, in their order. */
export async function handOut(
  { queue, out }: HandedOut,
  added: readonly (readonly [id: string, out: Out])[],
): Promise<void> {
  if (added.length === 0) return;
  for (const [id, one] of added) out.set(id, one);
  await queue.addBulk(added.map(([id, { data, task }]) => jobOf(id, data, task)));
}

function jobOf(id: string, data: BundleJob, task: BundleTask) {
  // Its name is what other tools show of it.
  return {
    name: task.bundle.name,
    data,
    opts: { jobId: id, removeOnComplete: { age: KEPT_S }, removeOnFail: { age: KEPT_S } },
  };
}

/** What a restart of Redis, or somebody who emptied it, has lost: ends are looked up, jobs are handed out once more. */
export async function lookAfter(run: HandedOut): Promise<void> {
  for (const [id, { data, task }] of [...run.out]) {
    const job: Job<BundleJob, JobEnd> | undefined = await run.queue.getJob(id);
    if (!run.out.has(id)) continue;
    if (job === undefined) {
      const { name, opts } = jobOf(id, data, task);
      await run.queue.add(name, data, opts);
    } else if (job.finishedOn !== undefined) {
      run.heard.push({ id, end: job.returnvalue ?? undefined, reason: job.failedReason ?? "" });
      run.wake();
    }
  }
}

/** Takes back the jobs of runs whose ids begin so; those at work can't be, and nobody waits for them. */
export async function takeBack(queue: Queue<BundleJob, JobEnd>, prefix: string): Promise<void> {
  const jobs = await queue.getJobs(["wait", "delayed", "completed", "failed"]);
  const ids = jobs.flatMap((job) => (job?.id?.startsWith(prefix) === true ? [job.id] : []));
  await Promise.all(ids.map((id) => queue.remove(id).catch(() => undefined)));
}
