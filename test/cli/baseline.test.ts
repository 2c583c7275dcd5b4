import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failingIn, sinceBaseline } from "../../src/cli/baseline.ts";
import { analyze, catalogue } from "../../src/index.ts";
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

  it.each([
    ["text.txt", "no report of chimneysweep; name a report.json, report.html or rollup.json"],
    ["nowhere.json", "there is no such file"],
  ])("refuses %s", async (baseline, why) => {
    const { code, err } = await run(["--baseline", baseline], { cwd, report });
    expect(code).toBe(3);
    expect(err).toContain(`--baseline ${baseline}: ${why}`);
  });

  it("says nothing where it is to be quiet", async () => {
    expect((await run(["--baseline", "same.json", "-q"], { cwd, report })).err).toBe("");
  });

  it("counts what is there more often than before, and what is gone", () => {
    const [a, b] = ["a", "b"].map((fingerprint) => ({ severity: "error" as const, fingerprint, byRule: "rule" }));
    if (a === undefined || b === undefined) throw new Error("there are two");
    expect(sinceBaseline([a, a], [a, b])).toEqual({ known: 1, gone: 1, fresh: [a] });
  });

  it("goes by rule and host where the earlier report has no fingerprints", () => {
    const now = failingIn(sample);
    const before = now.map((one) => ({ ...one, fingerprint: undefined }));
    expect(sinceBaseline(now, before)).toEqual({ known: now.length, gone: 0, fresh: [] });
  });
});

describe("a fingerprint", () => {
  const off = (adapter: string) => `InterfaceDescription : ${adapter}\nName : ${adapter}\nEnabled : False\n`;
  const capture = (name: string, ...adapters: readonly string[]) =>
    `PS C:\\> hostname\n${name}\n${"PS C:\\> netsh int tcp show global"}\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : disabled\n\nPS C:\\> Get-NetAdapterRss\n\n${adapters.map(off).join("\n")}`;
  const marks = async (text: string) => {
    const { hosts } = await analyze(text, { os: "2012R2" });
    const found = hosts.flatMap(({ host, findings }) => findings.map((one) => ({ host, ...one })));
    return new Map(
      found
        .filter(({ rule }) => rule === "rss-off-on-adapter")
        .map(({ host, message, fingerprint }) => [`${host} ${/"(.*?)"/.exec(message)?.[1]}`, fingerprint]),
    );
  };

  it("stays with its host and adapter, whatever the order and whoever stands beside", async () => {
    const one = await marks(capture("SRV01", "Ethernet 1", "Ethernet 2"));
    const other = await marks(
      `${capture("SRV02", "Ethernet 1")}\n${capture("SRV01.example.com", "Ethernet 2", "Ethernet 1")}`,
    );
    expect([...one.keys()]).toEqual(["SRV01 Ethernet 1", "SRV01 Ethernet 2"]);
    expect(new Set([...one.values(), ...other.values()]).size).toBe(3);
    for (const adapter of ["Ethernet 1", "Ethernet 2"])
      expect(other.get(`SRV01.example.com ${adapter}`)).toBe(one.get(`SRV01 ${adapter}`));
  });
});

it("no two findings of any rule's example have one fingerprint", async () => {
  for (const { id, examples } of catalogue()) {
    const { text, os, context, computerName } = examples.fails;
    const report = await analyze(text, {
      ...(os !== undefined && { os }),
      ...(context !== undefined && { context }),
      ...(computerName !== undefined && { computerName }),
    });
    const own = [...report.hosts.flatMap(({ findings }) => findings), ...(report.fleet?.findings ?? [])];
    const all = own.flatMap(({ fingerprint }) => fingerprint ?? []);
    expect(all.length, id).toBeGreaterThan(0);
    expect(new Set(all).size, id).toBe(all.length);
    // A number behind it says that a rule finds two things and does not tell them apart.
    expect(
      all.filter((one) => one.includes("-")),
      id,
    ).toEqual([]);
  }
});
