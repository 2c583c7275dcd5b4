import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { constants, hostname, setPriority } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, runProcess } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { isSoak, thorough } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();

const FOLDER = ".chimneysweep-batch";
const COMMAND = ["batch", "in", "-o", "out", "--workers", "2", "--quiet"];

const bundles = (count: number, rows: number) => putBundles(join(cwd(), "in"), count, rows);
const outputs = (name = "out") => filesIn(join(cwd(), name));
const inFolder = (name: string) => join(cwd(), "out", FOLDER, name);

/** The lines of the journal about bundles that are done. */
const journal = async () => (await lines()).filter((line) => line.includes('{"is":"done"'));
const lines = async () => (await readFile(inFolder("done.ndjson"), "utf8")).split(/(?<=\n)/);

interface Committed {
  readonly file: string;
  readonly start: number;
}

const lastDone = (bytes: Buffer) => bytes.lastIndexOf('{"is":"done"');

const changeJournal = async (change: (bytes: Buffer) => Buffer) =>
  writeFile(inFolder("done.ndjson"), change(await readFile(inFolder("done.ndjson"))));

/** What an uninterrupted run writes. */
async function uninterrupted(): Promise<ReadonlyMap<string, string>> {
  await run(["batch", "in", "-o", "expected", "--quiet"]);
  return outputs("expected");
}

/** A run of the command, to be signalled. It gives way to the tests, so that it gets no further than they look. */
function started() {
  const child = spawn(process.execPath, [bin, ...COMMAND], { cwd: cwd(), stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return { child, ended };
}

/** Runs the command until it is so, or until it ends; null when it was killed before its end. */
async function killedWhen(isSo: () => Promise<boolean>): Promise<number | null> {
  const { child, ended } = started();
  await until(async () => child.exitCode !== null || (await isSo()));
  child.kill("SIGKILL");
  return ended;
}

/** Whether so many bundles are done. */
const done = (count: number) => async () => (await journal().catch(() => [])).length >= count;

/** Whether so many bytes are written, unfinished ones among them. */
const written = (bytes: number) => async () => {
  const names = await readdir(join(cwd(), "out"), { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(cwd(), "out", name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) >= bytes;
};

/** How often a run is killed before it may end. */
const KILLS = 1;
const MORE_KILLS = isSoak ? 10 : 3;

/** Shares of what a run writes, ever larger ones; the same each time a test is run. */
function shares(count: number): readonly number[] {
  let state = 42;
  const drawn = Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  });
  return drawn.sort((one, other) => one - other);
}

describe("a run that is killed", () => {
  it("and then run again writes the same bytes", () => expectSameBytes(KILLS, 500));
  it("at random moments and then run again writes the same bytes", thorough, () => expectSameBytes(MORE_KILLS, 2000));

  async function expectSameBytes(kills: number, rows: number): Promise<void> {
    await bundles(6, rows);
    const expected = await uninterrupted();
    // Everything is written to the work folder first, and put together then.
    const bytes = 2 * [...expected.values()].reduce((sum, text) => sum + text.length, 0);
    let killed = 0;
    for (const share of shares(kills)) {
      const code = await killedWhen(written(share * bytes));
      if (code === null) killed += 1;
      // What is there under its last name is whole, whenever it was killed.
      const there = [...(await outputs().catch(() => new Map<string, string>()))];
      for (const [name, content] of there) if (name !== FOLDER) expect(content).toBe(expected.get(name));
    }
    expect(killed).toBeGreaterThan(0);
    expect(await run(COMMAND)).toMatchObject({ code: 0, err: "" });
    expect(await outputs()).toEqual(expected);
  }

  it("keeps what was done, and reads again what has changed since", thorough, async () => {
    await bundles(6, 1000);
    await killedWhen(done(3));
    const before = await journal();
    expect(before.length).toBeGreaterThanOrEqual(3);
    await killedWhen(done(Math.min(before.length + 1, 6)));
    expect((await journal()).slice(0, before.length)).toEqual(before);
    await writeFile(join(cwd(), "in/srv01/captures/netstat.txt"), "C:\\>netstat -nt\r\n");
    const { err } = await run(COMMAND.filter((word) => word !== "--quiet"));
    expect(err).toMatch(/^Going on: \d of 6 bundles are done\nWrote out\/: .*\n$/);
    expect(await outputs()).toEqual(await uninterrupted());
  });

  itForEach<[what: string, damage: (line: Committed, rows: Buffer) => Promise<void>]>([
    ["a line of the journal", () => changeJournal((bytes) => bytes.subarray(0, lastDone(bytes) + 20))],
    [
      "a line that a crash left as zeros",
      () => changeJournal((bytes) => bytes.fill(0, lastDone(bytes) + 20, lastDone(bytes) + 40)),
    ],
    ["rows", ({ file, start }, rows) => writeFile(inFolder(file), rows.subarray(0, start + 10))],
    ["rows that a crash left as zeros", ({ file, start }, rows) => writeFile(inFolder(file), rows.fill(0, start + 10))],
    ["rows whose file is gone", ({ file }) => rm(inFolder(file))],
  ])("does not count %s half written", async (_, damage) => {
    await bundles(3, 1000);
    const expected = await uninterrupted();
    await killedWhen(done(2));
    const before = await journal();
    const last: Committed = JSON.parse(before.at(-1)?.replace(/ \d+\n$/, "") ?? "");
    await damage(last, await readFile(inFolder(last.file)));
    const { err } = await run(COMMAND.filter((word) => word !== "--quiet"));
    const told = "The work of the unfinished run is damaged in 1 place: what is missing is read again\n";
    const [, counted = "0"] = /^(?:Going on: (\d) of 3 bundles are done\n)?Wrote out\/: .*\n$/.exec(
      err.replace(told, ""),
    ) ?? [err, "all"];
    expect([Number(counted) < before.length, err]).toEqual([true, err]);
    expect(await outputs()).toEqual(expected);
  });
});

describe("a run that was left unfinished", () => {
  it("is not gone on with in another manner, but for --force", thorough, async () => {
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

  it("by the same bundle twice gives that one up, and says so", async () => {
    await bundles(1, 60_000);
    for (const times of [1, 2]) {
      const begun = async () => (await lines().catch(() => [])).filter((line) => line.includes('{"is":"begun"')).length;
      expect(await killedWhen(async () => (await begun()) >= times)).toBeNull();
    }
    const { code, err } = await run(COMMAND);
    expect(code).toBe(3);
    expect(err).toContain("the whole program ended 2 times while reading nothing else; --force tries again");
    expect((await run([...COMMAND, "--force"])).code).toBe(0);
  });

  it("by an interruption exits with 130 and says how to go on", async () => {
    await bundles(6, 500);
    const expected = await uninterrupted();
    const script = `nice -n 10 "$0" "$@" & while [ ! -e out/${FOLDER}/run.json ]; do sleep 0.02; done; kill -INT $!; wait $!`;
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
    await until(async () => child.exitCode !== null || (await done(1)()));
    child.kill("SIGSTOP");
    const { code, err } = await run(COMMAND);
    child.kill("SIGKILL");
    expect(await ended).toBeNull();
    expect(code).toBe(2);
    expect(err).toMatch(/^chimneysweep: another run \(process \d+\) is writing to out; .+\n$/);
  });

  itForEach<[what: string, lock: () => string]>([
    ["a process that is dead", () => JSON.stringify({ computer: hostname(), pid: 2 ** 22 - 1, began: null })],
    ["a process whose number another one has got", () => JSON.stringify({ computer: hostname(), pid: 1, began: "-1" })],
    ["a process that died while it wrote it", () => '{"comp'],
  ])("are not held up by the lock of %s", async (_, lock) => {
    await bundles(1, 10);
    await mkdir(join(cwd(), "out", FOLDER), { recursive: true });
    await writeFile(join(cwd(), "out", FOLDER, "lock"), lock());
    expect(await run(COMMAND)).toMatchObject({ code: 0, err: "" });
    expect([...(await outputs()).keys()]).not.toContain(FOLDER);
  });

  it("are refused where the first is at work on another computer, unless the user knows better", async () => {
    await bundles(1, 10);
    await mkdir(join(cwd(), "out", FOLDER), { recursive: true });
    await writeFile(join(cwd(), "out", FOLDER, "lock"), JSON.stringify({ computer: "elsewhere", pid: 1, began: null }));
    const { code, err } = await run(COMMAND);
    expect(code).toBe(2);
    expect(err).toMatch(
      /on the computer or in the container elsewhere; if that has ended, --force starts over here\n$/,
    );
    expect((await run([...COMMAND, "--force"])).code).toBe(0);
  });
});
