import { rename, rm, writeFile } from "node:fs/promises";
import { UnwritableOutput, writing } from "./faults.ts";
import { isAtWork, type ProcessName, thisProcess } from "./process-life.ts";
import { readOwn } from "./work-folder.ts";

/**
 * Takes the lock file for this process, also from one that died without giving it back. Throws an UnwritableOutput
 * when another one holds it. What it gives lets go of the lock.
 */
export async function lock(path: string, output: string): Promise<() => Promise<void>> {
  const own = await thisProcess();
  const free = () => rm(path, { force: true });
  if (await take(path, own, output)) return free;
  const found = (await textAt(path)) ?? "";
  await refuseLiving(found, own, path, output);
  await setAside(path, `${path}.${own.pid}`, found, output);
  return (await take(path, own, output)) ? free : refuse(output);
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

async function refuseLiving(found: string, own: ProcessName, path: string, output: string): Promise<void> {
  const holder = holderOf(found);
  if (holder === undefined) return;
  // Before the numbers are compared: two containers may work on one disk, and the first process has the same in each.
  if (holder.computer !== own.computer) {
    const where = `on the computer ${holder.computer}`;
    throw new UnwritableOutput(`${output} belongs to a run ${where}; if that has ended, remove ${path} and try again`);
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
