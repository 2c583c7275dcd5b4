import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/built.ts";
import { filesIn, putBundles } from "./bundles.ts";

/** The built module: its threads load what was built. */
type Batch = typeof import("../../src/batch/index.ts");

let cwd = "";
let batch: Batch | undefined;

beforeAll(async () => {
  batch = await import(join(root, "dist/src/batch/index.js"));
  cwd = await mkdtemp(join(tmpdir(), "given-up-"));
  await putBundles(join(cwd, "in"), 3, 10);
});
afterAll(() => rm(cwd, { recursive: true }));

describe("a bundle that takes too long", () => {
  it("is failed, with its row in every list, and no other result is missing", async () => {
    const heard: string[] = [];
    const rollup = await batch?.runBatch(["in"], {
      cwd,
      output: { path: join(cwd, "out"), name: "out" },
      manner: { analysis: {}, csv: { delimiter: ",", byteOrderMark: "none", cells: "neutralised" } },
      workers: 2,
      seconds: 0.001,
      start: "resume",
      stop: new AbortController().signal,
      watch: {
        async planned(all, done) {
          heard.push(`${all.length} planned, ${done.length} done`);
        },
        async ended({ name }) {
          heard.push(name);
        },
      },
    });
    const names = ["in/srv01", "in/srv02", "in/srv03"];
    expect(heard.sort()).toEqual(["3 planned, 0 done", ...names]);
    const reason = "it took more than 0.001 seconds";
    expect(rollup?.bundles.map(({ name, status, hosts }) => ({ name, status, hosts }))).toEqual(
      names.map((name) => ({ name, status: "failed", hosts: [] })),
    );
    const files = await filesIn(join(cwd, "out"));
    for (const name of names) expect(files.get("sources.csv")).toContain(`\r\n${name},failed,${reason},0,`);
    expect(files.get("bundles.csv")?.split(reason)).toHaveLength(4);
    expect(files.get("summary.txt")).toContain(reason);
    expect(files.get("report.json")).toBe("");
    expect([...files.keys()]).not.toContain(".chimneysweep-batch");
  });
});
