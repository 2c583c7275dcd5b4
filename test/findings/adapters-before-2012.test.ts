import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze } from "../../src/index.ts";
import { allFindings } from "../../src/reporters/shown.ts";

// Windows before 2012 has no cmdlets for adapters: the class key, wmic and ipconfig are all there is.

const CLASS = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}";
const guids = { 7: "{00000000-1111-2222-3333-000000000007}", 9: "{00000000-1111-2222-3333-000000000009}" };

type Values = Readonly<Record<string, string>>;
const standard: Values = {
  "*TCPConnectionOffloadIPv4": "1",
  "*TCPConnectionOffloadIPv6": "0",
  "*RSS": "1",
  "*TCPChecksumOffloadIPv4": "3",
  "*LsoV2IPv4": "1",
  "*SpeedDuplex": "0",
};

/** Miniports and tunnels stand beside every card. */
const around = `${CLASS}\\0000
    DriverDesc    REG_SZ    WAN Miniport (SSTP)
    Characteristics    REG_DWORD    0x29
    *IfType    REG_DWORD    0x6

${CLASS}\\0003
    DriverDesc    REG_SZ    Microsoft ISATAP Adapter
    Characteristics    REG_DWORD    0x29
    *IfType    REG_DWORD    0x83
    NetCfgInstanceId    REG_SZ    {00000000-1111-2222-3333-000000000003}
`;

function card(number: 7 | 9, description: string, values: Values = {}): string {
  const settings = Object.entries({ ...standard, ...values }).map(
    ([name, value]) => `    ${name}    REG_SZ    ${value}`,
  );
  return `
${CLASS}\\000${number}
    DriverDesc    REG_SZ    ${description}
    DriverVersion    REG_SZ    6.2.9.0
    Characteristics    REG_DWORD    0x84
    *IfType    REG_DWORD    0x6
    NetCfgInstanceId    REG_SZ    ${guids[number]}
${settings.join("\n")}

${CLASS}\\000${number}\\Linkage
    RootDevice    REG_MULTI_SZ    ${guids[number]}

${CLASS}\\000${number}\\Ndi\\Params\\*RSS
    ParamDesc    REG_SZ    Receive Side Scaling
    default    REG_SZ    1
`;
}

const classKey = (...cards: readonly string[]) =>
  `C:\\>reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s\n\n${around}${cards.join("")}\n`;

const nic = (rows: readonly (readonly [index: number, name: string, connection: string, speed: string])[]) => {
  const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd([7, 60, 26, 14][at] ?? 0)).join("");
  const all = [["0", "WAN Miniport (SSTP)", "", ""], ["3", "Microsoft ISATAP Adapter", "", "100000"], ...rows];
  return `C:\\>wmic nic get Index,Name,NetConnectionID,Speed\n${[["Index", "Name", "NetConnectionID", "Speed"], ...all]
    .map((cells) => line(cells.map(String)))
    .join("\n")}\n\n`;
};

const ipConfig = (...adapters: readonly (readonly [name: string, description: string, address: string])[]) =>
  `C:\\>ipconfig /all\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : SRV-42\n${adapters
    .map(
      ([name, description, address]) =>
        `\nEthernet adapter ${name}:\n\n   Connection-specific DNS Suffix  . :\n   Description . . . . . . . . . . . : ${description}\n   IPv4 Address. . . . . . . . . . . : ${address}(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n`,
    )
    .join("")}\n`;

const settings = (chimney: string) => `C:\\>ver\n\nMicrosoft Windows [Version 6.1.7601]\n
C:\\>netsh int tcp show global
Querying active state...

TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : enabled
Direct Cache Acess (DCA)            : disabled
Receive Window Auto-Tuning Level    : normal
Add-On Congestion Control Provider  : ctcp
ECN Capability                      : disabled
RFC 1323 Timestamps                 : disabled

`;

function table(...groups: readonly (readonly [local: string, count: number, state: string])[]): string {
  const rows = groups.flatMap(([local, count, state]) =>
    Array.from({ length: count }, (_, at) => {
      const foreign = `198.51.100.${(at % 200) + 1}:${50_000 + at}`;
      return `  TCP    ${local.padEnd(21)}  ${foreign.padEnd(21)}  ESTABLISHED     ${state}`;
    }),
  );
  return `C:\\>netstat -nt\n\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           Offload State\n\n${rows.join("\n")}\n\nC:\\>`;
}

const BROADCOM = "Broadcom BCM5709C NetXtreme II GigE (NDIS VBD Client)";
const INTEL = "Intel(R) 10 Gigabit AF DA Dual Port Server Adapter";

async function hostOf(text: string, options: AnalyzeOptions = {}) {
  const report = await analyze(text, options);
  const [host] = report.hosts;
  expect(report.hosts).toHaveLength(1);
  const found = (rule: string) =>
    allFindings(report)
      .filter((finding) => finding.rule === rule && (finding.kind === "fail" || finding.kind === "review"))
      .map(({ message }) => message);
  const undecided = (rule: string) =>
    allFindings(report).some((finding) => finding.rule === rule && finding.kind === "notEvaluated");
  return { host, found, undecided };
}

describe("a 2008 R2 whose class key, wmic nic and ipconfig were captured", () => {
  it("has Chimney on and its adapter off", async () => {
    const { host, found } = await hostOf(
      settings("enabled") +
        classKey(card(7, BROADCOM, { "*TCPConnectionOffloadIPv4": "0" })) +
        nic([[7, BROADCOM, "Local Area Connection", "1000000000"]]) +
        ipConfig(["Local Area Connection", BROADCOM, "192.0.2.10"]) +
        table(["192.0.2.10:445", 12, "InHost"]),
    );
    expect(host?.verdict?.code).toBe("adapterOff");
    expect(found("os-chimney-on-nic-off")).toEqual([expect.stringContaining("Local Area Connection: disabled")]);
  });

  it("has an adapter whose driver has no connection offload among its settings", async () => {
    const { "*TCPConnectionOffloadIPv4": _, "*TCPConnectionOffloadIPv6": __, ...others } = standard;
    const text = card(7, BROADCOM).replaceAll(/ {4}\*TCPConn.*\n/g, "");
    const { found } = await hostOf(settings("enabled") + classKey(text) + ipConfig(["LAN", BROADCOM, "192.0.2.10"]));
    expect(Object.keys(others)).not.toEqual([]);
    expect(found("os-chimney-on-nic-off")).toEqual([expect.stringContaining("LAN: absent")]);
  });

  it("has a link that automatic mode does not consider, and one that it does", async () => {
    const { found, undecided } = await hostOf(
      settings("automatic") +
        classKey(card(7, BROADCOM), card(9, INTEL)) +
        nic([
          [7, BROADCOM, "Office", "1000000000"],
          [9, INTEL, "Storage", "10000000000"],
        ]) +
        ipConfig(["Office", BROADCOM, "192.0.2.10"], ["Storage", INTEL, "203.0.113.10"]) +
        table(["192.0.2.10:445", 9, "InHost"], ["203.0.113.10:3260", 4, "Offloaded"]),
    );
    expect(found("automatic-link-below-10g")).toEqual([
      expect.stringMatching(/"Office" runs at 1000 Mbps.*Eligible connections over it: 9\./),
    ]);
    expect(undecided("automatic-link-below-10g")).toBe(false);
  });

  it("serves bulk data over a fast link with Chimney disabled", async () => {
    const { found } = await hostOf(
      settings("disabled") +
        classKey(card(9, INTEL)) +
        nic([[9, INTEL, "Storage", "10000000000"]]) +
        ipConfig(["Storage", INTEL, "203.0.113.10"]) +
        table(["203.0.113.10:445", 12, "InHost"]),
    );
    expect(found("workload-bulk-chimney-idle")).toEqual([expect.stringContaining('"Storage" runs at 10000 Mbps')]);
  });

  it("keeps receive-side scaling from working by a checksum offload that is off", async () => {
    const off = classKey(card(7, BROADCOM, { "*TCPChecksumOffloadIPv4": "0" }));
    const { found } = await hostOf(settings("enabled") + off + ipConfig(["LAN", BROADCOM, "192.0.2.10"]));
    expect(found("rss-blocked-by-checksum-offload")).toEqual([
      expect.stringMatching(/"LAN".*\*TCPChecksumOffloadIPv4 disabled/),
    ]);
    const on = await hostOf(settings("enabled") + classKey(card(7, BROADCOM)));
    expect(on.found("rss-blocked-by-checksum-offload")).toEqual([]);
    expect(on.undecided("rss-blocked-by-checksum-offload")).toBe(false);
  });

  it("has an adapter with as many connections as it takes", async () => {
    const { found } = await hostOf(
      settings("enabled") +
        classKey(card(7, BROADCOM)) +
        nic([[7, BROADCOM, "LAN", "1000000000"]]) +
        ipConfig(["LAN", BROADCOM, "192.0.2.10"]) +
        table(["192.0.2.10:445", 1024, "Offloaded"], ["192.0.2.10:445", 276, "InHost"]),
    );
    expect(found("offload-capacity-saturated")).toEqual([expect.stringContaining(BROADCOM)]);
  });
});

describe("of two cards of one make", () => {
  const two = classKey(card(7, BROADCOM, { "*TCPConnectionOffloadIPv4": "0" }), card(9, BROADCOM));
  const addresses = ipConfig(["Front", `${BROADCOM} #2`, "192.0.2.10"], ["Back", BROADCOM, "203.0.113.10"]);
  const rows = table(["192.0.2.10:445", 8, "InHost"]);

  it.each([
    [
      "the number that wmic prints",
      nic([
        [7, `${BROADCOM} #2`, "Front", "1000000000"],
        [9, BROADCOM, "Back", "1000000000"],
      ]),
    ],
    [
      "the GUID of the connection",
      `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network /s\n\n${(
        [
          [7, "Front"],
          [9, "Back"],
        ] as const
      )
        .map(
          ([number, name]) =>
            `${CLASS.replace("Class", "Network")}\\${guids[number]}\\Connection\n    Name    REG_SZ    ${name}\n\n`,
        )
        .join("")}`,
    ],
    [
      "the addresses that wmic prints beside the number",
      `C:\\>wmic nicconfig get Description,Index,IPAddress,SettingID /format:csv\nNode,Description,Index,IPAddress,SettingID\nSRV-42,${BROADCOM} #2,7,{192.0.2.10},${guids[7]}\nSRV-42,${BROADCOM},9,{203.0.113.10;2001:db8::10},${guids[9]}\n\n`,
    ],
  ])("the one that is off is told by %s", async (_, telling) => {
    const { found } = await hostOf(settings("disabled") + two + telling + addresses + rows);
    expect(found("nic-chimney-on-os-off")).toEqual([expect.stringContaining("enabled on Back (IPv4), but")]);
  });
});

describe("an adapter", () => {
  it("has its addresses from the report of msinfo32 by the number of its key", async () => {
    const report = `Item\tValue\nName\t[00000007] ${BROADCOM}\nAdapter Type\tEthernet 802.3\nIndex\t7\nIP Address\t192.0.2.10\nIP Subnet\t255.255.255.0\n\n`;
    const { found } = await hostOf(
      settings("automatic") + classKey(card(7, BROADCOM)) + report + table(["192.0.2.10:445", 5, "InHost"]),
    );
    expect(found("automatic-link-below-10g")).toEqual([expect.stringContaining("Eligible connections over it: 5.")]);
  });

  it("has the speed that NDIS tells where wmic nic has none, as on Server 2003", async () => {
    const rates = String.raw`C:\>wmic /namespace:\\root\wmi path MSNdis_LinkSpeed get InstanceName,NdisLinkSpeed
InstanceName                          NdisLinkSpeed
Example Server Adapter                10000000
Example Server Adapter-QoS Scheduler-0000  10000000
WAN Miniport (IP)                     280000

`;
    const adapters = ipConfig(["LAN", "Example Server Adapter", "192.0.2.10"]);
    const { found, undecided } = await hostOf(settings("automatic") + rates + adapters);
    expect(found("automatic-link-below-10g")).toEqual([expect.stringContaining('"LAN" runs at 1000 Mbps')]);
    expect(undecided("automatic-link-below-10g")).toBe(false);
  });
});

describe("a Server 2003", () => {
  it("has its adapter off by a setting that the driver names itself", async () => {
    const key = `C:\\>reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s

! REG.EXE VERSION 3.0

${CLASS}\\0007
    DriverDesc\tREG_SZ\t${BROADCOM}
    Characteristics\tREG_DWORD\t0x84
    TOE\tREG_SZ\t0

${CLASS}\\0007\\Ndi\\Params\\TOE
    ParamDesc\tREG_SZ\tTCP Connection Offload (IPv4)

${CLASS}\\0007\\Ndi\\Params\\TOE\\enum
    0\tREG_SZ\tDisable
    1\tREG_SZ\tEnable

`;
    const values = `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v EnableTCPChimney

! REG.EXE VERSION 3.0

HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters
    EnableTCPChimney\tREG_DWORD\t0x1

`;
    const { found } = await hostOf(
      `C:\\>ver\n\nMicrosoft Windows [Version 5.2.3790]\n\n${values}${key}C:\\>ipconfig /all\n\n${table(["192.0.2.10:445", 9, "InHost"])}`,
    );
    expect(found("os-chimney-on-nic-off")).toEqual([expect.stringContaining("disabled")]);
  });
});

describe("a card that was taken out", () => {
  const off: Values = { "*TCPConnectionOffloadIPv4": "0" };
  const both = settings("enabled") + classKey(card(7, BROADCOM, off), card(9, INTEL));
  const present = ipConfig(["LAN", BROADCOM, "192.0.2.10"]);

  it.each<[string, string]>([
    ["ipconfig", present],
    ["wmic nic", nic([[7, BROADCOM, "LAN", "1000000000"]])],
    [
      "wmic nic, which has it without a connection",
      nic([
        [7, BROADCOM, "LAN", "1000000000"],
        [9, INTEL, "", ""],
      ]),
    ],
    [
      "wmic nic, which says that it is not present",
      `C:\\>wmic nic get Index,Name,NetConnectionID,NetConnectionStatus /format:csv\n\nNode,Index,Name,NetConnectionID,NetConnectionStatus\nSRV-42,7,${BROADCOM},LAN,2\nSRV-42,9,${INTEL},Old,4\n\n`,
    ],
  ])("is left out by %s, and named", async (_, list) => {
    const { found } = await hostOf(both + list + table(["192.0.2.10:445", 12, "InHost"]));
    expect(found("os-chimney-on-nic-off")).toEqual([expect.stringContaining("(LAN: disabled)")]);
    expect(found("removed-adapters-in-registry")).toEqual([expect.stringContaining(INTEL)]);
  });

  it.each<[string, string]>([
    ["where nothing lists adapters", ""],
    [
      "in a list of some adapters",
      nic([[7, BROADCOM, "LAN", "1"]]).replace("wmic nic get", "wmic nic where Index=7 get"),
    ],
    [
      "where a team hides its members",
      ipConfig(["LAN", BROADCOM, "192.0.2.10"], ["Team", "BASP Virtual Adapter", "192.0.2.11"]),
    ],
    [
      "where the list has a card that the key has not",
      ipConfig(["LAN", BROADCOM, "192.0.2.10"], ["X", "Example", "192.0.2.11"]),
    ],
    ["where its name is masked", ipConfig(["LAN", "XXXXXXXX", "192.0.2.10"])],
  ])("stays %s", async (_, list) => {
    const { found } = await hostOf(both + list + table(["192.0.2.10:445", 12, "InHost"]));
    expect(found("os-chimney-on-nic-off")).toEqual([]);
    expect(found("removed-adapters-in-registry")).toEqual([]);
  });
});

describe("equal cards whose settings differ", () => {
  const two =
    settings("disabled") + classKey(card(7, BROADCOM, { "*TCPConnectionOffloadIPv4": "0" }), card(9, BROADCOM));
  const guessed = "equal-adapters-told-by-order";

  it.each<[string, string, string]>([
    ["numbers", `${BROADCOM}`, `${BROADCOM} #2`],
    ["numbers that others left gaps in", `${BROADCOM} #2`, `${BROADCOM} #5`],
  ])("are told by the order of their %s, which is said", async (_, first, second) => {
    const { found } = await hostOf(two + ipConfig(["Back", second, "203.0.113.10"], ["Front", first, "192.0.2.10"]));
    expect(found("nic-chimney-on-os-off")).toEqual([expect.stringContaining("enabled on Back (IPv4), but")]);
    expect(found(guessed)).toEqual([expect.stringMatching(/"Front", "Back"|"Back", "Front"/)]);
  });

  it("are told by their numbers in wmic, which is no guess", async () => {
    const rows = nic([
      [7, BROADCOM, "Back", "1000000000"],
      [9, `${BROADCOM} #2`, "Front", "1000000000"],
    ]);
    const { found } = await hostOf(two + rows);
    expect(found("nic-chimney-on-os-off")).toEqual([expect.stringContaining("enabled on Front (IPv4), but")]);
    expect(found(guessed)).toEqual([]);
  });

  it("are told by the number of NDIS where the GUIDs are masked", async () => {
    const masked = two
      .replaceAll(/NetCfgInstanceId {4}REG_SZ {4}\{.*\}/g, "NetCfgInstanceId    REG_SZ    {MASKED}")
      .replaceAll(/(\\000([79])\n {4}DriverDesc.*)/g, "$1\n    NetLuidIndex    REG_DWORD    0x$2");
    const cmdlet = [7, 9]
      .map(
        (luid) =>
          `Name : ${luid === 7 ? "Back" : "Front"}\nInterfaceDescription : ${BROADCOM}${luid === 7 ? " #2" : ""}\nInterfaceType : 6\nNetLuidIndex : ${luid}\nLinkSpeed : 1 Gbps\n\n`,
      )
      .join("");
    const { found } = await hostOf(`${masked}PS C:\\> Get-NetAdapter | fl *\n\n${cmdlet}`);
    expect(found("nic-chimney-on-os-off")).toEqual([expect.stringContaining("enabled on Front (IPv4), but")]);
    expect(found(guessed)).toEqual([]);
  });

  it("need no telling apart where they are set alike", async () => {
    const alike = settings("disabled") + classKey(card(7, BROADCOM), card(9, BROADCOM));
    const { found } = await hostOf(
      alike + ipConfig(["A", BROADCOM, "192.0.2.10"], ["B", `${BROADCOM} #2`, "203.0.113.10"]),
    );
    expect(found(guessed)).toEqual([]);
  });
});
