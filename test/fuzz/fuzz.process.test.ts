import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { root, runProcess } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { isSoak } from "../support/soak.ts";
import { keep, keptAs } from "./keep.ts";
import { targets as planted } from "./planted.ts";
import type { Target } from "./target.ts";
import { targets } from "./targets/index.ts";
import { watched } from "./watchdog.ts";
import type { Worked } from "./work-order.ts";

/** The same inputs on every machine and every day. */
const SEED = 20_090_722;

/** Inputs in which something was found once. */
const KEPT = join(root, "test/fixtures/fuzz");

/** Threads run what is built. */
const built = (path: string) => pathToFileURL(join(root, "dist/test/fuzz", path));

/** Milliseconds for what ends by itself: it gets them all if something hangs, on a machine with other things to do. */
const AMPLE = 5 * 60_000;

/** Megabytes that hold what a planted fault needs, and are soon filled. */
const SMALL_HEAP = 96;

/** What comes of the target's runs; with little heap it fails soon if it needs ever more. */
function drawn(target: Target, module: string, shrinking = 0, heap?: number): Promise<Worked> {
  const { name, runs, patience = AMPLE } = target;
  const place = { module: built(module).href, name };
  const watch = { script: built("worker.js"), place, patience, ...(heap !== undefined && { heap }) };
  return watched(watch, {
    kind: "draw",
    seed: SEED,
    milliseconds: Number.POSITIVE_INFINITY,
    runs,
    known: [],
    shrinking,
  });
}

describe("a few inputs of each target", () => {
  itForEach(targets.map((target) => [target.name, target] as const))("lead to nothing in %s", async (_, target) => {
    const patient = { ...target, runs: isSoak ? 10 * target.runs : target.runs, patience: AMPLE };
    expect(await drawn(patient, "targets/index.js")).toEqual({ runs: patient.runs, again: 0, finding: undefined });
  });
});

describe("inputs in which something was found once", async () => {
  const names = (await readdir(KEPT)).filter((name) => name !== "README.md");
  const inputs = await Promise.all(
    names.map(async (name) => ({ ...keptAs(name), bytes: await readFile(join(KEPT, name)) })),
  );
  const known = inputs.flatMap(({ target, choice, bytes }) =>
    choice === undefined ? [] : [{ target, choice, bytes }],
  );

  it("are called after the target in which it was", () => {
    const all = targets.map(({ name }) => name);
    expect(names.filter((name) => !all.includes(keptAs(name)?.target ?? ""))).toEqual([]);
    expect(known).toHaveLength(names.length);
  });

  it.each(targets.map((target) => [target.name, target] as const))("lead to nothing in %s", async (_, target) => {
    // A process takes its time to begin: its own inputs are enough.
    const own = known.filter((input) => target.name !== "process" || input.target === target.name);
    for (const input of own) await target.check(input, () => undefined);
  });
});

describe("what is broken on purpose", () => {
  itForEach<[name: string, oracle: string, message: RegExp, shrinking: number]>([
    ["throwing", "does not throw", /^TypeError: planted/, AMPLE],
    ["unbalanced", "ledger adds up", /^lines: /, AMPLE],
    // To make these small takes their patience for each attempt.
    ["hanging", "ends in time", /^more than 300 ms/, 0],
    ["waiting", "ends in time", /^more than 300 ms/, 0],
    ["exhausting", "does not throw", /memory/, 0],
  ])("by %s is found, and its input made small and kept", async (name, oracle, message, shrinking) => {
    const target = planted.find((one) => one.name === name);
    if (target === undefined) throw new Error(`nothing planted is ${name}`);
    let worked = await drawn(target, "planted.js", shrinking, SMALL_HEAP);
    // What hung only once is no finding: the machine was busy.
    while (worked.finding === undefined && worked.runs < target.runs)
      worked = await drawn(target, "planted.js", shrinking, SMALL_HEAP);
    const { finding } = worked;
    expect(finding).toMatchObject({ oracle, message: expect.stringMatching(message) });
    if (finding === undefined) return;
    if (shrinking > 0) expect(finding.input.bytes.length).toBe(41);
    else expect(finding.input.bytes.length).toBeGreaterThan(40);
    const folder = await mkdtemp(join(tmpdir(), "kept-"));
    try {
      const path = await keep(folder, name, finding);
      expect(await readFile(path)).toEqual(Buffer.from(finding.input.bytes));
      expect(keptAs(path.slice(folder.length + 1))).toEqual({ target: name, choice: finding.input.choice });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("the command", () => {
  it("tells of each target, and which seed it drew with", async () => {
    const args = [join(root, "dist/test/fuzz/index.js"), "--minutes", "0.01", "--seed", "7", "--target", "decode"];
    const { code, out } = await runProcess(process.execPath, args);
    expect(out).toMatch(/^0\.01 minutes, --seed 7; .*\n\ntarget .*\ndecode +\d+ .*\n\n\d+ inputs, nothing found\n$/);
    expect(code).toBe(0);
  });

  it("refuses what it does not know", async () => {
    const { code, out } = await runProcess(process.execPath, [join(root, "dist/test/fuzz/index.js"), "--target", "x"]);
    expect([code, out]).toEqual([2, expect.stringContaining("decode, segments")]);
  });
});
