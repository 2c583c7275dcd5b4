import { Interrupted } from "./interruption.ts";
import { InputError } from "./read-back.ts";
import type { Terminal } from "./terminal.ts";

/** The longest time that a timer of Node can wait, 24 days. */
const LONGEST = 2 ** 31 - 1;

/** Does the work, which ends with an InputError when it takes longer than so many seconds: as if the user had interrupted it. */
export async function withinSeconds<T>(
  seconds: number | undefined,
  terminal: Terminal,
  work: (terminal: Terminal) => Promise<T>,
): Promise<T> {
  if (seconds === undefined) return work(terminal);
  const slow = AbortSignal.timeout(Math.min(seconds * 1000, LONGEST));
  try {
    return await work({ ...terminal, interrupted: AbortSignal.any([terminal.interrupted, slow]) });
  } catch (error) {
    if (!(error instanceof Interrupted) || terminal.interrupted.aborted) throw error;
    throw new InputError(`it took more than --limit seconds=${seconds}, and nothing was written`);
  }
}
