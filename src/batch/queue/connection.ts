import { isSea } from "node:sea";
import { setTimeout as wait } from "node:timers/promises";
import type { DelayedError, Queue, QueueEvents, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { MissingPackage, optionalPackage } from "../../optional-package.ts";
import { RefusedRun } from "../faults.ts";
import type { QueueAddress } from "./address.ts";
import type { BundleJob, JobEnd } from "./job.ts";

/** The queue, by the name that any tool of BullMQ knows it by. */
export const QUEUE = "chimneysweep";

/** Milliseconds that the last word to a queue may take. */
const LAST_WORD_MS = 2000;

/** Milliseconds between two attempts to reach a Redis that does not answer: the longest. */
const LONGEST_WAIT = 2000;

/** What is used of BullMQ. */
interface Bull {
  readonly DelayedError: typeof DelayedError;
  readonly Queue: typeof Queue;
  readonly QueueEvents: typeof QueueEvents;
  readonly Worker: typeof Worker;
}

/** What is needed to speak to a queue. */
export interface QueueClient {
  readonly bull: Bull;
  /** A connection that waits for as long as nobody answers. Each user of the queue needs one of its own. */
  readonly connect: () => Redis;
  /** The queue itself, on a connection of its own; who only looks leaves no trace in it. */
  readonly open: (manner?: "uses" | "looks") => Queue<BundleJob, JobEnd>;
  /** Ends all connections, whether anybody answers or not; before that it waits a moment for the last word. */
  readonly close: (lastWord?: Promise<unknown>) => Promise<void>;
}

/**
 * Loads the packages of the queue and gets ready to connect. `say` hears once that nobody answers, and once that somebody
 * does again. Throws a RefusedRun where the packages are missing.
 */
export async function queueClient(
  { url, user, password }: QueueAddress,
  say: (message: string) => void,
): Promise<QueueClient> {
  const { bull, Redis } = await packages();
  const connections: Redis[] = [];
  let isSilent = false;
  const connect = () => {
    const connection = new Redis(url, {
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
      // BullMQ waits for its answers for as long as it takes.
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_WAIT),
    });
    connection.on("error", (error: Error) => {
      if (isSilent) return;
      isSilent = true;
      say(`${url} does not answer (${reasonOf(error)}): waiting for it`);
    });
    connection.on("ready", () => {
      if (isSilent) say(`${url} answers again`);
      isSilent = false;
    });
    connections.push(connection);
    return connection;
  };
  return {
    bull,
    connect,
    open(manner = "uses") {
      const options = { connection: connect(), skipMetasUpdate: manner === "looks" };
      const queue = new bull.Queue<BundleJob, JobEnd>(QUEUE, options);
      queue.on("error", () => undefined); // its connection has said so
      return queue;
    },
    async close(lastWord = Promise.resolve()) {
      await Promise.race([lastWord, wait(LAST_WORD_MS, undefined, { ref: false })]).catch(() => undefined);
      for (const connection of connections) connection.disconnect();
    },
  };
}

/** A worker's own name, which stands at the end of the name of its connection. */
export function nameIn(connection: Readonly<Record<string, string>>): string {
  return (connection["rawname"] ?? connection["name"] ?? "").split(":w:").at(-1) ?? "";
}

async function packages(): Promise<{ readonly bull: Bull; readonly Redis: typeof Redis }> {
  const names = [...(isSea() ? ["chimneysweep"] : []), "bullmq@6", "ioredis@6"];
  const loading = optionalPackage("--queue", names, () => Promise.all([import("bullmq"), import("ioredis")]));
  const [bull, { Redis: connection }] = await loading.catch((error: unknown) => {
    throw error instanceof MissingPackage ? new RefusedRun(error.message) : error;
  });
  return { bull, Redis: connection };
}

/** In a word; what Redis says to a wrong password does not repeat it. */
function reasonOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.message.slice(0, 100);
}
