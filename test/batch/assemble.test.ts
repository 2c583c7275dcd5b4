import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assemble } from "../../src/batch/assemble.ts";
import { StoppedRun } from "../../src/batch/faults.ts";
import { openJournal } from "../../src/batch/journal.ts";

let path = "";
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), "assemble-"));
});
afterAll(() => rm(path, { recursive: true }));

it("an interruption while the outputs are put together leaves none of them", async () => {
  const output = { path, name: "out" };
  const journal = await openJournal(output, "a run", "afresh", []);
  const before = await readdir(path, { recursive: true });
  const bundle = { name: "a.zip", members: ["a.zip"], bytes: 1, key: "k" };
  const csv = { delimiter: ",", cells: "neutralised", byteOrderMark: "none" } as const;
  const look = { csv, thresholds: {} };
  await expect(assemble([bundle], journal, output, look, AbortSignal.abort())).rejects.toBeInstanceOf(StoppedRun);
  expect(await readdir(path, { recursive: true })).toEqual(before);
  await journal.release();
});
