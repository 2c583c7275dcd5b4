import { describe, expect, it } from "vitest";
import { grammars } from "../../../grammar/index.ts";
import { addKept, capturesOf, emptyKept, mergeKept } from "../../../src/hosts/evidence/kept.ts";
import { collectedFrom, evidenceIn } from "../../support/evidence.ts";

const rule = "----------------------------------------------";
const global = (chimney: string) =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n${rule}\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${chimney}\n\n`;
const stamped = (time: string, chimney: string) =>
  `20200301 ${time} : netsh int tcp show global\n${global(chimney).slice(29)}`;
const services = (count: number, command = "sc query state= all") =>
  `C:\\>${command}\n\n${Array.from({ length: count }, (_, at) => `SERVICE_NAME: Service${at}\nDISPLAY_NAME: Service ${at}\n        STATE              : 4  RUNNING\n\n`).join("")}`;
const hotfixes = (count: number) =>
  `C:\\>wmic qfe get HotFixID\nHotFixID\n${Array.from({ length: count }, (_, at) => `KB${2_000_000 + at}\n`).join("")}\n`;

describe("a kept capture", () => {
  it("has its records and the text of its lines", async () => {
    const { tcpGlobal } = await evidenceIn(`\n${global("automatic")}`);
    const [capture] = tcpGlobal ?? [];
    expect(tcpGlobal).toHaveLength(1);
    expect(capture).toMatchObject({
      kind: "tcpGlobal",
      source: "a.txt",
      line: 3,
      command: "netsh int tcp show global",
    });
    expect(capture?.records.map(({ line }) => capture.textOf(line))).toEqual([
      "Receive-Side Scaling State          : enabled",
      "Chimney Offload State               : automatic",
    ]);
    expect([3, 4, 1, 99, 0, -1].map((line) => capture?.textOf(line))).toEqual([
      "TCP Global Parameters",
      rule,
      "",
      "",
      "",
      "",
    ]);
  });

  it("is of every kind but netstat, whose tables are kept as numbers", async () => {
    const { evidence } = await collectedFrom(
      `${global("disabled")}C:\\>netstat -nt\n  TCP    192.0.2.1:80     198.51.100.1:50000    ESTABLISHED     InHost\n`,
    );
    expect([...evidence.kept.keys()]).toEqual(["tcpGlobal"]);
    expect(grammars.map(({ kind }) => kind)).toContain("netstat");
    expect(evidence.table?.heading.line).toBe(8);
  });

  it("holds lines that share one of the source as one, cut where it is too long", async () => {
    const line = global("automatic").split("\n").slice(1).join(" ");
    const [shared] = (await evidenceIn(`${line}\n`)).tcpGlobal ?? [];
    expect(shared?.textOf(1)).toBe(line.trimEnd());
    const [long] =
      (await evidenceIn(`C:\\>sc query\n\nSERVICE_NAME: ${"x".repeat(300)}\n        STATE  : 4  RUNNING\n`)).services ??
      [];
    expect(long?.textOf(3)).toBe(`SERVICE_NAME: ${"x".repeat(185)}…`);
  });

  it("holds 2,000 records, and then knows of nothing that it is absent", async () => {
    const [whole] = (await evidenceIn(services(2000))).services ?? [];
    const [cut] = (await evidenceIn(services(2001))).services ?? [];
    expect([whole?.records.length, whole?.traits.listsAllRunning]).toEqual([2000, true]);
    expect([cut?.records.length, cut?.traits.listsAllRunning]).toEqual([2000, false]);
    expect(cut?.textOf(cut.records[1999]?.line ?? 0)).toBe("SERVICE_NAME: Service1999");
    expect(await evidenceIn(services(2001))).not.toHaveProperty("cluster");
    expect((await evidenceIn(hotfixes(2000))).hotfixes?.value).toHaveLength(2000);
    expect(await evidenceIn(hotfixes(2001))).not.toHaveProperty("hotfixes");
  });
});

describe("a kept capture of long records", () => {
  it("holds as many as fit", async () => {
    const long = (await evidenceIn(services(2000).replaceAll("Service ", "x".repeat(900)))).services?.[0];
    expect(long?.records.length).toBeGreaterThan(900);
    expect(long?.records.length).toBeLessThan(1100);
    expect(long?.traits.listsAllRunning).toBe(false);
  });
});

describe("the kept captures of a host", () => {
  it("are 200 of a kind: the first ones and the last", async () => {
    const texts = Array.from({ length: 203 }, (_, at) => global(at % 2 === 0 ? "enabled" : "disabled"));
    const { evidence } = await collectedFrom(texts.join(""));
    const captures = capturesOf(evidence.kept, "tcpGlobal");
    expect(captures).toHaveLength(200);
    expect(captures.map(({ line }) => line).slice(-2)).toEqual([198 * 6 + 2, 202 * 6 + 2]);
  });

  it("are in the order of their times, those without one first", async () => {
    const text = `${stamped("10:00:00.000", "enabled")}${stamped("09:00:00.000", "disabled")}`;
    const evidence = await evidenceIn(text);
    expect(evidence.tcpGlobal?.map(({ time }) => time)).toEqual(["2020-03-01T09:00:00.000", "2020-03-01T10:00:00.000"]);
    expect(evidence.chimneyOffload?.value).toBe("enabled");
    expect((await evidenceIn(`${text}${global("automatic")}`)).chimneyOffload?.value).toBe("enabled");
  });

  it("are merged without a change to either part", async () => {
    const [{ evidence: one }, { evidence: other }] = [
      await collectedFrom(global("enabled")),
      await collectedFrom(global("disabled"), "b.txt"),
    ];
    const merged = mergeKept(one.kept, other.kept);
    expect(capturesOf(merged, "tcpGlobal").map(({ source }) => source)).toEqual(["a.txt", "b.txt"]);
    expect([one, other].map(({ kept }) => capturesOf(kept, "tcpGlobal").length)).toEqual([1, 1]);
    const [capture] = capturesOf(one.kept, "tcpGlobal");
    const kept = emptyKept();
    if (capture !== undefined) addKept(kept, capture);
    expect(capturesOf(kept, "tcpGlobal")).toEqual([capture]);
    expect(capturesOf(kept, "services")).toEqual([]);
  });
});
