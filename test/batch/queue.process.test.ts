import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bin } from "../support/built.ts";
import { missingRedis, type TestRedis, testRedis } from "../support/redis.ts";
import { itForEach } from "../support/rows.ts";
import { thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const outputs = (name: string) => filesIn(join(cwd(), name));

/** A command that goes on while the test does other things, and all that it says on the error stream. */
interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

let redis: TestRedis;
const children: ChildProcess[] = [];

function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: cwd(),
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  children.push(child);
  let text = "";
  child.stderr?.on("data", (piece) => {
    text += String(piece);
  });
  return { child, said: () => text, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

const worker = (...options: readonly string[]) => started(["worker", "--queue", redis.url, ...options]);
const batch = (output: string, ...options: readonly string[]) =>
  started(["batch", "in", "-o", output, "--queue", redis.url, "--no-progress", ...options]);

/** What threads of one process write. */
async function expected(): Promise<ReadonlyMap<string, string>> {
  await run(["batch", "in", "-o", "expected", "--quiet"]);
  return outputs("expected");
}

/** How many bundles the journal of an output has. */
async function doneIn(output: string): Promise<number> {
  const file = join(cwd(), output, ".chimneysweep-batch/done.ndjson");
  return (await readFile(file, "utf8").catch(() => "")).split('{"is":"done"').length - 1;
}

/** Bundles that take a while: a table of so many rows each. */
const slow = () => putBundles(join(cwd(), "in"), 6, 12_000);

describe.skipIf(missingRedis !== undefined)(`a queue${missingRedis === undefined ? "" : `: ${missingRedis}`}`, () => {
  beforeAll(async () => {
    redis = await testRedis();
  });
  beforeEach(() => redis.start());
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await redis.stop();
  });
  afterAll(() => redis.stop());

  itForEach<[workers: number]>([[2], [1], [5]])("with %i workers gives the bytes of one process", async (count) => {
    await putBundles(join(cwd(), "in"), 9, 20);
    const whole = await expected();
    for (let at = 0; at < count; at += 1) worker("--workers", "1");
    expect(await batch("out").ended).toBe(0);
    expect(await outputs("out")).toEqual(whole);
    const status = await run(["queue", "status", "--queue", redis.url]);
    expect(status).toMatchObject({ code: 0, out: expect.stringContaining(`0 waiting, 0 at work, ${count} worker`) });
  });

  it("keeps nothing of the captures, and no address or name in what is printed", thorough, async () => {
    await putBundles(join(cwd(), "in"), 2, 5);
    worker();
    const secret = redis.url.replace("redis://", "redis://somebody:s3cret@");
    const run = started(["batch", "in", "-o", "out", "--queue", secret, "--no-progress"]);
    // Redis without users refuses the name; what is said of it must not repeat it.
    await until(() => run.said() !== "" || run.child.exitCode !== null);
    expect(run.said()).not.toMatch(/s3cret|somebody/);
    run.child.kill("SIGKILL");
    expect(await batch("out", "--force").ended).toBe(0);
    const queue = new Queue("chimneysweep", { connection: { url: redis.url } });
    const left = await queue.getJobs(["wait", "active", "completed", "failed", "delayed"]);
    expect(left).toEqual([]);
    await queue.close();
  });

  it("gives the bundle of a worker that was killed to another one", thorough, async () => {
    await slow();
    const whole = await expected();
    const first = worker("--workers", "1");
    const run = batch("out");
    await until(async () => (await doneIn("out")) > 0);
    first.child.kill("SIGKILL");
    worker("--workers", "1");
    expect(await run.ended).toBe(0);
    expect(await outputs("out")).toEqual(whole);
  });

  it("gives a bundle up that a second worker was killed over", thorough, async () => {
    await putBundles(join(cwd(), "in"), 1, 200_000);
    const queue = new Queue("chimneysweep", { connection: { url: redis.url } });
    const run = batch("out");
    for (let killed = 0; killed < 2; killed += 1) {
      const { child } = worker();
      await until(async () =>
        (await queue.getActive()).some(({ processedBy }) => processedBy?.includes(`/${child.pid}/`)),
      );
      child.kill("SIGKILL");
    }
    worker();
    expect(await run.ended).toBe(3);
    expect(await readFile(join(cwd(), "out/bundles.csv"), "utf8")).toContain(
      "the program ended 2 times while reading it",
    );
    await queue.close();
  });

  it("goes on where a coordinator was killed", thorough, async () => {
    await slow();
    const whole = await expected();
    worker("--workers", "1");
    const first = batch("out");
    await until(async () => (await doneIn("out")) > 1);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = batch("out");
    expect(await second.ended).toBe(0);
    expect(second.said()).toMatch(/Going on: \d of 6 bundles are done/);
    expect(await outputs("out")).toEqual(whole);
  });

  itForEach<[what: string, happens: () => Promise<void>]>([
    ["was emptied", async () => redis.flush()],
    ["was started again, empty", () => redis.stop().then(() => redis.start())],
  ])("does what a Redis that %s has lost", async (_, happens) => {
    await slow();
    const whole = await expected();
    worker("--workers", "1");
    const run = batch("out");
    await until(async () => (await doneIn("out")) > 0);
    await happens();
    expect(await run.ended).toBe(0);
    expect(await outputs("out")).toEqual(whole);
  });

  it("is waited for while it does not answer", thorough, async () => {
    await putBundles(join(cwd(), "in"), 3, 20);
    const whole = await expected();
    await redis.stop();
    const [one, other] = [worker(), batch("out")];
    for (const { said } of [one, other]) await until(() => said().includes("does not answer"));
    await redis.start();
    expect(await other.ended).toBe(0);
    expect(other.said()).toContain("answers again");
    expect(await outputs("out")).toEqual(whole);
  });

  it("gives no bundle to another version, and both sides say so", thorough, async () => {
    const queue = new Queue("chimneysweep", { connection: { url: redis.url } });
    await queue.add("in/a", { version: "0.0.9", run: "00000000", seconds: 9, task: {} });
    const { ended, said } = worker();
    expect(await ended).toBe(2);
    expect(said()).toContain("a run of version 0.0.9 is waiting");
    expect(await queue.getJobCountByTypes("wait", "delayed")).toBe(1);
    await queue.close();
  });

  it("has one coordinator for an output", thorough, async () => {
    await putBundles(join(cwd(), "in"), 2, 5);
    const first = batch("out");
    await until(() => first.said().includes("No worker is there yet"));
    const second = batch("out");
    expect(await second.ended).toBe(2);
    expect(second.said()).toContain("another run");
    worker();
    expect(await first.ended).toBe(0);
  });

  it("works if the share is mounted elsewhere", thorough, async () => {
    await putBundles(join(cwd(), "share/in"), 3, 5);
    await run(["batch", "share/in", "-o", "expected", "--quiet"]);
    const base = join(cwd(), "share");
    const coordinator = started(["batch", "share/in", "-o", "share/out", "--queue", redis.url, "--no-progress"]);
    await until(() => coordinator.said().includes("No worker is there yet"));
    const lost = worker("--root", `${base}=/nowhere`);
    expect(await lost.ended).toBe(2);
    expect(lost.said()).toContain("--root FROM=TO says where its disk is");
    // The same folder by another path.
    await mkdir(join(cwd(), "mounted"));
    await symlink(base, join(cwd(), "mounted/share"));
    worker("--root", `${base}=${join(cwd(), "mounted/share")}`);
    expect(await coordinator.ended).toBe(0);
    expect(await outputs("share/out")).toEqual(await outputs("expected"));
  });

  it("gives a bundle back when a worker is interrupted", thorough, async () => {
    await slow();
    const whole = await expected();
    const first = worker("--workers", "1");
    const run = batch("out");
    await until(async () => (await doneIn("out")) > 0);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(130);
    worker("--workers", "1");
    expect(await run.ended).toBe(0);
    expect(await outputs("out")).toEqual(whole);
  });
});

describe("--queue", () => {
  itForEach<[typed: string]>([["http://queue:80"], ["queue:6379"], ["redis://"]])("refuses %s", async (typed) => {
    const { code, err } = await run(["batch", "in", "-o", "out", "--queue", typed]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--queue expects the address of a Redis") });
  });

  it("goes with no threads of its own", async () => {
    await putBundles(join(cwd(), "in"), 1, 5);
    const { code, err } = await run(["batch", "in", "-o", "out", "--queue", "redis://127.0.0.1:1", "--workers", "2"]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--workers can't be used with --queue") });
  });
});
