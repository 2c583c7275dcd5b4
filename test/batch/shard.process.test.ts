import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { Bundle } from "../../src/batch/bundle.ts";
import { shardOf } from "../../src/batch/shard.ts";
import { root } from "../support/built.ts";
import { itForEach } from "../support/rows.ts";
import { workplace } from "../support/workplace.ts";
import { filesIn, putBundles } from "./bundles.ts";

const { cwd, run } = workplace();
const inShell = promisify(execFile);

const bundlesNamed = (count: number): Bundle[] =>
  Array.from({ length: count }, (_, at) => ({ name: `in/case-${at}.zip`, members: [], bytes: 1, key: `${at}` }));

const outputs = (name: string) => filesIn(join(cwd(), name));

describe("shards", () => {
  it("have every bundle once, and about as many each", () => {
    const all = bundlesNamed(4000);
    const shards = [1, 2, 3, 4, 5].map((part) => shardOf(all, { part, of: 5 }));
    expect(new Set(shards.flat())).toEqual(new Set(all));
    expect(shards.flat()).toHaveLength(all.length);
    for (const shard of shards) expect(Math.abs(shard.length - 800)).toBeLessThan(150);
  });

  it("keep their bundles when others come", () => {
    const before = shardOf(bundlesNamed(50), { part: 2, of: 3 });
    expect(shardOf(bundlesNamed(90), { part: 2, of: 3 })).toEqual(expect.arrayContaining([...before]));
  });

  itForEach<[given: string]>([["0/3"], ["4/3"], ["3"], ["1/0"], ["-1/3"], ["1/3/5"]])(
    "refuse --shard %s",
    async (given) => {
      const { code, err } = await run(["batch", "in", "-o", "out", "--shard", given]);
      expect({ code, err: err.includes("expects a part and how many there are") }).toEqual({ code: 2, err: true });
    },
  );

  it("of no bundle at all end well", async () => {
    await putBundles(join(cwd(), "in"), 1, 8);
    const codes = await Promise.all(
      ["1/2", "2/2"].map(async (shard, at) => (await run(["batch", "in", "-o", `o${at}`, "--shard", shard])).code),
    );
    expect(codes).toEqual([0, 0]);
  });

  it("started by the job array of the samples are merged to what one run writes", async () => {
    await putBundles(join(cwd(), "in"), 7, 8);
    await run(["batch", "in", "-o", "whole", "--quiet"]);
    const programs = join(cwd(), "programs");
    await mkdir(programs);
    const command = join(root, "dist/command/chimneysweep.js");
    await writeFile(join(programs, "chimneysweep"), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
    await chmod(join(programs, "chimneysweep"), 0o755);
    for (const task of ["1", "2", "3"]) {
      const env = {
        ...{ PATH: `${programs}:${process.env["PATH"]}`, SLURM_ARRAY_TASK_ID: task },
        ...{ SLURM_ARRAY_TASK_COUNT: "3", SLURM_CPUS_PER_TASK: "1" },
      };
      await inShell("sh", [join(root, "samples/scale/slurm-array.sh"), "in", "shares"], { cwd: cwd(), env });
    }
    await run(["merge", "shares/*/rollup.json", "-o", "all"]);
    const [whole, merged] = [await outputs("whole"), await outputs("all")];
    for (const name of ["bundles.csv", "report.html", "rollup.json", "summary.txt"]) {
      expect(merged.get(name)).toBe(whole.get(name));
    }
  });

  it("of the Kubernetes job are as many as its pods", async () => {
    const job = await readFile(join(root, "samples/scale/kubernetes-indexed-job.yaml"), "utf8");
    const [, completions] = /completions: (\d+)/.exec(job) ?? [];
    expect(job).toContain(`--shard "$((JOB_COMPLETION_INDEX + 1))/${completions}"`);
  });
});
