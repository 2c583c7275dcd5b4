import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze } from "../../../src/index.ts";

const version = (build: string) => `C:\\>ver\n\nMicrosoft Windows [Version ${build}]\n\n`;
const R2 = version("6.1.7601");

const chimney = (value: string) => `C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${value}
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : none
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled

`;
/** Two lines, which fit every version of Windows. */
const cut = (value: string) => `${chimney(value).split("NetDMA")[0]}\n`;
const withoutChimney = chimney("x").replace(/^Chimney.*\n/m, "");

const newest = `Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : default
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled
Initial RTO                         : 1000
Receive Segment Coalescing State    : enabled
Non Sack Rtt Resiliency             : disabled
Max SYN Retransmissions             : 4
Fast Open                           : enabled
Fast Open Fallback                  : enabled
HyStart                             : enabled
Pacing Profile                      : off

`;

const HEADING = "  Proto  Local Address          Foreign Address        State           Offload State";

/** A table with a row for each word: `I` in host, `O` offloaded, `F` offloading, `U` uploading. */
function table(words: string): string {
  const states: Record<string, string> = { I: "InHost", O: "Offloaded", F: "Offloading", U: "Uploading" };
  const rows = [...words].map((word, at) => {
    const client = `198.51.100.7:${50_000 + at}`;
    return `  TCP    192.0.2.10:445         ${client.padEnd(21)}  ESTABLISHED     ${states[word]}`;
  });
  return `C:\\>netstat -nt\n\nActive Connections\n\n${HEADING}\n\n${rows.join("\n")}\n`;
}

const disabledMessage =
  "C:\\>netsh int tcp show chimneystats\n\nYour System Administrator has disabled TCP Chimney.\n\n";

async function verdictOn(text: string, options: AnalyzeOptions = {}) {
  const { hosts } = await analyze(text, options);
  const verdict = hosts[0]?.verdict;
  if (verdict == null) throw new Error("no verdict");
  return verdict;
}

describe("the verdict on captures", () => {
  it.each([
    ["disabled", R2 + chimney("disabled") + table("IIII"), "chimneyDisabled"],
    ["disabled, the last ones being taken back", R2 + chimney("disabled") + table("IIIU"), "chimneyDisabled"],
    ["disabled, yet offloaded", R2 + chimney("disabled") + table("IIIO"), "contradiction"],
    ["disabled, yet being offloaded", R2 + chimney("disabled") + table("IIIF"), "contradiction"],
    ["disabled by the message alone", disabledMessage + table("IIII"), "chimneyDisabledByStatistics"],
    ["enabled, then disabled", R2 + chimney("enabled") + table("IIII") + chimney("disabled"), "contradiction"],
    ["disabled twice", R2 + chimney("disabled") + table("IIII") + chimney("disabled"), "chimneyDisabled"],
    ["enabled, but the message says disabled", R2 + chimney("enabled") + disabledMessage, "contradiction"],
    ["automatic before it was there", version("6.0.6002") + chimney("automatic") + table("IIII"), "contradiction"],
    ["automatic, nothing offloaded", R2 + chimney("automatic") + table("IIII"), "automaticNothingOffloaded"],
    ["automatic, some offloaded", R2 + chimney("automatic") + table("IIOO"), "partlyOffloadedAutomatic"],
    ["enabled, nothing offloaded", R2 + chimney("enabled") + table("IIII"), "enabledNothingOffloaded"],
    ["enabled, some offloaded", R2 + chimney("enabled") + table("IIOO"), "partlyOffloaded"],
    ["enabled, all offloaded", R2 + chimney("enabled") + table("OOOO"), "everythingOffloaded"],
    ["enabled, three connections", R2 + chimney("enabled") + table("III"), "tooFew"],
    ["enabled, three connections, one offloaded", R2 + chimney("enabled") + table("IIO"), "worksOutsideTheShare"],
    ["enabled, only taken back", R2 + chimney("enabled") + table("IIIIU"), "uploadingOnly"],
    ["enabled, no table", R2 + chimney("enabled"), "tableMissing"],
    ["no settings", R2 + table("IIII"), "settingUnknown"],
    ["no settings, some offloaded", R2 + table("IIOO"), "partlyOffloaded"],
    ["no settings, no version", table("IIII"), "settingUnknown"],
    ["no line", R2 + withoutChimney + table("IIII"), "lineMissingOnOlderWindows"],
    ["no Chimney", version("10.0.20348") + table("IIII"), "chimneyRemoved"],
    ["no Chimney, a leftover line", version("10.0.17763") + chimney("disabled") + table("IIII"), "chimneyRemoved"],
    ["no Chimney, but enabled", version("10.0.20348") + chimney("enabled") + table("IIII"), "contradiction"],
    ["no Chimney, but offloaded", version("10.0.20348") + table("IIIO"), "contradiction"],
    ["only a version", version("6.1.7601"), "nothingCaptured"],
  ])("%s", async (_, text, code) => {
    expect((await verdictOn(text)).code).toBe(code);
  });

  it.each([
    [["ipsec"], "2008", "blockedByFeature"],
    // On 2008 R2 IPsec keeps back only the connections it covers.
    [["ipsec"], "2008R2", "enabledNothingOffloaded"],
    [["nlb"], "2008R2", "blockedByFeature"],
    // On 2008 and later the firewall stands in nobody's way; on 2003 it does.
    [["windows-firewall"], "2008", "enabledNothingOffloaded"],
    [["windows-firewall"], "2003", "blockedByFeature"],
    // No document says anything of NLB on 2012.
    [["nlb"], "2012", "enabledNothingOffloaded"],
  ] as const)("%j on %s: %s", async (context, os, code) => {
    expect((await verdictOn(cut("enabled") + table("IIII"), { context, os })).code).toBe(code);
  });

  it("is that what is seen counts before what should be", async () => {
    const verdict = await verdictOn(chimney("enabled") + table("IIOO"), { context: ["nlb"], os: "2008R2" });
    expect(verdict.code).toBe("partlyOffloaded");
  });
});

describe("what a verdict says", () => {
  it("counts, and quotes the lines it rests on", async () => {
    const { statement, because } = await verdictOn(R2 + chimney("disabled") + table("IIII"));
    expect(statement).toContain("None of 4 eligible connections is offloaded.");
    expect(because[0]).toEqual({
      source: "paste",
      line: 9,
      text: expect.stringContaining("Chimney Offload State               : disabled"),
    });
  });

  it("names the commands for what is not known, and none for what is", async () => {
    expect((await verdictOn(R2 + table("IIII"))).next).toEqual([
      "netsh int tcp show global",
      "netsh int tcp show chimneystats",
    ]);
    expect((await verdictOn(R2 + chimney("automatic") + table("IIII"))).next).toEqual([]);
    expect((await verdictOn(version("10.0.20348") + table("IIII"))).next).toEqual([]);
  });

  it("asks of Server 2003 what Server 2003 can answer", async () => {
    const { next } = await verdictOn(table("IIII"), { os: "2003" });
    expect(next).toEqual([expect.stringMatching(/^reg query .*EnableTCPChimney$/)]);
  });

  it("asks for features by what tells them, and to declare what nothing tells", async () => {
    const { next } = await verdictOn(cut("enabled") + table("IIII"), { os: "2008", context: ["no-nlb"] });
    expect(next).toContain("sc query type= all state= all");
    expect(next).toContain("--context no-ipsec,no-nat (leave out no- for what is in use)");
  });

  it("says so when the version of Windows is a guess, and asks for it", async () => {
    const guessed = await verdictOn(withoutChimney.replace(/NetDMA[^$]*$/, newest) + table("IIII"));
    expect(guessed).toMatchObject({ code: "chimneyRemoved", next: ["ver"] });
    expect(guessed.statement).toContain("Windows Server 2019 or later (a guess, by the settings it prints)");
    expect((await verdictOn(version("10.0.20348") + table("IIII"))).statement).not.toContain("a guess");
  });

  it("has no share in it where captures contradict each other", async () => {
    const { statement, next } = await verdictOn(R2 + chimney("disabled") + table("IIOO"));
    expect(statement).toContain("contradict each other");
    expect(statement).not.toMatch(/\d+ of \d+|%/);
    expect(next).toEqual(["ver", "netsh int tcp show global", "netsh int tcp show chimneystats", "netstat -nato"]);
  });

  it.each(["nat", "hyperv"] as const)(
    "does not name %s as the cause where an earlier table has offloaded rows",
    async (feature) => {
      const options = { os: "2008", context: [feature] } as const;
      const blocked = await verdictOn(cut("enabled") + table("IIII"), options);
      expect(blocked.code).toBe("blockedByFeature");
      const later = await verdictOn(`${cut("enabled")}${table("OOOO")}\n${table("IIII")}`, options);
      expect(later.code).toBe("enabledNothingOffloaded");
      expect(later.statement).toContain("In an earlier table (paste:9) 4 of 4 were offloaded.");
      expect(later.statement).not.toContain("on the adapter");
    },
  );

  it("does not say that Chimney works while most connections are taken back", async () => {
    const { code, statement } = await verdictOn(R2 + chimney("enabled") + table("OOOOUUUUUUUUUU"));
    expect(code).toBe("uploadingOnly");
    expect(statement).not.toMatch(/All 4|works/);
    expect((await verdictOn(R2 + chimney("enabled") + table("OOOOU"))).code).toBe("everythingOffloaded");
  });

  it("leaves no placeholder", async () => {
    for (const text of [
      chimney("enabled") + table("IIII"),
      R2 + withoutChimney,
      version("10.0.20348") + chimney("enabled"),
    ]) {
      expect((await verdictOn(text)).statement).not.toMatch(/[{}]|undefined|\s{2}/);
    }
  });
});

describe("states of Chimney that differ", () => {
  const at = (time: string, value: string) =>
    `20240115 ${time}.250 : netsh int tcp show global\nTCP Global Parameters\n--------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : ${value}\n\n`;

  it("are both quoted where nothing tells which is the later one", async () => {
    const { because } = await verdictOn(R2 + chimney("enabled") + chimney("disabled"));
    expect(because.map(({ text }) => text.replace(/\s+/g, " "))).toEqual([
      "Chimney Offload State : enabled",
      "Chimney Offload State : disabled",
    ]);
  });

  it("are a change where the captures have times: the later one counts", async () => {
    const { statement } = await verdictOn(at("09:00:00", "enabled") + at("10:00:00", "disabled"));
    expect(statement).toMatch(/^Chimney is disabled/);
  });
});

describe("on Server 2003", () => {
  const dump = (values: string) =>
    `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    Hostname    REG_SZ    FILES03\n${values}\n`;

  it("nobody is asked for the registry again when all of it was captured", async () => {
    const { next } = await verdictOn(version("5.2.3790") + dump("") + table("IIII"));
    expect(next).toContain("systeminfo");
    expect(next.filter((command) => command.includes("reg query"))).toEqual([]);
  });
});
