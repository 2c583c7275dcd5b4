import { counted, printable } from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { Interrupted, orInterrupted } from "./interruption.ts";
import { textOf } from "./option-values.ts";
import { refuseOptions } from "./refused-options.ts";
import type { Terminal } from "./terminal.ts";
import { workersOf } from "./workers.ts";

/** Takes bundles from a queue until the user interrupts; throws an Interrupted then. */
export async function workerCommand(words: readonly string[], given: OptionValues, terminal: Terminal): Promise<never> {
  refuseOptions("worker", given);
  if (words.length > 0) throw new UsageError("worker takes no arguments: batch names the bundles");
  const address = await addressOf("worker", given, terminal);
  const roots = rootsOf(given);
  const workers = workersOf(given);
  const say = sayingTo(given, terminal);
  say(`Waiting for bundles at ${address.url} (Ctrl+C ends it)`);
  await asked(({ serveQueue }) => serveQueue({ address, workers, roots, stop: terminal.interrupted, say }));
  throw new Interrupted("other workers take what was not done");
}

/** Tells what a queue is at. */
export async function queueCommand(words: readonly string[], given: OptionValues, terminal: Terminal): Promise<number> {
  refuseOptions("queue", given);
  if (words.length !== 1 || words[0] !== "status")
    throw new UsageError("queue what? chimneysweep queue status --queue URL");
  const address = await addressOf("queue status", given, terminal);
  const { waiting, active, workers } = await asked(({ queueStatus }) =>
    orInterrupted(queueStatus(address, sayingTo(given, terminal)), terminal.interrupted),
  );
  const lines = [
    `${waiting} waiting, ${active.length} at work, ${counted(workers.length, "worker")}`,
    ...workers.flatMap((worker) => {
      const own = active.filter((one) => one.worker === worker);
      return [`${worker}  ${own.length} at work`, ...own.map(({ bundle }) => `  ${bundle}`)];
    }),
  ];
  await terminal.stdout.write(lines.map((line) => `${printable(line)}\n`).join(""));
  return exitCodes.done;
}

/** The address that --queue names. */
export async function addressOf(command: string, given: OptionValues, { env }: Terminal) {
  const typed = textOf(given, "queue");
  if (typed === undefined) throw new UsageError(`${command} needs --queue redis://HOST:PORT`);
  return asked(({ queueAddress }) => queueAddress(typed, env));
}

/** What the room of batches answers, which is loaded now; what it refuses was asked for in the wrong way. */
async function asked<T>(question: (batch: typeof import("../batch/index.ts")) => T | Promise<T>): Promise<T> {
  const batch = await import("../batch/index.ts");
  try {
    return await question(batch);
  } catch (error) {
    if (error instanceof batch.RefusedRun) throw new UsageError(error.message);
    throw error;
  }
}

/** Lines on the error stream, each behind the name of the program; none with --quiet. */
export function sayingTo(given: OptionValues, { stderr }: Terminal): (message: string) => void {
  if (given.get("quiet") === true) return () => undefined;
  return (message) => void stderr.write(`chimneysweep: ${printable(message)}\n`).catch(() => undefined);
}

/** Pairs of paths, `FROM=TO`, several with commas between them. */
function rootsOf(given: OptionValues): readonly (readonly [from: string, to: string])[] {
  const text = textOf(given, "root");
  return (text?.split(",") ?? []).map((pair) => {
    const [from = "", to = "", ...others] = pair.split("=");
    if (from !== "" && to !== "" && others.length === 0) return [from, to] as const;
    throw new UsageError(`--root ${pair}: expects FROM=TO, such as /share=/mnt/share`);
  });
}
