import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sinceBaseline } from "../../src/cli/baseline.ts";
import { sample } from "../reporters/sample-report.ts";
import { asJson } from "../support/samples.ts";
import { run } from "./run.ts";

let cwd = "";
beforeAll(async () => {
  cwd = await files.mkdtemp(join(tmpdir(), "baseline-"));
  await files.writeFile(join(cwd, "same.json"), await asJson(sample));
  const hosts = sample.hosts.map((host) => ({ ...host, findings: [] }));
  await files.writeFile(join(cwd, "clean.json"), await asJson({ ...sample, hosts, fleet: null }));
  await files.writeFile(join(cwd, "text.txt"), "nothing of ours");
});
afterAll(() => files.rm(cwd, { recursive: true }));

/** Every source was read, so that findings decide about the exit code. */
const report = { ...sample, sources: sample.sources.slice(0, 1) };

describe("--baseline", () => {
  it.each([
    ["same.json", 0, /^Since the baseline: 0 new, \d+ known, 0 gone$/m],
    ["clean.json", 1, /^Since the baseline: [1-9]\d* new, 0 known, 0 gone$/m],
  ])("%s", async (baseline, code, said) => {
    const outcome = await run(["--baseline", baseline, "--fail-on", "error"], { cwd, report });
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(said);
  });

  it.each(["text.txt", "nowhere.json"])("refuses %s", async (baseline) => {
    const { code, err } = await run(["--baseline", baseline], { cwd, report });
    expect(code).toBe(3);
    expect(err).toContain(`--baseline ${baseline}: no report of chimneysweep`);
  });

  it("says nothing where it is to be quiet", async () => {
    expect((await run(["--baseline", "same.json", "-q"], { cwd, report })).err).toBe("");
  });

  it("counts what a rule finds more often than before, and what is gone", () => {
    const [host] = sample.hosts;
    if (host === undefined) throw new Error("the sample has a host");
    const [one, ...others] = host.findings.filter(({ kind }) => kind === "fail");
    if (one === undefined) throw new Error("the sample has findings");
    const twice = { hosts: [{ ...host, findings: [one, one] }], fleet: null };
    const once = {
      hosts: [{ ...host, host: host.host?.toLowerCase() ?? null, findings: [one, ...others] }],
      fleet: null,
    };
    expect(sinceBaseline(twice, once)).toMatchObject({ known: 1, gone: others.length, fresh: [one] });
  });
});
