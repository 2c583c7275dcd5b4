import { describe, expect, it } from "vitest";
import { analysed } from "../../support/analysed.ts";

/** The captures of each host as words: `APP-17: systemInfo 1-3 (4)` with lines and records; `-` for no host. */
async function capturesIn(text: string): Promise<readonly string[]> {
  const { report } = await analysed(text);
  return report.hosts.flatMap(({ host, captures }) =>
    captures.map(({ kind, line, endLine, records }) => `${host ?? "-"}: ${kind} ${line}-${endLine} (${records})`),
  );
}

const netstat = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.20:445         198.51.100.31:50122    ESTABLISHED     Offloaded
`;

const systeminfo = (host: string) => `Host Name:                 ${host}
OS Name:                   Microsoft Windows Server 2008 R2 Standard
OS Version:                6.1.7601 Service Pack 1 Build 7601
`;

describe("a capture that names its host", () => {
  it("is of that host, and so is what follows", async () => {
    expect(await capturesIn(`${systeminfo("APP-17")}${netstat}`)).toEqual([
      "APP-17: systemInfo 1-3 (4)",
      "APP-17: netstat 5-9 (1)",
    ]);
  });

  it("is over when the next one names another host", async () => {
    expect(await capturesIn(systeminfo("APP-17") + systeminfo("APP-18"))).toEqual([
      "APP-17: systemInfo 1-3 (4)",
      "APP-18: systemInfo 4-6 (4)",
    ]);
  });

  it("is of that host although the name stands below its first line", async () => {
    const text = `OS Name                 : Microsoft Windows Server 2012 R2
Machine Name            : APP-19
Build                   : 6.3.9600
`;
    expect(await capturesIn(`[OTHER]: PS C:\\> Get-Content x.txt\n${text}`)).toEqual(["APP-19: systemInfo 2-4 (3)"]);
  });

  it("is nothing but a name without more", async () => {
    expect(await capturesIn(`Host Name: APP-17\n${netstat}`)).toEqual(["APP-17: netstat 3-7 (1)"]);
  });
});

describe("the head of a transcript", () => {
  const head = (host: string) => `**********************
Windows PowerShell transcript start
Start time: 20240305081510
Username: EXAMPLE\\admin
Machine: ${host} (Microsoft Windows NT 6.3.9600.0)
Host Application: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe
Process ID: 4711
PSVersion: 5.1.14393.0
OS: Microsoft Windows 6.3.9600
**********************
Transcript started, output file is C:\\t.txt
`;

  it("names the host and states its version, and lists no processes", async () => {
    expect(await capturesIn(`${head("APP-17")}PS C:\\> netstat -nt${netstat}${head("APP-18")}${netstat}`)).toEqual([
      "APP-17: systemInfo 5-5 (2)",
      "APP-17: netstat 13-17 (1)",
      "APP-18: systemInfo 22-22 (2)",
      "APP-18: netstat 30-34 (1)",
    ]);
  });

  it("is of a console that is no host where all was captured from others", async () => {
    const session = `PS C:\\> Enter-PSSession APP-18\n[APP-18]: PS C:\\> netstat -nt${netstat}`;
    expect(await capturesIn(head("APP-17") + session)).toEqual(["APP-18: netstat 14-18 (1)"]);
  });
});

describe("the banner of a console", () => {
  const banner =
    "Microsoft Windows [Version 6.1.7601]\nCopyright (c) 2009 Microsoft Corporation.  All rights reserved.\n\n";
  const ofHost = (host: string, captures: readonly string[]) =>
    captures.filter((own) => own.startsWith(`${host}: `)).map((own) => own.slice(host.length + 2));

  it.each([
    ["hostname", `C:\\>hostname\nAPP-17\n\nC:\\>netstat -nt\n${netstat}`],
    ["systeminfo", `C:\\>systeminfo\n\n${systeminfo("APP-17")}\nC:\\>netstat -nt\n${netstat}`],
    ["hostname behind another capture", `C:\\>netstat -nt\n${netstat}\nC:\\>hostname\nAPP-17\n`],
    ["hostname far below", `${"C:\\>echo x\nx\n".repeat(20)}C:\\>hostname\nAPP-17\n\nC:\\>netstat -nt\n${netstat}`],
    ["a name that stands below it at once", `Host Name: APP-17\n${netstat}`],
  ])("is of the host that is named by %s", async (_, text) => {
    const captures = await capturesIn(banner + text);
    expect(ofHost("-", captures)).toEqual([]);
    expect(ofHost("APP-17", captures)[0]).toBe("systemInfo 1-2 (1)");
  });

  it("is of that host whatever the pieces the text comes in", async () => {
    const bytes = new TextEncoder().encode(`${banner}C:\\>hostname\nAPP-17\n\nC:\\>netstat -nt\n${netstat}`);
    const inPieces = async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    };
    const { report } = await analysed({ name: "paste", bytes: inPieces() });
    expect(report.hosts.map(({ host, captures }) => [host, captures.length])).toEqual([["APP-17", 2]]);
  });

  it.each([["of a session to another computer", `[APP-17]: PS C:\\> netstat -nt\n${netstat}`]])(
    "is not of a host that is named %s",
    async (_, text) => {
      expect(ofHost("-", await capturesIn(banner + text))[0]).toBe("systemInfo 1-2 (1)");
    },
  );
});

describe("captures one after the other", () => {
  it.each([
    [
      "a console's banner",
      `Microsoft Windows [Version 6.1.7601]\nCopyright (c) 2009 Microsoft Corporation.  All rights reserved.\n\nC:\\>netstat -nt\n${netstat}`,
      ["-: systemInfo 1-2 (1)", "-: netstat 6-10 (1)"],
    ],
    [
      "a banner among words",
      `Hello,\nMicrosoft Windows [Version 6.1.7601]\nand so on\n${netstat}`,
      ["-: systemInfo 2-2 (1)", "-: netstat 5-9 (1)"],
    ],
    [
      "registry values with blank lines between them",
      "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\n    EnableRSS    REG_DWORD    0x1\n\n    EnableTCPA    REG_DWORD    0x0\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Winsock\n",
      ["-: tcpipParameters 1-5 (2)"],
    ],
    [
      "a table of hotfixes with blank lines between its rows",
      "HotFixID   InstalledBy          InstalledOn\n\nKB2525390  NT AUTHORITY\\SYSTEM  3/12/2012\n\nKB2477730  NT AUTHORITY\\SYSTEM  3/12/2012\n",
      ["-: systemInfo 1-5 (2)"],
    ],
    [
      "interfaces of another listing",
      "Interface 12: Ethernet\n\nScope       References  Last  Address\n----------  ----------  ----  ---------\n0                    0  Yes   224.0.0.1\n",
      [],
    ],
    [
      "the firewall's profiles, with everything",
      `Domain Profile Settings: \n${"-".repeat(70)}\nState                                 ON\nFirewall Policy                       BlockInbound,AllowOutbound\n\nPublic Profile Settings: \n${"-".repeat(70)}\nState                                 OFF\nOk.\n`,
      ["-: firewallState 1-8 (2)"],
    ],
    [
      "the global parameters of IP behind those of TCP",
      "TCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\n\nGeneral Global Parameters\n---------------------------------------------\nDefault Hop Limit                     : 128 hops\nTask Offload                          : enabled\n",
      ["-: tcpGlobal 1-3 (1)", "-: ipGlobal 5-8 (2)"],
    ],
  ])("%s", async (_, text, captures) => {
    expect(await capturesIn(text)).toEqual(captures);
  });
});
