export type { RunSettings } from "./analyze-bundle.ts";
export { RefusedRun, StoppedRun, UnwritableOutput } from "./faults.ts";
export type { Output } from "./journal.ts";
export { noProgress, progressBar } from "./progress.ts";
export { writeRollup } from "./renderings.ts";
export { type BatchOptions, runBatch, type Watch } from "./run.ts";
export type { Shard } from "./shard.ts";
