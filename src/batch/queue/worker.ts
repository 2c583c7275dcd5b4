import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { pid } from "node:process";
import type { Job } from "bullmq";
import { VERSION } from "../../report/index.ts";
import type { BundleTask, Outcome } from "../analyze-bundle.ts";
import { placeOf, type Roots } from "../bundle.ts";
import { MOST_KILLED, threads } from "../executor.ts";
import { RefusedRun } from "../faults.ts";
import { openPool } from "../pool.ts";
import { RUN } from "../work-folder.ts";
import type { QueueAddress } from "./address.ts";
import { QUEUE, queueClient } from "./connection.ts";
import { type BundleJob, type JobEnd, LOCK_MS, workerName } from "./job.ts";

export interface WorkerOptions {
  readonly address: QueueAddress;
  readonly workers: number;
  /** Where the paths of coordinators lie on this computer. */
  readonly roots: Roots;
  /** Ends the work; what is not done is for others at once. */
  readonly stop: AbortSignal;
  /** Hears a line that the user should see. */
  readonly say: (message: string) => void;
}

/** Milliseconds until others are offered what this worker can't take. */
const REFUSED_MS = 500;

/**
 * Takes bundles from a queue and analyses them, until it is stopped. Throws a RefusedRun when it can't do what it is
 * given: of another version, or on a disk that is not here.
 */
export async function serveQueue({ address, workers, roots, stop, say }: WorkerOptions): Promise<void> {
  const client = await queueClient(address, say);
  const { bull, connect } = client;
  const pool = openPool<BundleTask, Outcome>(threads(workers));
  const own = randomBytes(4).toString("hex");
  const name = workerName(hostname(), pid);
  let isEnding = false;
  let refuse: (message: string) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    refuse = (message) => reject(new RefusedRun(message));
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });

  /** Gives the bundle back to the queue. It does not count as one that a process ended over. */
  async function giveBack(job: Job<BundleJob, JobEnd>, token: string | undefined, after: number): Promise<never> {
    await job.moveToDelayed(Date.now() + after, token);
    throw new bull.DelayedError();
  }

  async function analysed(job: Job<BundleJob, JobEnd>, token: string | undefined): Promise<JobEnd> {
    const { version, run, seconds, task } = job.data;
    if (version !== VERSION) {
      refuse(`a run of version ${version} is waiting in the queue, and this is ${VERSION}: install the same one`);
      return giveBack(job, token, REFUSED_MS);
    }
    const here = { ...task, roots, writer: `${run}-${own}-` };
    const folder = placeOf(task.folder, here);
    if (!(await isThere(join(folder, RUN)))) {
      refuse(
        `${folder} is not the work folder of the run here: --root FROM=TO says where its disk is on this computer`,
      );
      return giveBack(job, token, REFUSED_MS);
    }
    const settled = await pool.run(here, seconds);
    if (settled.result !== undefined) return { worker: name, outcome: settled.result };
    if (isEnding) return giveBack(job, token, 0);
    return { worker: name, outcome: { kind: "gaveUp", reason: settled.reason } };
  }

  const worker = new bull.Worker<BundleJob, JobEnd>(QUEUE, analysed, {
    connection: connect(),
    name,
    concurrency: workers,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS / 2,
    maxStalledCount: MOST_KILLED - 1,
  });
  worker.on("error", () => undefined); // its connection has said so
  try {
    await ended;
  } finally {
    isEnding = true;
    worker.pause(true).catch(() => undefined);
    await pool.close();
    await client.close(worker.close());
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
