import { setTimeout as wait } from "node:timers/promises";

const POLL = 5;

/** Waits until it is so, however long that takes: nobody knows how busy the machine is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(POLL);
}
