import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze } from "../src/index.ts";
import { analyzed, asJson, listSamples, reportBeside, root } from "./support/samples.ts";

/** Samples with a second report, because an option changes what they say. */
const secondReports = [
  {
    sample: "samples/worked-examples/1-kb-951037.txt",
    options: { computerName: "computer_name" },
    report: "samples/worked-examples/1-kb-951037.txt.computer-name.report.json",
  },
] as const;

const { captures, reports } = await listSamples();

describe("each sample gives the report beside it", () => {
  it.each(captures)("%s", async (sample) => {
    const report = await asJson(await analyzed([sample]));
    await expect(report).toMatchFileSnapshot(join(root, reportBeside(sample)));
  });

  it.each(secondReports)("$report", async ({ sample, options, report }) => {
    await expect(await asJson(await analyzed([sample], options))).toMatchFileSnapshot(join(root, report));
  });
});

describe("the folder of samples", () => {
  it("has no report without its sample", () => {
    const expected = new Set([...captures.map(reportBeside), ...secondReports.map(({ report }) => report)]);
    expect(reports.filter((report) => !expected.has(report))).toEqual([]);
  });

  it.each(captures)("%s holds captures, unless it is not ours", async (sample) => {
    const { hosts, diagnostics } = await analyzed([sample]);
    expect(hosts.length > 0).toBe(!sample.startsWith("samples/not-ours/"));
    const isToldSo = diagnostics.some(({ code }) => code === "nothing-recognised" || code === "other-output");
    expect(isToldSo).toBe(hosts.length === 0);
  });

  it("is read as a whole without a failure, reports and README passed over", async () => {
    const { sources } = await analyzed(["samples"]);
    const readme = sources.find(({ name }) => name === "samples/README.md");
    const lyingReports = sources.filter(({ name }) => name.endsWith(".report.json"));
    expect(sources.filter(({ status }) => status === "failed")).toEqual([]);
    expect(readme?.status).toBe("skipped");
    expect(new Set(lyingReports.map(({ reason }) => reason))).toEqual(new Set(["a report of chimneysweep itself"]));
  });
});

describe("the numbers of every sample add up", () => {
  it.each(captures)("%s", async (sample) => {
    const { sources, hosts } = await analyzed([sample]);
    for (const { ledger, lines } of sources) expect(sum(ledger)).toBe(lines);
    for (const { connections, raw, eligible, excluded, notCounted } of hosts.flatMap(
      ({ summary }) => summary.snapshots,
    )) {
      expect(raw.total).toBe(eligible.total + eligible.transitional + sum(excluded));
      expect(connections.total).toBe(raw.total + sum(notCounted));
      expect(connections.total).toBe(sum(connections.byOffloadState));
    }
  });
});

/** The numbers that were worked out by hand, so that no report that was written anew can carry a mistake along. */
describe("the worked examples", () => {
  const summaryOf = async (name: string, options = {}) => {
    const { hosts } = await analyzed([`samples/worked-examples/${name}.txt`], options);
    const { raw, eligible, excluded, observations } = hosts[0]?.summary ?? {};
    return { raw, eligible, excluded, observed: observations?.map(({ line, kind }) => `${line} ${kind}`) };
  };

  it("1: one loopback row, and one that may be the other end of it", async () => {
    expect(await summaryOf("1-kb-951037")).toMatchObject({
      raw: { offloaded: 1, total: 2 },
      eligible: { offloaded: 1, total: 1, ratio: null, interval: null },
      excluded: { loopback: 1, sameHost: 0 },
      observed: ["8 sameHostSuspected"],
    });
  });

  it("1: with the name of the computer both rows stay within the host", async () => {
    expect(await summaryOf("1-kb-951037", { computerName: "computer_name" })).toMatchObject({
      raw: { offloaded: 1, total: 2 },
      eligible: { offloaded: 0, total: 0, ratio: null, interval: null },
      excluded: { loopback: 1, sameHost: 1 },
      observed: ["8 loopbackOffloaded"],
    });
  });

  it.each([
    ["2-three-in-host", 3],
    ["3-pid-before-offload-state", 1],
  ])("%s: too few for a ratio, and no word of Chimney being off", async (name, total) => {
    const { raw, eligible } = await summaryOf(name);
    expect(raw).toMatchObject({ offloaded: 0, inHost: total, total });
    expect(eligible).toMatchObject({ offloaded: 0, inHost: total, total, ratio: null, interval: null });
    expect(eligible?.statement).toContain("InHost does not prove that Chimney is off");
  });

  it("4: forty rows, twelve of them eligible", async () => {
    const { raw, eligible, excluded } = await summaryOf("4-forty-rows");
    expect(raw).toEqual({ offloaded: 10, inHost: 29, transitional: 1, total: 40, ratio: 0.25 });
    expect(eligible).toMatchObject({ offloaded: 9, transitional: 1, total: 12, ratio: 0.75 });
    expect(eligible).toMatchObject({ interval: [0.4677, 0.9111], envelope: [0.6923, 0.7692] });
    expect(eligible?.statement).toContain("9 of 12 eligible connections are offloaded (75 %, small sample, 47–91 %)");
    expect(excluded).toMatchObject({ noConnection: 10, timeWait: 6, loopback: 8, setup: 1, halfClosed: 2 });
  });

  it("5: a Windows without Chimney", async () => {
    const { raw, eligible } = await summaryOf("5-server-2022");
    expect(raw).toMatchObject({ offloaded: 0, inHost: 200, total: 200 });
    expect(eligible).toMatchObject({ offloaded: 0, total: 200, ratio: null, interval: null });
    expect(eligible?.statement).toContain("this Windows has no Chimney");
  });

  it("6: an adapter that is full at 1,024 connections", async () => {
    const rows = Array.from({ length: 1300 }, (_, at) => {
      const client = `198.51.100.${(at % 250) + 1}:${50_000 + at}`.padEnd(21);
      return `  TCP    192.0.2.10:445         ${client}  ESTABLISHED     ${at < 1024 ? "Offloaded   " : "InHost      "}\r\n`;
    });
    const { hosts } = await analyze(rows.join(""));
    expect(hosts[0]?.summary.raw).toMatchObject({ offloaded: 1024, inHost: 276, total: 1300 });
    expect(hosts[0]?.summary.eligible).toMatchObject({ total: 1300, ratio: 0.7877, interval: [0.7646, 0.8091] });
    expect(hosts[0]?.summary.eligible?.statement).toContain("78.8 %");
  });
});

function sum<T extends { readonly [K in keyof T]: number }>(counts: T): number {
  return Object.values<number>(counts).reduce((total, count) => total + count, 0);
}
