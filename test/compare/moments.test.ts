import { describe, expect, it } from "vitest";
import { type AnalyzeInput, type Comparison, compareMomentsOf } from "../../src/index.ts";
import { srv01, type TestBundle } from "../support/bundles/bundle.ts";
import { sourcesOf } from "../support/bundles/sources.ts";
import { tss } from "../support/bundles/tss.ts";
import { global, netstat, reading, sourceOf, table } from "../support/comparisons.ts";

const momentsOf = (...texts: readonly string[]): Promise<Comparison> => {
  const open = (): AnalyzeInput => texts.map((text, at) => sourceOf(`${at}.txt`, text));
  return compareMomentsOf("captures", reading(open));
};

/** A table under the heading by which a collector dates it. */
const dated = (time: string, command: string, output: string) => `20240115 ${time} : ${command}\r\n${output}\r\n`;

describe("the phases of a collector's run", () => {
  const bundle = tss(srv01);
  const isStop = (path: string) => /NetStat_Info_Stop/.test(path);

  it("are compared with each other, with what holds for both", async () => {
    const comparison = await compareMomentsOf(
      "tss.zip",
      reading(() => sourcesOf(withoutOffloading(bundle), "*.zip!")),
    );
    expect(comparison).toMatchObject({ of: "moments", onlyBefore: [], onlyAfter: [] });
    const [host] = comparison.hosts;
    expect(host).toMatchObject({
      host: "SRV01",
      pairedBy: "name",
      moments: { before: { phase: "start" }, after: { phase: "stop" } },
      settings: [],
      captures: [],
    });
    expect(host?.ratio.before?.offloaded).toBeGreaterThan(0);
    expect(host?.ratio.after?.offloaded).toBe(0);
    expect(host?.connections).toMatchObject({ gone: { count: 0 }, new: { count: 0 } });
    expect(host?.connections?.uploadedBack.count).toBe(host?.ratio.before?.offloaded);
  });

  it("show no change where nothing changed", async () => {
    const { hosts } = await compareMomentsOf(
      "tss.zip",
      reading(() => sourcesOf(bundle, "*.zip!")),
    );
    expect(hosts.map(({ host, unchanged }) => ({ host, unchanged }))).toEqual([{ host: "SRV01", unchanged: true }]);
  });

  function withoutOffloading({ name, files }: TestBundle): TestBundle {
    const text = (printed: string) => printed.replaceAll("Offloaded   ", "InHost      ");
    return {
      name,
      files: files.map((file) => ("text" in file && isStop(file.path) ? { ...file, text: text(file.text) } : file)),
    };
  }
});

describe("several tables of one host", () => {
  it("are compared the first with the last, in the order in which they stand", async () => {
    const { hosts } = await momentsOf(table(0, 8) + table(4, 8) + table(8, 8));
    expect(hosts[0]?.ratio).toMatchObject({ before: { offloaded: 0 }, after: { offloaded: 8 } });
    expect(hosts[0]?.connections).toMatchObject({ both: 8, newlyOffloaded: { count: 8 } });
    expect(hosts[0]?.timeline).toMatchObject({ tables: 3, order: "reading" });
    expect(hosts[0]?.timeline?.points.map(({ offloaded }) => offloaded)).toEqual([0, 4, 8]);
  });

  it("are compared in the order of their times where those are known", async () => {
    const late = dated("11:00:00.000", "netstat -nt", table(8, 8));
    const early = dated("09:00:00.000", "netstat -nt", table(0, 8));
    const between = dated("10:00:00.000", "netstat -nt", table(4, 8));
    const [host] = (await momentsOf(late + early + between)).hosts;
    expect(host?.moments).toMatchObject({
      before: { time: "2024-01-15T09:00:00.000" },
      after: { time: "2024-01-15T11:00:00.000" },
    });
    expect(host?.ratio).toMatchObject({ before: { offloaded: 0 }, after: { offloaded: 8 } });
    expect(host?.timeline?.order).toBe("time");
    expect(host?.timeline?.points.map(({ offloaded }) => offloaded)).toEqual([0, 4, 8]);
  });

  it("are compared with the settings of their time", async () => {
    const show = "netsh int tcp show global";
    const text =
      dated("09:00:00.000", show, global("disabled")) +
      dated("09:00:01.000", "netstat -nt", table(0, 8)) +
      dated("10:00:00.000", "netstat -nt", table(0, 8)) +
      dated("11:00:00.000", show, global("enabled")) +
      dated("11:00:01.000", "netstat -nt", table(8, 8));
    const [host] = (await momentsOf(text)).hosts;
    expect(host?.settings).toMatchObject([
      { setting: "chimneyOffload", change: "changed", before: { value: "disabled" }, after: { value: "enabled" } },
    ]);
    expect(host?.timeline?.settings).toMatchObject([
      { setting: "chimneyOffload", before: "disabled", after: "enabled", time: "2024-01-15T11:00:00.000" },
    ]);
    expect(host?.findings.filter(({ change }) => change === "new")).toEqual([]);
  });

  it("are of each host by itself", async () => {
    const prompt = (host: string) => `[${host}]: PS C:\\> netstat -nt\r\n`;
    const one = prompt("A1") + table(0, 8) + prompt("A1") + table(8, 8);
    const { hosts, onlyBefore } = await momentsOf(one + prompt("B2") + table(1, 8));
    expect(hosts.map(({ host, common }) => ({ host, common }))).toEqual([{ host: "A1", common: ["netstat"] }]);
    expect(onlyBefore).toMatchObject([{ host: "B2" }]);
  });

  it("are hundreds in a log, of which the timeline has the first, the last and some between", async () => {
    const [host] = (await momentsOf(netstat([[1, "InHost"]]).repeat(600) + table(4, 4))).hosts;
    const points = host?.timeline?.points ?? [];
    expect(host?.timeline?.tables).toBe(601);
    expect(points.length).toBe(500);
    expect([points[0]?.offloaded, points.at(-1)?.offloaded]).toEqual([0, 4]);
  });
});

describe("two moments", () => {
  it("are those of settings alone where there is no second table", async () => {
    const show = "netsh int tcp show global";
    const text = dated("09:00:00.000", show, global("disabled")) + dated("10:00:00.000", show, global("enabled"));
    const [host] = (await momentsOf(text, table(0, 8))).hosts;
    expect(host?.settings).toMatchObject([{ setting: "chimneyOffload", change: "changed" }]);
  });

  it.each([
    ["by the words of headings", "*** settings before the change ***\r\n", "*** settings after the change ***\r\n"],
    ["by their days", "--- 2024-03-05 ---\r\n", "--- 2024-03-06 ---\r\n"],
    ["by localized times", "Di 05.03.2024  8:15:10,42\r\n", "Di 05.03.2024 11:40:00,05\r\n"],
    ["by the text that holds both", "", ""],
  ])("are those of settings alone in one text, %s", async (_, one, other) => {
    const [host] = (await momentsOf(`${one}${global("enabled")}\r\n${other}${global("disabled")}`)).hosts;
    expect(host?.settings).toMatchObject([
      { setting: "chimneyOffload", change: "changed", before: { value: "enabled" }, after: { value: "disabled" } },
    ]);
  });

  it.each([
    ["one table", [table(0, 8)]],
    ["settings in two files of which nobody knows the order", [global("enabled"), global("disabled")]],
    [
      "settings twice of which one has its time",
      [
        dated("09:00:00.000", "netsh int tcp show global", global("enabled")) +
          `C:\\>hostname\r\nSRV02\r\n${global("disabled")}`,
      ],
    ],
    [
      "tables without the column",
      [
        table(0, 8)
          .replaceAll(/ *(?:InHost|Offload State)\r/g, "\r")
          .repeat(2),
      ],
    ],
    ["two files of which nobody knows the order", [table(0, 8), table(8, 8)]],
    ["a table and a part of it", [`C:\\>netstat -nt\r\n${table(0, 8)}C:\\>netstat -nt -p tcp\r\n${table(0, 6)}`]],
    [
      "two commands of one moment",
      [dated("09:00:00.000", "netstat -nt", table(0, 8)), dated("09:00:00.000", "netstat -nat", table(0, 6))],
    ],
    ["nothing of ours", ["Dear all,\r\n"]],
  ])("are not in %s", async (_, texts) => {
    expect((await momentsOf(...texts)).hosts).toEqual([]);
  });
});
