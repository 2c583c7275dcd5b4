import { spawnSync } from "node:child_process";
import { link, lstat, mkdir, readdir, readFile, readlink, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { tableNames } from "../../src/report/tables/index.ts";
import { bin, runProcess } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { WHOLE_REPORTS, workplace } from "../support/workplace.ts";

// What lies where something is to be written may have come with a bundle of somebody else: a link there must never make
// a run write to, or remove, what it leads to.

const { cwd, put, run } = workplace();

const at = (name: string) => join(cwd(), name);
const VICTIM = "nothing of this may change\n";

/** What is at a path: `file`, `fifo` …, and of a link where it leads. */
async function what(name: string): Promise<string> {
  const stats = await lstat(at(name)).catch(() => undefined);
  if (stats === undefined) return "nothing";
  if (stats.isSymbolicLink()) return `link to ${await readlink(at(name))}`;
  return stats.isFile() ? "file" : stats.isFIFO() ? "fifo" : stats.isDirectory() ? "folder" : "device";
}

const fifo = (name: string) => expect(spawnSync("mkfifo", [at(name)]).status).toBe(0);
const linkTo = (target: string, name: string) =>
  symlink(target, at(name), target === at("folder") ? "junction" : undefined);

/** What may stand in the place of a file to write. */
const obstacles: { readonly [what: string]: (name: string) => Promise<unknown> } = {
  "a link to a file": (name) => linkTo(at("victim.txt"), name),
  "a link to a folder": (name) => linkTo(at("folder"), name),
  "a dangling link": (name) => linkTo(at("not-there"), name),
  "a hard link": (name) => link(at("victim.txt"), at(name)),
  "a link to a pipe": async (name) => {
    fifo("pipe");
    await linkTo(at("pipe"), name);
  },
  "a pipe": async (name) => fifo(name),
};

beforeEach(async () => {
  await mkdir(at("folder"));
  await put("victim.txt", VICTIM);
  await put("folder/inside.txt", VICTIM);
});

/** Nothing was written to, or removed, through any of the obstacles. */
async function expectUntouched(): Promise<void> {
  expect(await readFile(at("victim.txt"), "utf8")).toBe(VICTIM);
  expect(await readFile(at("folder/inside.txt"), "utf8")).toBe(VICTIM);
  expect(await readdir(at("folder"))).toEqual(["inside.txt"]);
  expect(await what("not-there")).toBe("nothing");
}

describe.skipIf(process.platform === "win32")("a file that was named", () => {
  const FILE = ["netstat.txt", "--format", "csv", "-o", "o.csv"];
  const named = Object.entries(obstacles).filter(([name]) => name !== "a pipe" && name !== "a link to a folder");

  itForEach<[what: string, args: readonly string[], format: string]>([
    ["analyze", FILE, " (csv)"],
    ["compare", ["compare", "netstat.txt", "netstat.txt", "--format", "json", "-o", "o.csv"], " (json)"],
    ["capture-script", ["capture-script", "-o", "o.csv"], ""],
  ])("takes the place of a link, not of what that leads to: %s", async (_, args, format) => {
    for (const [, make] of named) {
      await make("o.csv");
      expect(await run(args)).toMatchObject({ code: 0, err: `Wrote o.csv${format}\n` });
      expect([await what("o.csv"), (await lstat(at("o.csv"))).nlink]).toEqual(["file", 1]);
      await expectUntouched();
      expect(spawnSync("rm", ["-f", at("o.csv"), at("pipe")]).status).toBe(0);
    }
    expect((await readdir(cwd())).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  itForEach([["capture-script"]])("is no link to a folder: %s", async (...args) => {
    await linkTo(at("folder"), "o");
    const { code, err } = await run([...args, "-o", "o"]);
    expect({ code, err }).toEqual({ code: 2, err: "chimneysweep: cannot write o: a directory\n" });
    expect(await what("o")).toBe(`link to ${at("folder")}`);
    await expectUntouched();
  });

  it("is not written under a name that can be foreseen", async () => {
    await linkTo(at("victim.txt"), "o.csv.partial");
    expect((await run(FILE)).code).toBe(0);
    expect(await what("o.csv.partial")).toBe(`link to ${at("victim.txt")}`);
    await expectUntouched();
  });

  it("is written to as it stands where it is a pipe", async () => {
    fifo("o.csv");
    const reader = runProcess("cat", [at("o.csv")]);
    expect((await run(FILE)).code).toBe(0);
    expect((await reader).out).toMatch(/^host,source,.*\r?\n,netstat\.txt,/);
    expect(await what("o.csv")).toBe("fifo");
  });

  it("is written to as it stands where it is a device", async () => {
    expect((await run([...FILE.slice(0, -1), "/dev/null"])).code).toBe(0);
    expect((await lstat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  itForEach([
    ["a pipe", `"$0" "$@" | cat`, ""],
    ["a file", `"$0" "$@" > all.txt; cat all.txt`, ""],
    ["a file with something in it", `echo before > all.txt; "$0" "$@" >> all.txt; cat all.txt`, "before\n"],
  ])("may be /dev/stdout: %s", async (_, script, before) => {
    const command = [process.execPath, bin, ...FILE.slice(0, -1), "/dev/stdout"];
    const { out } = await runProcess("bash", ["-c", script, ...command], { cwd: cwd() });
    expect(out.slice(0, before.length + 12)).toBe(`${before}host,source,`);
    expect((await lstat("/dev/stdout")).isSymbolicLink()).toBe(true);
  });
});

describe.skipIf(process.platform === "win32")("a folder that was named", () => {
  const FOLDER = ["netstat.txt", "-o", "out/"];

  itForEach(Object.entries(obstacles))("gets its files in the place of %s", async (_, make) => {
    await mkdir(at("out"));
    await make("out/connections.csv");
    await make("out/connections.csv.partial").catch(() => undefined); // of a pipe one is enough
    expect(await run(FOLDER)).toMatchObject({ code: 0, err: expect.stringMatching(/^Wrote out\/: /) });
    expect(await what("out/connections.csv")).toBe("file");
    await expectUntouched();
  });

  it("may be a link itself: it is the folder that it leads to", async () => {
    await mkdir(at("elsewhere"));
    await linkTo(at("elsewhere"), "out");
    expect((await run(FOLDER)).code).toBe(0);
    expect((await readdir(at("elsewhere"))).sort()).toEqual(
      [...WHOLE_REPORTS, ...tableNames.map((name) => `${name}.csv`)].sort(),
    );
  });

  it("is left as it was where a folder stands in the place of a file", async () => {
    await mkdir(at("out/report.json"), { recursive: true });
    const { code, err } = await run(FOLDER);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^chimneysweep: cannot write out\/report\.json: /),
    });
    expect((await readdir(at("out"))).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  itForEach(Object.entries(obstacles))("gets the roll-up of merge in the place of %s", async (_, make) => {
    await run(["batch", "netstat.txt", "-o", "one", "--quiet"]);
    await mkdir(at("out"));
    await make("out/rollup.json");
    await make("out/rollup.json.partial").catch(() => undefined);
    expect((await run(["merge", "one/rollup.json", "-o", "out", "--quiet"])).code).toBe(0);
    expect(await what("out/rollup.json")).toBe("file");
    await expectUntouched();
  });
});

describe.skipIf(process.platform === "win32")("the folder that batch works in", () => {
  const BATCH = ["batch", "netstat.txt", "-o", "out", "--quiet"];
  const WORK = "out/.chimneysweep-batch";

  beforeEach(() => mkdir(at("out")));

  const expectRefused = async (args = BATCH): Promise<void> => {
    const { code, out, err } = await run(args);
    const reason = `${WORK} is not the work folder of a run: a link, or with something else in it`;
    const advice = "move it away or name another directory";
    expect({ code, out, err }).toEqual({
      code: 2,
      out: "",
      err: `chimneysweep: cannot write out: ${reason}; ${advice}\n`,
    });
    await expectUntouched();
  };

  itForEach(Object.entries(obstacles))("is not %s", async (_, make) => {
    await make(WORK);
    const before = await what(WORK);
    await expectRefused();
    await expectRefused([...BATCH, "--force"]);
    expect(await what(WORK)).toBe(before);
    expect(await readdir(at("out"))).toEqual([".chimneysweep-batch"]);
  });

  it("is not a folder of somebody else", async () => {
    await mkdir(at(WORK));
    await put(`${WORK}/thesis.txt`, VICTIM);
    await expectRefused();
    await expectRefused([...BATCH, "--force"]);
    expect(await readFile(at(`${WORK}/thesis.txt`), "utf8")).toBe(VICTIM);
  });

  itForEach(
    ["lock", "run.json", "done.ndjson", "1.rows"].flatMap((name) =>
      Object.entries(obstacles).map(([obstacle, make]) => [name, obstacle, make] as const),
    ),
  )("is not trusted with %s being %s", async (name, obstacle, make) => {
    await mkdir(at(WORK));
    await make(`${WORK}/${name}`);
    await expectRefused();
    await expectRefused([...BATCH, "--force"]);
    expect(await what(`${WORK}/${name}`)).not.toBe("nothing");
    expect(obstacle).not.toBe("");
  });

  it("may be empty, and is gone at the end with what a killed run left in it", async () => {
    await mkdir(at(WORK));
    await put(`${WORK}/chimneysweep-${"0".repeat(32)}.partial`, "half");
    expect((await run(BATCH)).code).toBe(0);
    expect(await readdir(at("out"))).not.toContain(".chimneysweep-batch");
    expect((await readdir(at("out"))).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  itForEach(Object.entries(obstacles))("gives the outputs their names in the place of %s", async (_, make) => {
    await make("out/report.html");
    await make("out/report.html.partial").catch(() => undefined);
    expect((await run(BATCH)).code).toBe(0);
    expect(await what("out/report.html")).toBe("file");
    await expectUntouched();
  });
});
