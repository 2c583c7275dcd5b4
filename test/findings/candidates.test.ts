import { describe, expect, it } from "vitest";
import { analyze, type HostReport } from "../../src/index.ts";

const rows = (address: string, state: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `  TCP    ${`${address}:445`.padEnd(22)} ${`198.51.100.${at + 1}:50012`.padEnd(22)} ESTABLISHED     ${state}\n`,
  ).join("");
const table = (...groups: readonly string[]) =>
  `C:\\>netstat -nt\n\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           Offload State\n\n${groups.join("")}\n`;
const chimney = `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : enabled\n\n`;

async function hostOf(text: string) {
  const { hosts } = await analyze(text, { os: "2012" });
  const [host] = hosts;
  if (host === undefined) throw new Error("no host");
  return host;
}

describe("candidates", () => {
  it("are eligible connections without those that no adapter offloads", async () => {
    const text =
      chimney +
      table(rows("192.0.2.10", "Offloaded", 4), rows("192.0.2.12", "InHost", 2), rows("169.254.1.5", "InHost", 6));
    const { candidates, summary } = await hostOf(text);
    expect(summary.eligible?.total).toBe(12);
    expect(candidates).toEqual({
      offloaded: 4,
      inHost: 2,
      total: 6,
      setAside: { neverOffloaded: 6, adapterOff: 0 },
    });
  });

  it("leave out adapters whose connection offload is off", async () => {
    const adapter = `PS C:\\> Get-NetAdapterAdvancedProperty

Name        DisplayName                    DisplayValue  RegistryKeyword            RegistryValue
----        -----------                    ------------  ---------------            -------------
Ethernet 2  TCP Connection Offload (IPv4)  Disabled      *TCPConnectionOffloadIPv4  {0}

C:\\>ipconfig /all

Windows IP Configuration

   Host Name . . . . . . . . . . . . : SRV1

Ethernet adapter Ethernet 2:

   Description . . . . . . . . . . . : Contoso Gigabit Adapter
   IPv4 Address. . . . . . . . . . . : 192.0.2.11(Preferred)

`;
    const { candidates } = await hostOf(
      chimney + adapter + table(rows("192.0.2.10", "InHost", 4), rows("192.0.2.11", "InHost", 3)),
    );
    expect(candidates).toMatchObject({ total: 4, setAside: { neverOffloaded: 0, adapterOff: 3 } });
  });

  it("are none where only virtual adapters carry connections, and the verdict says no more", async () => {
    const { candidates, verdict } = await hostOf(chimney + table(rows("169.254.1.5", "InHost", 8)));
    expect(candidates?.total).toBe(0);
    expect(verdict?.code).toBe("noneEligible");
  });

  const counted = ([host]: readonly HostReport[]) => ({
    total: host?.candidates?.total,
    excluded: host?.candidates?.setAside.excludedPort ?? 0,
  });
  const policy = (list: string, ports: string) =>
    `C:\\>ver\n\nMicrosoft Windows [Version 5.2.3790]\n\nC:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    EnableTCPChimney    REG_DWORD    0x1\n    ${list}    REG_MULTI_SZ    ${ports}\n\n`;
  const mixed = table(rows("192.0.2.10", "InHost", 5)) + rows("192.0.2.10", "InHost", 3).replaceAll(":445", ":80 ");

  it.each([
    ["OffloadExcludeSourcePorts", "445", mixed, { total: 3, excluded: 5 }],
    ["OffloadExcludeSourcePorts", "80 443", mixed, { total: 5, excluded: 3 }],
    ["OffloadExcludeDestinationPorts", "50012", mixed, { total: 0, excluded: 8 }],
    ["OffloadIncludeSourcePorts", "445", mixed, { total: 8, excluded: 0 }],
    // Of a longer list it is not documented which ports count.
    ["OffloadExcludeSourcePorts", "1 2 3 4 5 6 7 8 9 10 11 12 445", mixed, { total: 8, excluded: 0 }],
    // Rows that are offloaded show that the list is not in effect.
    [
      "OffloadExcludeSourcePorts",
      "445",
      table(rows("192.0.2.10", "Offloaded", 2), rows("192.0.2.11", "InHost", 2)),
      { total: 4, excluded: 0 },
    ],
    // What an address keeps in the host is not set aside a second time for its port.
    ["OffloadExcludeSourcePorts", "445", table(rows("169.254.1.5", "InHost", 6)), { total: 0, excluded: 0 }],
  ] as const)("leave out ports that %s has: %s", async (list, ports, text, expected) => {
    const { hosts } = await analyze(policy(list, ports) + text);
    expect(counted(hosts)).toEqual(expected);
  });

  it("know excluded ports on Server 2003 only", async () => {
    const { hosts } = await analyze(policy("OffloadExcludeSourcePorts", "445").replace("5.2.3790", "6.1.7601") + mixed);
    expect(counted(hosts)).toEqual({ total: 8, excluded: 0 });
  });
});
