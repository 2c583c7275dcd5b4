import type { QueueAddress } from "./address.ts";
import { nameIn, queueClient } from "./connection.ts";

/** What a queue is at. */
export interface QueueStatus {
  /** Bundles that nobody has begun. */
  readonly waiting: number;
  /** Bundles at work, and by whom, in the order in which they were handed out. */
  readonly active: readonly { readonly bundle: string; readonly worker: string }[];
  /** Names of the workers, each with its computer, process and version. */
  readonly workers: readonly string[];
}

/** Bundles that are listed by name. */
const MOST_LISTED = 1000;

/** Asks a queue. Throws a RefusedRun where the packages are missing, and waits for a Redis that does not answer. */
export async function queueStatus(address: QueueAddress, say: (message: string) => void): Promise<QueueStatus> {
  const { open, close } = await queueClient(address, say);
  const queue = open("looks");
  try {
    const [counts, active, workers] = await Promise.all([
      queue.getJobCounts("wait", "delayed"),
      queue.getJobs(["active"], 0, MOST_LISTED - 1, true),
      queue.getWorkers(),
    ]);
    return {
      waiting: Object.values(counts).reduce((sum, count) => sum + count, 0),
      active: active.flatMap((job) => (job === undefined ? [] : [{ bundle: job.name, worker: job.processedBy ?? "" }])),
      workers: workers.map(nameIn).sort(),
    };
  } finally {
    await close();
  }
}
