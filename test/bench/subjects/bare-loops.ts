import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Subject, type Way, WrongAnswer } from "../comparison.ts";
import { duration } from "../figures.ts";
import type { Looped, LoopName } from "./loops.ts";

/** Within one process, without start and output: how far the parts are from what one would write by hand. */
export const bareLoops: Subject = {
  name: "loops",
  async open({ rows, runs }) {
    const child = fork(fileURLToPath(new URL("./loops.js", import.meta.url)), [String(rows)]);
    // Nothing is heard any more from a child that has ended.
    const ended = once(child, "exit").then(() => []);
    const way = (name: LoopName, result?: number): Way => ({ name, run: () => looped(child, ended, name, result) });
    const bare = way("hand-written loop", rows);
    const beside = { peers: [bare], figure: duration, quotient: "ours / peer" } as const;
    return {
      input: `${rows.toLocaleString("en")} rows in memory, within one process`,
      comparisons: [
        { ...beside, what: "our grammar", ours: way("our grammar", rows), target: { side: "<=", limit: 2 } },
        { ...beside, what: "bytes to summary", ours: way("bytes to summary", rows), target: { side: "<=", limit: 3 } },
        { ...beside, what: "bytes to CSV", ours: way("bytes to CSV") },
      ],
      rounds: runs,
      warmUps: 1,
      close: async () => void child.disconnect(),
    };
  },
};

/** `result` is what the loop has to give back, where that is known. */
async function looped(
  child: ChildProcess,
  ended: Promise<never[]>,
  name: LoopName,
  result: number | undefined,
): Promise<Looped> {
  child.send(name);
  // The child sends nothing else.
  const [taken]: Looped[] = await Promise.race([once(child, "message"), ended]);
  if (taken === undefined || (result !== undefined && taken.result !== result)) {
    throw new WrongAnswer(`it has ${taken?.result} rows instead of ${result}`);
  }
  return taken;
}
