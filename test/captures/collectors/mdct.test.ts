import { describe, expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { mdct, mdct105, morning, overNight } from "../../support/bundles/mdct.ts";
import { variants } from "../../support/bundles/variants.ts";

describe("what mDCT++ collected", () => {
  it.each([
    ["in the morning", morning, ["2024-01-15T10:22:41.07", "2024-01-15T10:22:42.90", "2024-01-15T10:22:43.30"]],
    ["over night", overNight, ["2024-02-29T23:59:58.12", "2024-03-01T00:00:04.90", "2024-03-01T00:00:05.01"]],
  ])("%s has the times of its clocks on the days they are of", async (_when, run, [netstat, global, later]) => {
    const { hosts, report } = await attributed("*.zip!", mdct(srv01, run));
    expect(hosts).toEqual({
      SRV01: [
        `netstat-nato.txt | netstat | 11 | netstat -nato | - | ${netstat} | mDCT++`,
        `netsh.output.txt | tcpGlobal | 8 | netsh int tcp show global | - | ${global} | mDCT++`,
        `netsh.output.txt | tcpHeuristics | 1 | netsh int tcp show heuristics | - | ${later} | mDCT++`,
        `netsh.output.txt | ipOffload | 4 | netsh int ipv4 show offload | - | ${later} | mDCT++`,
      ],
    });
    expect(report.diagnostics).toEqual([]);
  });

  it("keeps its host and its times where its folders are lost", async () => {
    const { hosts } = await attributed("*/", mdct(srv01));
    const bundle = mdct(srv01);
    const files = bundle.files.map((file) => ({ ...file, path: file.path.replace("_Network/", "") }));
    expect((await attributed("", { name: "", files })).hosts).toEqual(hosts);
  });

  it("is of the computer that its first line names", async () => {
    const [file] = mdct({ ...srv01, host: "SRV02" }).files;
    if (file === undefined || !("text" in file)) throw new Error("The bundle begins with another file.");
    const path = "_Network/copied.txt";
    const { hosts, report } = await attributed("*/", variants.withFile(mdct(srv01), { ...file, path }));
    expect(hosts["SRV02"]).toHaveLength(1);
    expect(report.diagnostics).toMatchObject([{ code: "host-conflict", excerpt: "SRV01" }]);
  });
});

describe("what mDCT++ 1.05 collected", () => {
  it.each([
    ["in the morning", morning, ["2024-01-15T10:22:41.07", "2024-01-15T10:22:42.90", "2024-01-15T10:22:43.30"]],
    ["over night", overNight, ["2024-02-29T23:59:58.12", "2024-03-01T00:00:04.90", "2024-03-01T00:00:05.01"]],
  ])("%s has host and day from its folder", async (_when, run, [netstat, global, heuristics]) => {
    for (const around of ["*.cab!", "cases/*/", "mail.zip!*/", "C:\\mDCT\\*\\"]) {
      const { hosts } = await attributed(around, mdct105({ ...srv01, host: "SRV_01" }, run));
      const captures = Object.values(hosts).flat();
      expect(Object.keys(hosts)).toEqual(["SRV_01"]);
      expect(captures.map((capture) => capture.replace(/^.*[/\\]/, ""))).toEqual([
        `netstat-nato.txt | netstat | 11 | netstat -nato | - | ${netstat} | mDCT++`,
        `netsh.tcp.global.txt | tcpGlobal | 8 | netsh int tcp show global | - | ${global} | mDCT++`,
        `netsh.heuristics.txt | tcpHeuristics | 1 | netsh int tcp show heuristics | - | ${heuristics} | mDCT++`,
      ]);
    }
  });
});

it.each([
  [
    "SRV_01_20240115_102233.cab!_Network/TcpIpParameters.txt",
    { host: { name: "SRV_01", by: "archive" }, time: "2024-01-15T10:22:33" },
  ],
  ["SRV01_20240115_102233/GeneralSystemInfo/_SystemInfo.txt", { host: { name: "SRV01", by: "folder" } }],
  ["SRV01_20241515_102233/_Network/nicconfig.txt", { host: { name: "SRV01", by: "folder" } }],
])("%s is of mDCT++", (name, known) => {
  expect(attribute(name, "")).toMatchObject({ collector: "mDCT++", ...known });
});

it("a stamp that is no time gives none", () => {
  expect(attribute("SRV01_20241515_102233/_Network/nicconfig.txt", "")).not.toHaveProperty("time");
});

it.each(["SRV01_20240115_102233/netstat.txt", "_Network/netstat-nato.txt"])("%s is not of mDCT++", (name) => {
  expect(attribute(name, "")).toBeUndefined();
});
