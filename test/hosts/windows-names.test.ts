import { describe, expect, it } from "vitest";
import { osTitle } from "../../src/facts/os-bands.ts";
import { bandNamed, bandOfName, plainName, productOfName } from "../../src/facts/windows-names.ts";
import { type AnalyzeOptions, analyze } from "../../src/index.ts";
import { allFindings } from "../../src/reporters/shown.ts";

const systeminfo = (name: string, version: string) =>
  `C:\\>systeminfo\n\nHost Name:                 SRV-42\nOS Name:                   ${name}\nOS Version:                ${version}\n\n`;
const ver = (version: string) => `C:\\>ver\n\nMicrosoft Windows [Version ${version}]\n\n`;
const offload =
  "PS C:\\> Get-NetOffloadGlobalSetting\n\nReceiveSideScaling           : Enabled\nChimney                      : Disabled\nTaskOffload                  : Enabled\n\n";

async function hostIn(text: string, options: AnalyzeOptions = {}) {
  const report = await analyze(text, options);
  const found = allFindings(report).filter(({ kind }) => kind === "fail" || kind === "review");
  return { host: report.hosts[0], found: (rule: string) => found.filter((finding) => finding.rule === rule) };
}

describe("the name of a product", () => {
  it.each([
    ["Microsoft Windows Server 2008 R2 Enterprise ", "server", "2008R2"],
    ["Microsoft Windows 7 Professional ", "client", "2008R2"],
    ["Microsoft® Windows Server® 2008 Standard ", "server", "2008"],
    ["Microsoft® Windows Vista™ Business ", "client", "2008"],
    ["Microsoft(R) Windows(R) Server 2003, Enterprise Edition", "server", "2003"],
    ["Microsoft(R) Windows(R) XP Professional x64 Edition", "client", "2003"],
    ["Microsoft Windows XP Professional", "client", undefined],
    ["Microsoft Windows Server 2012 R2 Datacenter", "server", "2012R2"],
    ["Microsoft Windows 8.1 Pro", "client", "2012R2"],
    ["Microsoft Windows Server 2012 Standard", "server", "2012"],
    ["Microsoft Windows 8 Enterprise", "client", "2012"],
    ["Windows Small Business Server 2011 Standard", "server", "2008R2"],
    ["Windows Storage Server 2008 R2 Standard", "server", "2008R2"],
    ["Microsoft Windows Server 2016 Standard", "server", "2016"],
    ["Microsoft Windows Server 2019 Standard", "server", "1709+"],
    ["Windows Server, version 1709", "server", "1709+"],
    ["Microsoft Windows 10 Enterprise", "client", undefined],
    ["Microsoft Windows 11 Pro", "client", "1709+"],
    ["Microsoft Windows", undefined, undefined],
  ])("%s is of a %s, %s", (name, product, band) => {
    expect([productOfName(name), bandOfName(name)]).toEqual([product, band]);
  });

  it.each([
    ["Microsoft® Windows Server® 2008 Standard ", "6.0.6002", "Windows Server 2008 Standard"],
    ["Microsoft(R) Windows(R) Server 2003, Enterprise Edition", "5.2.3790", "Windows Server 2003, Enterprise Edition"],
    ["Windows 10 Pro", "10.0.19045", "Windows 10 Pro"],
    // What the registry of Windows 11 calls itself.
    ["Windows 10 Pro", "10.0.22631", "Windows 11 Pro"],
  ])("%s of %s is said as %s", (name, version, plain) => expect(plainName(name, version)).toBe(plain));

  it.each([
    ["2008R2", "2008R2"],
    ["2008 r2", "2008R2"],
    ["Windows Server 2008 R2", "2008R2"],
    ["Windows 7", "2008R2"],
    ["win7", "2008R2"],
    ["7", "2008R2"],
    ["vista", "2008"],
    ["8.1", "2012R2"],
    ["2019", "1709+"],
    ["Server 2022", "1709+"],
    ["6.1.7601", "2008R2"],
    ["17763", "1709+"],
    ["10", undefined],
    ["Windows 10", undefined],
    ["2000", undefined],
    ["linux", undefined],
    ["", undefined],
  ])("%j names the version %s", (text, band) => expect(bandNamed(text)).toBe(band));

  it.each([
    [
      { band: "2008R2", name: "Windows Server 2008 R2 Enterprise", servicePack: "1" },
      "Windows Server 2008 R2 Enterprise SP1",
    ],
    [{ band: "2008R2", name: "Windows 7 SP1", servicePack: "1" }, "Windows 7 SP1"],
    [{ band: "2003", name: "Windows Server 2003", servicePack: "0" }, "Windows Server 2003"],
    [{ band: "2012", servicePack: "1" }, "Windows Server 2012 or Windows 8"],
  ] as const)("%j is titled %s", (known, title) => expect(osTitle(known)).toBe(title));
});

describe("the Windows of a host", () => {
  it.each([
    [
      "two products of one build, by the name",
      systeminfo("Microsoft Windows 7 Professional", "6.1.7601 Service Pack 1 Build 7601"),
      { band: "2008R2", build: "6.1.7601", name: "Windows 7 Professional", product: "client", servicePack: "1" },
    ],
    [
      "its build, where only one product has it",
      ver("10.0.20348.2113"),
      { band: "1709+", name: "Windows Server 2022", product: "server" },
    ],
    [
      "the type of the product beside a build",
      "C:\\>wmic os get ProductType,Version /value\n\nProductType=1\nVersion=6.1.7601\n\n",
      { band: "2008R2", name: "Windows 7 SP1", product: "client" },
    ],
    [
      "its name alone",
      "C:\\>wmic os get Caption /value\n\nCaption=Microsoft Windows Server 2012 R2 Datacenter\n\n",
      {
        band: "2012R2",
        build: null,
        name: "Windows Server 2012 R2 Datacenter",
        product: "server",
        basis: "systemInfo",
      },
    ],
  ])("is known by %s", async (_, text, known) => expect((await hostIn(text)).host?.os).toMatchObject(known));

  it("is not named where a server and a client have the same build", async () => {
    const { host } = await hostIn(ver("6.1.7601"));
    expect(host?.os).not.toHaveProperty("name");
    expect(host?.os).not.toHaveProperty("product");
  });
});

describe("the earliest Windows that can have printed it", () => {
  it("is said where nothing tells the version, and never as the version", async () => {
    const { host } = await hostIn(offload);
    expect(host).toMatchObject({
      os: null,
      osFloor: { band: "2012", by: "command", at: [{ source: "paste", line: 3 }] },
    });
  });

  it("is that of the latest line of a listing whose lines fit no version", async () => {
    const rows = ["Receive-Side Scaling State          : enabled", "Fast Open Fallback                  : enabled"];
    const text = `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\n${rows.join("\n")}\n\n`;
    expect((await hostIn(text)).host).toMatchObject({
      os: null,
      osFloor: { band: "2016", by: "line", at: [{ line: 5 }] },
    });
  });

  it.each([
    ["declared", offload, { os: "2008R2" as const }, 1],
    ["captured", `${ver("6.1.7601")}${offload}`, {}, 1],
    ["declared, and late enough", offload, { os: "2016" as const }, 0],
    ["captured, and late enough", `${ver("6.3.9600")}${offload}`, {}, 0],
  ])("contradicts an older one that is %s", async (_, text, options, count) => {
    expect((await hostIn(text, options)).found("output-newer-than-windows")).toHaveLength(count);
  });

  it("is folded into what the lines of show global say", async () => {
    const windows8 = [
      "Receive-Side Scaling State",
      "Chimney Offload State",
      "NetDMA State",
      "Direct Cache Access (DCA)",
      "Receive Window Auto-Tuning Level",
      "Add-On Congestion Control Provider",
      "ECN Capability",
      "RFC 1323 Timestamps",
      "Receive Segment Coalescing State",
    ].map((label) => `${label.padEnd(36)}: disabled`);
    const listing = `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\n${windows8.join("\n")}\nInitial RTO                         : 3000\n\n`;
    const { host } = await hostIn(`${ver("6.1.7601")}${offload}${listing}`);
    expect(host?.findings.filter(({ rule }) => rule === "output-newer-than-windows")).toMatchObject([
      { kind: "review", explainedBy: "os-fingerprint-mismatch" },
    ]);
  });
});
