import { spawn } from "node:child_process";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bin, runProcess } from "../support/built.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const FOLDER = ".chimneysweep-batch";
const COMMAND = ["batch", "in", "-o", "out", "--workers", "2", "--quiet"];

const bundles = (count: number, rows: number) => putBundles(join(cwd(), "in"), count, rows);
const outputs = (name = "out") => filesIn(join(cwd(), name));
const inFolder = (name: string) => join(cwd(), "out", FOLDER, name);

/** The lines of the journal: one for each bundle that is done. */
const journal = async () =>
  (await readFile(inFolder("done.ndjson"), "utf8")).split(/(?<=\n)/).filter((line) => line !== "");

interface Committed {
  readonly file: string;
  readonly start: number;
}

const changeJournal = async (change: (bytes: Buffer) => Buffer) =>
  writeFile(inFolder("done.ndjson"), change(await readFile(inFolder("done.ndjson"))));

/** What an uninterrupted run writes, and how long that takes. */
async function uninterrupted(): Promise<{ readonly expected: ReadonlyMap<string, string>; readonly ms: number }> {
  const start = performance.now();
  await run(["batch", "in", "-o", "expected", "--quiet"]);
  return { expected: await outputs("expected"), ms: performance.now() - start };
}

/** A run of the command, to be signalled. */
function started() {
  const child = spawn(process.execPath, [bin, ...COMMAND], { cwd: cwd(), stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return { child, ended };
}

/** Runs the command until it ends or is killed; null when it was killed before its end. */
async function killedWhen(when: (isOver: () => boolean) => Promise<unknown>): Promise<number | null> {
  const { child, ended } = started();
  await Promise.race([when(() => child.exitCode !== null), ended]);
  child.kill("SIGKILL");
  return ended;
}

/** Waits until so many bundles are done, or the run is over. */
const done = (count: number) => async (isOver: () => boolean) => {
  while (!isOver() && (await journal().catch(() => [])).length < count) await wait(5);
};

/** Shares of a run's time, the same ones each time a test is run. */
function* shares(): Generator<number> {
  for (let state = 42; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

describe("a run that is killed", () => {
  it("at ten random moments and then run again writes the same bytes", async () => {
    await bundles(6, 2000);
    const { expected, ms } = await uninterrupted();
    const moments = shares();
    let killed = 0;
    for (let time = 0; time < 10; time += 1) {
      const code = await killedWhen(() => wait(ms * (0.15 + 0.75 * (moments.next().value ?? 0))));
      if (code === null) killed += 1;
      // What is there under its last name is whole, whenever it was killed.
      const there = [...(await outputs().catch(() => new Map<string, string>()))];
      for (const [name, content] of there) if (name !== FOLDER) expect(content).toBe(expected.get(name));
    }
    expect(killed).toBeGreaterThan(0);
    expect(await run(COMMAND)).toEqual({ code: 0, out: "", err: "" });
    expect(await outputs()).toEqual(expected);
  });

  it("keeps what was done, and reads again what has changed since", async () => {
    await bundles(6, 1000);
    await killedWhen(done(3));
    const before = await journal();
    expect(before.length).toBeGreaterThanOrEqual(3);
    await killedWhen(done(Math.min(before.length + 1, 6)));
    expect((await journal()).slice(0, before.length)).toEqual(before);
    await writeFile(join(cwd(), "in/srv01/captures/netstat.txt"), "C:\\>netstat -nt\r\n");
    const { err } = await run(COMMAND.filter((word) => word !== "--quiet"));
    expect(err).toMatch(/^Going on: \d of 6 bundles are done\nWrote out\n$/);
    expect(await outputs()).toEqual((await uninterrupted()).expected);
  });

  it.each<[what: string, damage: (line: Committed, rows: Buffer) => Promise<void>]>([
    ["a line of the journal", () => changeJournal((bytes) => bytes.subarray(0, -20))],
    [
      "a line that a crash left as zeros",
      () => changeJournal((bytes) => bytes.fill(0, bytes.length - 40, bytes.length - 20)),
    ],
    ["rows", ({ file, start }, rows) => writeFile(inFolder(file), rows.subarray(0, start + 10))],
    ["rows that a crash left as zeros", ({ file, start }, rows) => writeFile(inFolder(file), rows.fill(0, start + 10))],
    ["rows whose file is gone", ({ file }) => rm(inFolder(file))],
  ])("does not count %s half written", async (_, damage) => {
    await bundles(3, 1000);
    const { expected } = await uninterrupted();
    await killedWhen(done(2));
    const before = await journal();
    const last: Committed = JSON.parse(before.at(-1) ?? "");
    await damage(last, await readFile(inFolder(last.file)));
    const { err } = await run(COMMAND.filter((word) => word !== "--quiet"));
    const [, counted = "0"] = /^(?:Going on: (\d) of 3 bundles are done\n)?Wrote out\n$/.exec(err) ?? [err, "all"];
    expect(Number(counted)).toBeLessThan(before.length);
    expect(await outputs()).toEqual(expected);
  });
});

describe("a run that was left unfinished", () => {
  it("is not gone on with in another manner, but for --force", async () => {
    await bundles(3, 500);
    await killedWhen(done(1));
    const other = [...COMMAND, "--os", "2008R2"];
    const { code, err } = await run(other);
    expect(code).toBe(2);
    expect(err).toMatch(/^chimneysweep: out holds an unfinished run .+--force.+\nTry .+\n$/);
    expect((await run([...other, "--force"])).code).toBe(0);
    await run(["batch", "in", "-o", "expected", "--os", "2008R2", "--quiet"]);
    expect(await outputs()).toEqual(await outputs("expected"));
  });

  it("by an interruption exits with 130 and says how to go on", async () => {
    await bundles(6, 2000);
    const { expected } = await uninterrupted();
    const script = `"$0" "$@" & sleep 0.1; while [ ! -e out/${FOLDER}/run.json ]; do sleep 0.02; done; kill -INT $!; wait $!`;
    // A shell without job control has its children ignore the signal.
    const { code, err } = await runProcess("bash", ["-mc", script, process.execPath, bin, ...COMMAND], { cwd: cwd() });
    expect(code).toBe(130);
    expect(err).toContain("chimneysweep: interrupted; the same command goes on where this one ended\n");
    expect([...(await outputs()).keys()]).toEqual([FOLDER]);
    expect((await run(COMMAND)).code).toBe(0);
    expect(await outputs()).toEqual(expected);
  });
});

describe("two runs to one directory", () => {
  it("are refused while the first is at work", async () => {
    await bundles(2, 1000);
    const { child, ended } = started();
    await done(1)(() => child.exitCode !== null);
    child.kill("SIGSTOP");
    const { code, err } = await run(COMMAND);
    child.kill("SIGKILL");
    expect(await ended).toBeNull();
    expect(code).toBe(2);
    expect(err).toMatch(/^chimneysweep: another run \(process \d+\) is writing to out; .+\n$/);
  });

  it.each([
    ["a process that is dead", () => JSON.stringify({ computer: hostname(), pid: 2 ** 22 - 1, began: null })],
    ["a process whose number another one has got", () => JSON.stringify({ computer: hostname(), pid: 1, began: "-1" })],
    ["a process that died while it wrote it", () => '{"comp'],
  ])("are not held up by the lock of %s", async (_, lock) => {
    await bundles(1, 10);
    await mkdir(join(cwd(), "out", FOLDER), { recursive: true });
    await writeFile(join(cwd(), "out", FOLDER, "lock"), lock());
    expect(await run(COMMAND)).toEqual({ code: 0, out: "", err: "" });
    expect([...(await outputs()).keys()]).not.toContain(FOLDER);
  });

  it("are refused where the first is at work on another computer, and how to go on is said", async () => {
    await bundles(1, 10);
    await mkdir(join(cwd(), "out", FOLDER), { recursive: true });
    await writeFile(join(cwd(), "out", FOLDER, "lock"), JSON.stringify({ computer: "elsewhere", pid: 1, began: null }));
    const { code, err } = await run(COMMAND);
    expect(code).toBe(2);
    expect(err).toMatch(/on the computer elsewhere; if that has ended, remove .+lock and try again\n$/);
    await rename(join(cwd(), "out", FOLDER, "lock"), join(cwd(), "gone"));
    expect((await run(COMMAND)).code).toBe(0);
  });
});
