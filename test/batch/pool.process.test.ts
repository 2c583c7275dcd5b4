import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoppedRun } from "../../src/batch/faults.ts";
import { inThreads, type PoolOptions } from "../../src/batch/pool.ts";

/** A thread that does to itself what the task says. */
const MODULE = `
export async function work(task) {
  if (task === "exit") process.exit(7);
  if (task === "throw") throw new Error("no more");
  if (task === "throw nothing") throw undefined;
  if (task === "throw later") { setTimeout(() => { throw new Error("too late"); }, 1); await new Promise(() => {}); }
  if (task === "hang") await new Promise((resolve) => setTimeout(resolve, 2 ** 30));
  if (task === "spin") for (;;);
  if (task === "eat") { const eaten = []; for (;;) eaten.push(new Array(1000).fill(task + eaten.length)); }
  return task + " done";
}
`;

let folder = "";
let module = new URL("file:///");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pool-"));
  await writeFile(join(folder, "work.mjs"), MODULE);
  module = pathToFileURL(join(folder, "work.mjs"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What becomes of the tasks, in the order of the tasks. */
async function outcomesOf(tasks: Iterable<string>, options: Partial<PoolOptions> = {}): Promise<readonly string[]> {
  const stop = new AbortController().signal;
  const pool = { module, function: "work", workers: 2, seconds: 3600, megabytes: 64, stop, ...options };
  const outcomes: string[] = [];
  for await (const { task, ...end } of inThreads<string, string>(tasks, pool)) {
    outcomes.push(`${task}: ${end.result ?? end.reason}`);
  }
  return outcomes.sort();
}

describe("a task", () => {
  it.each<[what: string, options: Partial<PoolOptions>, reason: string]>([
    ["exit", {}, "the program ended while reading it"],
    ["throw", {}, "internal error: no more"],
    ["throw nothing", {}, "internal error: undefined"],
    ["throw later", {}, "internal error: too late"],
    ["eat", {}, "it needs more than 64 MB of memory"],
  ])("that does %s harms no other", async (what, options, reason) => {
    const expected = ["a: a done", "b: b done", "c: c done", `${what}: ${reason}`].sort();
    expect(await outcomesOf(["a", what, "b", "c"], options)).toEqual(expected);
  });

  it.each(["hang", "spin"])("that does %s harms no other", async (what) => {
    // On a busy machine the others take their time as well: they get ever more until they are done.
    for (let seconds = 2, isDone = false; !isDone; seconds *= 2) {
      const outcomes = await outcomesOf(["a", what, "b", "c"], { seconds });
      expect(outcomes).toContain(`${what}: it took more than ${seconds} seconds`);
      isDone = ["a: a done", "b: b done", "c: c done"].every((outcome) => outcomes.includes(outcome));
    }
  });

  it("has another thread after one that was lost, also where there is only one", async () => {
    const expected = ["a: a done", "b: b done", "exit: the program ended while reading it"];
    expect(await outcomesOf(["a", "exit", "b"], { workers: 1 })).toEqual(expected);
  });
});

describe("tasks", () => {
  it("are taken no faster than they are done", async () => {
    let taken = 0;
    let done = 0;
    let most = 0;
    function* many(): Generator<string> {
      for (; taken < 50; taken += 1) {
        most = Math.max(most, taken + 1 - done);
        yield `${taken}`;
      }
    }
    const stop = new AbortController().signal;
    const pool = { module, function: "work", workers: 3, seconds: 3600, megabytes: 64, stop };
    for await (const _ of inThreads(many(), pool)) done += 1;
    // One for each thread, and the next one.
    expect({ done, most }).toEqual({ done: 50, most: 3 + 1 });
  });

  it("may be none", async () => expect(await outcomesOf([])).toEqual([]));

  it.each([
    ["before", 0],
    ["while they are done", 500],
  ])("end when they are stopped %s", async (_, delay) => {
    const stop = new AbortController();
    if (delay === 0) stop.abort();
    else setTimeout(() => stop.abort(), delay);
    await expect(outcomesOf(["hang", "spin", "hang"], { stop: stop.signal })).rejects.toBeInstanceOf(StoppedRun);
  });
});
