import { reasonOf } from "../sources/index.ts";

/** The output, or the work folder in it, can't be written: nothing of the input's fault, and nothing that is done is lost. */
export class UnwritableOutput extends Error {}

/** A run that must not begin as it was asked for; its message says why, and what to do instead. */
export class RefusedRun extends Error {}

/** Nobody wants the run any more; what is done stays for the next one. */
export class StoppedRun extends Error {}

/** What the work on an output gives; what it fails with is the output's fault. */
export async function writing<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unwritable(name, error);
  }
}

/** The same for work that is waited for where it is done. */
export function writingInPlace<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(name, error);
  }
}

function unwritable(name: string, error: unknown): UnwritableOutput {
  if (error instanceof UnwritableOutput) return error;
  return new UnwritableOutput(`cannot write ${name}: ${reasonOf(error)}`, { cause: error });
}
