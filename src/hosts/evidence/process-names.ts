import { capturesOf, type KeptCaptures } from "./kept.ts";

/** The image of each process by its id, as lists of processes of the same host print them; of several the last one. */
export function processNames(kept: KeptCaptures): ReadonlyMap<number, string> {
  const tasks = capturesOf(kept, "taskList").flatMap(({ records }) => records);
  return new Map(tasks.map(({ pid, image }) => [pid, image]));
}
