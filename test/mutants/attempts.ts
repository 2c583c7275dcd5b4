import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answer, Attempt } from "./attempt.ts";

const program = fileURLToPath(new URL("./attempt.js", import.meta.url));

/** Attempts in one process; attempts that used it up are not worth more than a start. */
const MOST_ATTEMPTS = 100;

let child: ChildProcess | undefined;
let made = 0;

/** Tries it in a process of its own; undefined when that ran out of memory or of time. */
export async function answer(attempt: Attempt, milliseconds: number): Promise<Answer | undefined> {
  if (made >= MOST_ATTEMPTS) end();
  made += 1;
  child ??= fork(program, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const said = await heard(child, attempt, milliseconds);
  if (said === undefined || said.hung) end();
  return said;
}

export function end(): void {
  child?.kill("SIGKILL");
  child = undefined;
  made = 0;
}

async function heard(process: ChildProcess, attempt: Attempt, milliseconds: number): Promise<Answer | undefined> {
  const clock = setTimeout(() => process.kill("SIGKILL"), milliseconds);
  try {
    return await new Promise((resolve) => {
      process.removeAllListeners("message").removeAllListeners("exit");
      process.once("message", (said: Answer) => resolve(said)).once("exit", () => resolve(undefined));
      process.send(attempt);
    });
  } finally {
    clearTimeout(clock);
  }
}
