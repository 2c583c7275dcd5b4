import { Worker } from "node:worker_threads";
import { type Heartbeat, heartbeatIn } from "./heartbeat.ts";
import { shrunk } from "./shrink.ts";
import type { Input } from "./target.ts";
import type { Finding, TargetPlace, Worked, WorkOrder } from "./work-order.ts";
import type { WorkerData } from "./worker.ts";

/** Milliseconds of processor time that one step of a target may take, and milliseconds between two looks at a worker. */
const PATIENCE = 2000;
const POLL = 50;

/** A busy machine lets a step wait so many times as long; what waits longer waits for nothing. */
const WAITING = 10;

/** How often an input has to hang before it is called a hang: the machine does other things too. */
const CONFIRMATIONS = 2;

/** A smaller input that hangs is looked for so many times as long as others: each attempt costs what patience there is. */
const SHRINKING = 4;

/** Megabytes of a worker's heap unless others are said: inputs are small, so what needs more is a finding. */
const HEAP = 768;

/** How a worker that did not come to its end ended. */
type Ending = { readonly kind: "hung" | "died"; readonly message: string; readonly input: Input };

/** The watched worker's script, built; a thread of Node can't run it as it was written. */
export interface Watch {
  readonly script: URL;
  readonly place: TargetPlace;
  readonly patience?: number | undefined;
  readonly heap?: number;
}

/**
 * Carries out an order in a thread of its own, which is ended when it hangs: that is a finding when the same input hangs
 * again, and else the fault of a busy machine.
 */
export async function watched(watch: Watch, order: WorkOrder): Promise<Worked> {
  const ended = await run(watch, order);
  if (!("kind" in ended)) return ended;
  if (ended.kind === "died") return { runs: 1, again: 0, finding: findingOf(ended) };
  for (let time = 0; time < CONFIRMATIONS; time += 1) {
    const again = await run(watch, { kind: "try", inputs: [ended.input] });
    if (!("kind" in again)) return again;
  }
  const hangs = async (input: Input) => "kind" in (await run(watch, { kind: "try", inputs: [input] }));
  const input = await shrunk(
    ended.input,
    hangs,
    performance.now() + (order.kind === "draw" ? order.shrinking * SHRINKING : 0),
  );
  return { runs: 1, again: 0, finding: findingOf({ ...ended, input }) };
}

function findingOf({ kind, message, input }: Ending): Finding {
  const oracle = kind === "hung" ? "ends in time" : "does not throw";
  return { oracle, message, mark: `${oracle} ${message.split("\n")[0]}`, input };
}

function run({ script, place, patience = PATIENCE, heap = HEAP }: Watch, order: WorkOrder): Promise<Worked | Ending> {
  const heartbeat = heartbeatIn();
  const data: WorkerData = { place, order, memory: heartbeat.memory };
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heap } });
  return new Promise((resolve) => {
    const stop = standsStill(heartbeat, patience, () => {
      void worker.terminate();
      resolve({ kind: "hung", message: `more than ${patience} ms`, input: heartbeat.input() });
    });
    const died = (message: string) => resolve({ kind: "died", message, input: heartbeat.input() });
    worker.on("message", (worked: Worked) => resolve(worked));
    worker.on("error", (error) => died(error.stack ?? error.message));
    worker.on("exit", (code) => {
      stop();
      // Whatever was said before counts: a promise is settled once.
      died(`the thread ended with ${code}`);
    });
  });
}

/** Calls back when the beats stand still for too long while there is work; gives what ends the watch. */
function standsStill(heartbeat: Heartbeat, patience: number, hung: () => void): () => void {
  const now = () => ({ beats: heartbeat.beats(), since: performance.now(), used: process.cpuUsage() });
  let seen = now();
  const timer = setInterval(() => {
    if (!heartbeat.isAtWork() || heartbeat.beats() !== seen.beats) {
      seen = now();
      return;
    }
    // Nothing but the worker has work in this process.
    const { user, system } = process.cpuUsage(seen.used);
    const isTooMuch = (user + system) / 1000 > patience;
    if (isTooMuch || performance.now() - seen.since > patience * WAITING) {
      clearInterval(timer);
      hung();
    }
  }, POLL);
  return () => clearInterval(timer);
}
