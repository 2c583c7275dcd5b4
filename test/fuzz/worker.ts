import { parentPort, workerData } from "node:worker_threads";
import { work } from "./drawing.ts";
import { heartbeatIn } from "./heartbeat.ts";
import type { Target } from "./target.ts";
import type { TargetPlace, WorkOrder } from "./work-order.ts";

/** What the thread is begun with. */
export interface WorkerData {
  readonly place: TargetPlace;
  readonly order: WorkOrder;
  readonly memory: SharedArrayBuffer;
}

// The watchdog begins the thread with these, and with nothing else.
const { place, order, memory }: WorkerData = workerData;
const module: { readonly targets: readonly Target[] } = await import(place.module);
const target = module.targets.find(({ name }) => name === place.name);
if (target === undefined) throw new Error(`There is no target ${place.name}.`);
parentPort?.postMessage(await work(target, order, heartbeatIn(memory)));
