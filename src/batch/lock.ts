import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { kill, pid } from "node:process";
import { UnwritableOutput, writing } from "./faults.ts";
import { readOwn } from "./work-folder.ts";

/** A process, told from one that got its number later as far as the system says when processes began. */
export interface ProcessName {
  readonly computer: string;
  readonly pid: number;
  /** When it began, in the system's own terms; null where it does not say. */
  readonly began: string | null;
}

/** What is done with the lock of another computer, whose processes can't be asked after: the user is, or has said so. */
type Foreign = "asks" | "takes over";

/**
 * Takes the lock file for this process, also from one that died without giving it back. Throws an UnwritableOutput
 * when another one holds it. What it gives lets go of the lock.
 */
export async function lock(path: string, output: string, foreign: Foreign = "asks"): Promise<() => Promise<void>> {
  const own = await thisProcess();
  const free = () => rm(path, { force: true });
  if (await take(path, own, output)) return free;
  const found = (await textAt(path)) ?? "";
  await refuseLiving(found, own, output, foreign);
  await setAside(path, `${path}.${own.pid}`, found, output);
  return (await take(path, own, output)) ? free : refuse(output);
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

/** False when there is such a file already. */
async function take(path: string, own: ProcessName, output: string): Promise<boolean> {
  const text = JSON.stringify(own);
  const taking = writeFile(path, text, { flag: "wx" }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    },
  );
  return writing(output, taking);
}

async function refuseLiving(found: string, own: ProcessName, output: string, foreign: Foreign): Promise<void> {
  const holder = holderOf(found);
  if (holder === undefined) return;
  // Before the numbers are compared: two containers may work on one disk, and the first process has the same in each.
  if (holder.computer !== own.computer) {
    if (foreign === "takes over") return;
    const where = `on the computer or in the container ${holder.computer}`;
    throw new UnwritableOutput(`${output} belongs to a run ${where}; if that has ended, --force starts over here`);
  }
  // This process holds no lock yet: one with its number is over, as when a container was started again.
  if (holder.pid !== own.pid && (await isAtWork(holder))) refuse(output, ` (process ${holder.pid})`);
}

/** Moved away first: of two that find the same dead holder's lock, one moves it. */
async function setAside(path: string, aside: string, found: string, output: string): Promise<void> {
  await rename(path, aside).catch(() => refuse(output));
  const isSame = (await textAt(aside)) === found;
  if (!isSame) {
    await rename(aside, path).catch(() => undefined);
    refuse(output);
  }
  await rm(aside, { force: true });
}

/** Undefined where there is none that can be read. */
async function textAt(path: string): Promise<string | undefined> {
  return (await readOwn(path).catch(() => undefined))?.toString("utf8");
}

function refuse(output: string, who = ""): never {
  throw new UnwritableOutput(`another run${who} is writing to ${output}; wait for its end or name another directory`);
}

/** Undefined for a lock that was not written to its end: its process died. */
function holderOf(text: string): ProcessName | undefined {
  try {
    const { computer, pid, began }: Partial<Record<keyof ProcessName, unknown>> = JSON.parse(text);
    if (typeof computer !== "string" || typeof pid !== "number") return undefined;
    return { computer, pid, began: typeof began === "string" ? began : null };
  } catch {
    return undefined;
  }
}

/** From Linux's table of processes: the 22nd field, but for a process that has ended; names may hold blanks and `)`. */
async function beginningOf(number: number): Promise<string | null> {
  const text = await readFile(`/proc/${number}/stat`, "latin1").catch(() => "");
  const [state, ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? null : (fields[18] ?? null);
}
