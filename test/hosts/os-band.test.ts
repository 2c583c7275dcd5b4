import { describe, expect, it } from "vitest";
import { bandOfVersion, osBuildOf, osBuilds } from "../../src/facts/os-builds.ts";
import { type AnalyzeOptions, analyze, osBands } from "../../src/index.ts";

const values = {
  "Receive-Side Scaling State          ": "enabled",
  "Chimney Offload State               ": "disabled",
  "NetDMA State                        ": "disabled",
  "Direct Cache Acess (DCA)            ": "disabled",
  "Direct Cache Access (DCA)           ": "disabled",
  "Receive Window Auto-Tuning Level    ": "normal",
  "Add-On Congestion Control Provider  ": "none",
  "ECN Capability                      ": "disabled",
  "RFC 1323 Timestamps                 ": "disabled",
  "Initial RTO                         ": "3000",
  "Receive Segment Coalescing State    ": "enabled",
  "Non Sack Rtt Resiliency             ": "disabled",
  "Max SYN Retransmissions             ": "2",
  "TCP Fast Open                       ": "disabled",
  "Fast Open                           ": "enabled",
  "Fast Open Fallback                  ": "enabled",
  HyStart: "enabled",
  "Proportional Rate Reduction         ": "enabled",
  "Pacing Profile                      ": "off",
};

/** Labels by their first words, in the order in which Windows prints them. */
const vista = ["Receive-Side", "Chimney", "Receive Window", "Add-On", "ECN", "RFC"];
const windows7 = [...vista, "NetDMA", "Direct Cache Acess"];
const windows8 = [...vista, "NetDMA", "Direct Cache Access", "Initial", "Receive Segment"];
const windows81 = [...windows8, "Non Sack", "Max SYN"];
const windows11 = [
  "Receive-Side",
  "Receive Window",
  "Add-On",
  "ECN",
  "RFC",
  "Initial",
  "Receive Segment",
  "Non Sack",
  "Max SYN",
  "Fast Open  ",
  "Fast Open Fallback",
  "HyStart",
  "Proportional",
  "Pacing",
];

function global(labels: readonly string[]): string {
  const lines = Object.entries(values).filter(([label]) => labels.some((start) => label.startsWith(start)));
  return `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\n${lines.map(([label, value]) => `${label}: ${value}\n`).join("")}\n`;
}

const ver = (version: string) => `C:\\>ver\n\nMicrosoft Windows [Version ${version}]\n\n`;

async function os(text: string, options: AnalyzeOptions = {}) {
  const { hosts } = await analyze(text, options);
  return hosts[0]?.os;
}

describe("the version of Windows", () => {
  it.each([
    ["5.2.3790", "2003"],
    ["6.0.6000", "2008"],
    ["6.0.6002", "2008"],
    ["6.1.7601", "2008R2"],
    ["6.2.9200", "2012"],
    ["6.3.9600", "2012R2"],
    ["10.0.14393.4583", "2016"],
    ["10.0.15063", "2016"],
    ["10.0.16299", "1709+"],
    ["10.0.19044.1", "1709+"],
    ["10.0.19999", "1709+"],
    ["10.0.26100.1742", "1709+"],
    ["10.0.27842", "1709+"],
    ["10.0.16299.15", "1709+"],
    ["10.0.16000", undefined],
    ["6.1.8000", undefined],
    ["6.1.76010", undefined],
    ["5.1.2600", undefined],
    ["6.1", undefined],
    ["", undefined],
  ])("%s is %s", (version, band) => {
    expect(bandOfVersion(version)).toBe(band);
  });

  it("has names by its build", () => {
    expect(osBuildOf("6.1.7601")).toMatchObject({ server: "Windows Server 2008 R2 SP1", client: "Windows 7 SP1" });
    expect(osBuildOf("10.0.19999")).toBeUndefined();
    expect(osBuilds.filter(({ server, client }) => server === null && client === null)).toEqual([]);
    expect(new Set(osBuilds.map(({ band }) => band))).toEqual(new Set(osBands));
  });

  it("is that of the version text, with its line", async () => {
    expect(await os(`${global(vista)}${ver("6.1.7601")}`)).toEqual({
      band: "2008R2",
      build: "6.1.7601",
      basis: "systemInfo",
      at: [{ source: "paste", line: 13 }],
    });
  });

  it.each([
    ["2008", vista],
    ["2008R2", windows7],
    ["2012", windows8],
    ["1709+", windows11],
  ])("is %s by the lines of show global, when no other prints these", async (band, labels) => {
    const found = await os(global(labels));
    expect(found).toMatchObject({ band, build: null, basis: "fingerprint" });
    expect(found?.at).not.toEqual([]);
  });

  it.each([
    ["the lines of two versions", windows81],
    ["the lines of two versions", [...windows81, "TCP Fast"]],
    ["the lines of Windows 8, broken off where those of Windows 7 end", windows8.slice(0, 8)],
    ["too few lines", ["Receive-Side", "Chimney"]],
    ["lines that no version prints together", [...windows11, "NetDMA"]],
  ])("is not told by %s", async (_, labels) => {
    expect(await os(global(labels))).toBeNull();
  });

  it("is what was declared where captures do not tell it, and only there", async () => {
    const declared = { os: "2016" } as const;
    expect(await os(global(windows81), declared)).toEqual({ band: "2016", build: null, basis: "option", at: [] });
    expect(await os(global(windows7), declared)).toMatchObject({ band: "2008R2", basis: "fingerprint" });
    expect(await os(ver("6.0.6002"), declared)).toMatchObject({ band: "2008", basis: "systemInfo" });
  });

  it("that no band is for is printed all the same", async () => {
    expect(await os(ver("10.0.16000"))).toBeNull();
    expect(await os(`${ver("10.0.16000")}${global(vista)}`)).toMatchObject({ band: "2008", basis: "fingerprint" });
  });
});
