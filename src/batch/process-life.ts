import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { kill, pid } from "node:process";

/** A process, told from one that got its number later as far as the system says when processes began. */
export interface ProcessName {
  readonly computer: string;
  readonly pid: number;
  /** When it began, in the system's own terms; null where it does not say. */
  readonly began: string | null;
}

/** This process. */
export async function thisProcess(): Promise<ProcessName> {
  return { computer: hostname(), pid, began: await beginningOf(pid) };
}

/** True when the process can still be at work. Only processes of this computer can be asked after. */
export async function isAtWork({ pid: number, began }: ProcessName): Promise<boolean> {
  try {
    kill(number, 0);
  } catch (error) {
    // One of somebody else is there, although it must not be spoken to.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  // A process that was killed answers until somebody has taken note of its end.
  return began === null || began === (await beginningOf(number));
}

/** From Linux's table of processes: the 22nd field, but for a process that has ended; names may hold blanks and `)`. */
async function beginningOf(number: number): Promise<string | null> {
  const text = await readFile(`/proc/${number}/stat`, "latin1").catch(() => "");
  const [state, ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? null : (fields[18] ?? null);
}
