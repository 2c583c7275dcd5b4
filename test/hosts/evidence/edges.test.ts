import { describe, expect, it } from "vitest";
import {
  connectionOffloadOf,
  largeSendVersion,
  speedOf,
  stateOf,
  taskOffloadOf,
} from "../../../src/hosts/evidence/adapter-properties.ts";
import type { Evidence } from "../../../src/hosts/evidence/evidence.ts";
import { excerptsOf } from "../../../src/hosts/evidence/excerpts.ts";
import { capturesOf, type KeptCaptures } from "../../../src/hosts/evidence/kept.ts";
import { evidenceIn } from "../../support/evidence.ts";

/** A property as `*Keyword=Value` or `Display name=Value`, or both as `Display name|*Keyword=Value`. */
function property(text: string) {
  const [name = "", value = ""] = text.split("=");
  const [display = "", keyword] = name.split("|");
  return {
    line: 1,
    adapter: "NIC",
    property: display,
    keyword: keyword ?? (display.startsWith("*") ? display : null),
    value,
  };
}

describe("properties of adapters", () => {
  it.each([
    ["Speed=1000000000", 1000],
    ["Speed=9999999", 9.999_999],
    ["Speed=999999", undefined],
    ["Speed=9223372036854775807", undefined],
    ["Speed=x1000000000", undefined],
    ["LinkSpeed=1000000000", undefined],
    ["NdisLinkSpeed=10000000", 1000],
    ["NdisLinkSpeed=10000", 1],
    ["NdisLinkSpeed=1000", undefined],
    ["NdisLinkSpeed=10000000000", undefined],
    ["NdisLinkSpeed=10 Gbps", undefined],
    ["ReceiveLinkSpeed=10 Gbps", 10_000],
    ["TransmitLinkSpeed=40Gbps", 40_000],
    ["Link Speed & Duplex=1.25 Gbit/s", 1250],
    ["Speed & Duplex=100 mbps Full", 100],
    ["Speed and Duplex=at 10.0 Gbps", 10_000],
    ["Speedy=10 Gbps", undefined],
    ["Wake on Link Speed=10 Gbps", undefined],
    ["Other|*SpeedDuplex=10 Gbps", 10_000],
    ["Speed & Duplex|SpeedDuplex=10 Gbps", 10_000],
    ["LinkSpeed=1.2.10 Gbps", undefined],
    ["LinkSpeed=10 Gbyte", undefined],
  ])("of speed: %s is %s Mbps", (text, expected) => {
    expect(speedOf(property(text))).toBe(expected);
  });

  it.each([
    ["*LsoV1IPv4=1", 1],
    ["*LsoV2IPv6=1", 2],
    ["V1IPv4Enabled=True", 1],
    ["V2IPv6Enabled=True", 2],
    ["IPv4Enabled=True", 2],
    ["LSO|*LsoV1IPv4=1", 1],
    ["*LsoV3IPv4=1", undefined],
    ["XV1IPv4Enabled=True", undefined],
    ["IPv4Enabled2=True", undefined],
    ["*LsoV1IPv5=1", undefined],
  ])("of large sends: %s is of version %s", (text, expected) => {
    expect(largeSendVersion(property(text))).toBe(expected);
  });

  it.each([
    ["*IPChecksumOffloadIPv4=RxTx", "enabled"],
    ["*TCPChecksumOffloadIPv4=TxRx Enabled", "enabled"],
    ["*TCPChecksumOffloadIPv4=enabled", "enabled"],
    ["*UDPChecksumOffloadIPv4=Rx", "partial"],
    ["*UDPChecksumOffloadIPv4=Tx", "partial"],
    ["*UDPChecksumOffloadIPv4=Rx Enabled", "partial"],
    ["*UDPChecksumOffloadIPv4=1", "partial"],
    ["*UDPChecksumOffloadIPv4=0", "disabled"],
    ["*UDPChecksumOffloadIPv4=False", "disabled"],
    ["*UDPChecksumOffloadIPv4=4", undefined],
    ["*UDPChecksumOffloadIPv4=31", undefined],
    ["*UDPChecksumOffloadIPv4=not disabled", undefined],
    ["*UDPChecksumOffloadIPv4=disabled?", undefined],
    ["*UDPChecksumOffloadIPv4x=3", undefined],
    ["x*UDPChecksumOffloadIPv4=3", undefined],
    ["*SCTPChecksumOffloadIPv4=3", undefined],
    ["UdpIPv6Enabled=3", "enabled"],
    ["TcpIPv4EnabledX=3", undefined],
    ["IPv6Enabled=off", "disabled"],
    ["V2IPv4Enabled= ON ", "enabled"],
  ])("of checksums and large sends: %s is %s", (text, expected) => {
    expect(taskOffloadOf(property(text))).toBe(expected);
  });

  it.each([
    ["tcp connection offload=on", "enabled", "enabled"],
    ["TCP Connection Offload IPv4/IPv6=true", "enabled", "enabled"],
    ["TCP Connection Offload|TcpOffload=1", "enabled", "enabled"],
    ["TCP Connection Offload|*Other=1", undefined, undefined],
    ["Other (IPv6)|*TCPConnectionOffloadIPv4=0", "disabled", undefined],
    ["Other (IPv4)|*TCPConnectionOffloadIPv6=off", undefined, "disabled"],
    ["iTOE=1", undefined, undefined],
  ])("of connections: %s", (text, ipv4, ipv6) => {
    expect(connectionOffloadOf(property(text))).toEqual({ ...(ipv4 && { ipv4 }), ...(ipv6 && { ipv6 }) });
  });

  it.each([
    ["*rss=on", "enabled"],
    ["*RSS=enable", "enabled"],
    ["*RSS=Disable", "disabled"],
    ["enabled=false", "disabled"],
    ["enabled|*rss=false", "disabled"],
    ["Enabled=perhaps", undefined],
    ["*RSSx=1", undefined],
  ])("of another feature: %s", (text, expected) => {
    expect(stateOf(property(text), "*RSS", "Enabled")).toBe(expected);
    expect(stateOf(property(text.replace(/^enabled=/i, "Other=")), "*RSS")).toBe(
      /^enabled=/i.test(text) ? undefined : expected,
    );
  });
});

describe("the adapters of a host", () => {
  const line = (name: string, of: string, value: string, keyword: string) =>
    `${name.padEnd(10)}${of.padEnd(32)}${value.padEnd(14)}${keyword.padEnd(28)}{0}\n`;
  const advanced = (...rows: readonly string[]) =>
    `PS C:\\> Get-NetAdapterAdvancedProperty\n\nName      DisplayName                     DisplayValue  RegistryKeyword             RegistryValue\n----      -----------                     ------------  ---------------             -------------\n${rows.join("")}\n\n`;
  const configured = (name: string, description: string, address: string) =>
    `C:\\>ipconfig /all\n\nWindows IP Configuration\n\nEthernet adapter ${name}:\n\n   Description . . . . . . . . . . . : ${description}\n   IPv4 Address. . . . . . . . . . . : ${address}(Preferred)\n\n`;
  const v6 = advanced(line("Office", "TCP Connection Offload (IPv6)", "Enabled", "*TCPConnectionOffloadIPv6"));

  it("have the offload of IPv6 by itself", async () => {
    const { adapters } = await evidenceIn(v6);
    expect(adapters).toMatchObject([
      { name: "Office", connectionOffloadIPv6: { value: "enabled", at: [{ line: 5 }] } },
    ]);
    expect(adapters?.[0]).not.toHaveProperty("connectionOffloadIPv4");
  });

  it("have the later of two values", async () => {
    const other = advanced(line("Office", "TCP Connection Offload (IPv6)", "Disabled", "*TCPConnectionOffloadIPv6"));
    expect((await evidenceIn(v6 + other)).adapters?.[0].connectionOffloadIPv6?.value).toBe("disabled");
    expect((await evidenceIn(other + v6)).adapters?.[0].connectionOffloadIPv6?.value).toBe("enabled");
  });

  it("are none of the tunnels", async () => {
    const { adapters } = await evidenceIn(v6 + configured("isatap.{1}", "Microsoft ISATAP Adapter", "192.0.2.9"));
    expect(adapters?.map(({ name }) => name)).toEqual(["Office"]);
  });

  it("stand in the order of their names, whatever the order of the captures", async () => {
    const row = (name: string) => line(name, "Receive Side Scaling", "Enabled", "*RSS");
    const { adapters } = await evidenceIn(advanced(row("b"), row("C"), row("a")));
    expect(adapters?.map(({ name }) => name)).toEqual(["a", "b", "C"]);
  });
});

describe("teams of Windows", () => {
  const team = (name: string) =>
    `PS C:\\> Get-NetLbfoTeam\n\n\nName                   : ${name}\nMembers                : {NIC1, NIC2}\nTeamNics               : ${name}\nTeamingMode            : SwitchIndependent\nLoadBalancingAlgorithm : Dynamic\nStatus                 : Up\n\n`;
  const adapter =
    "C:\\>ipconfig /all\n\nWindows IP Configuration\n\nEthernet adapter A:\n\n   Description . . . . . . . . . . . : Microsoft Network Adapter Multiplexor Driver\n\n";

  it("have a line of each capture that shows one, the lists of teams last", async () => {
    const { windowsTeams, teaming } = await evidenceIn(`${team("Team1")}${adapter}${team("Team2")}`);
    expect(windowsTeams?.value).toBe("on");
    expect(windowsTeams?.at.map(({ text }) => text)).toEqual([
      "Ethernet adapter A:",
      "Members                : {NIC1, NIC2}",
      "Members                : {NIC1, NIC2}",
    ]);
    expect(windowsTeams?.at.map(({ line }) => line)).toEqual([15, 5, 23]);
    expect(teaming?.at).toEqual(windowsTeams?.at.slice(-1));
  });

  it("are unknown without any", async () => {
    expect(await evidenceIn(adapter.replace("Multiplexor", ""))).not.toHaveProperty("windowsTeams");
  });
});

describe("the registry", () => {
  const key = (set: string, value: number) =>
    `C:\\>reg query HKLM\\SYSTEM\\${set}\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\${set}\\Services\\Tcpip\\Parameters\n    DisableTaskOffload    REG_DWORD    0x${value}\n    Hostname    REG_SZ    SRV-41\n\n`;

  it.each([
    [
      "the current control set, though a numbered one comes later",
      key("CurrentControlSet", 1) + key("ControlSet001", 0),
      "disabled",
    ],
    [
      "the current control set, though a numbered one comes first",
      key("ControlSet001", 0) + key("CurrentControlSet", 1),
      "disabled",
    ],
    ["a numbered one alone", key("ControlSet001", 0), "enabled"],
    ["the later of two numbered ones", key("ControlSet001", 0) + key("ControlSet002", 1), "disabled"],
  ])("counts by %s", async (_, text, expected) => {
    expect((await evidenceIn(text)).taskOffload?.value).toBe(expected);
  });
});

describe("the lines of a kept capture", () => {
  it("are those of its records, and 50 others however many records there are", async () => {
    const service = (at: number, lines: number) =>
      `SERVICE_NAME: Service${at}\n${"        TYPE               : 20  WIN32_SHARE_PROCESS\n".repeat(lines)}        STATE              : 4  RUNNING\n\n`;
    const text = `C:\\>sc query\n\n${Array.from({ length: 20 }, (_, at) => service(at, 1)).join("")}`;
    const [capture] = (await evidenceIn(text)).services ?? [];
    const lines = Array.from({ length: 85 }, (_, at) => at + 1).filter((line) => capture?.textOf(line) !== "");
    const records = capture?.records.map(({ line }) => line) ?? [];
    expect(records).toHaveLength(20);
    expect(records.every((line) => lines.includes(line))).toBe(true);
    // Blank lines are among the others, and have no text.
    const others = lines.filter((line) => !records.includes(line));
    expect(others.at(-1)).toBeGreaterThan(65);
    expect(others.at(-1)).toBeLessThan(75);
  });
});

describe("excerpts", () => {
  const place = (source: string, line: number) => ({ source, line, text: `cited ${line}` });
  const capture = (source: string, lines: readonly number[]) => ({
    source,
    textOf: (line: number) => (lines.includes(line) ? `${source} ${line}` : ""),
  });
  const kept = (...captures: readonly ReturnType<typeof capture>[]) =>
    new Map([["services", captures]]) as unknown as KeptCaptures;
  const note = (source: string, line: number) => ({ source, line, text: `row ${line}` });
  const netstat = (
    rows: Partial<Record<"inHost" | "own" | "eligible" | "duplicates" | "unknown", readonly object[]>>,
  ) =>
    ({
      heading: note("a.txt", 1),
      examples: { inHost: rows.inHost ?? [], offloaded: [], offloading: [], uploading: [] },
      eligibleInHost: rows.eligible ?? [],
      ownRows: rows.own ?? [],
      duplicates: rows.duplicates ?? [],
      unknownOffloadStates: rows.unknown ?? [],
    }) as unknown as Evidence["netstat"];
  const brief = (...args: Parameters<typeof excerptsOf>) =>
    excerptsOf(...args).map(
      ({ source, lines }) => `${source}: ${lines.map(({ line, text }) => `${line} ${text}`).join(", ")}`,
    );

  it("are the cited lines and two on either side, as far as they were kept", () => {
    expect(brief(kept(capture("a.txt", [1, 2, 4, 5, 6, 7])), undefined, [place("a.txt", 3)])).toEqual([
      "a.txt: 1 a.txt 1, 2 a.txt 2, 3 cited 3, 4 a.txt 4, 5 a.txt 5",
    ]);
    expect(brief(kept(capture("a.txt", [0, 1, 2])), undefined, [place("a.txt", 1)])).toEqual([
      "a.txt: 1 a.txt 1, 2 a.txt 2",
    ]);
    expect(brief(kept(), undefined, [place("a.txt", 5)])).toEqual(["a.txt: 5 cited 5"]);
  });

  it("are of the source in which the line stands", () => {
    const both = kept(capture("a.txt", [1, 2]), capture("b.txt", [1, 2, 3]));
    expect(brief(both, undefined, [place("b.txt", 1), place("a.txt", 2)])).toEqual([
      "b.txt: 1 b.txt 1, 2 b.txt 2, 3 b.txt 3",
      "a.txt: 1 a.txt 1, 2 a.txt 2",
    ]);
  });

  it("hold rows of the table that are quoted", () => {
    const table = netstat({
      inHost: [note("a.txt", 2), note("b.txt", 4)],
      eligible: [note("a.txt", 3)],
      own: [note("a.txt", 5)],
      duplicates: [note("a.txt", 6)],
      unknown: [note("a.txt", 7)],
    });
    expect(brief(kept(), table, [place("a.txt", 2), place("a.txt", 5)])).toEqual([
      "a.txt: 1 row 1, 2 row 2, 3 row 3, 5 row 5, 6 row 6, 7 row 7",
    ]);
    expect(brief(kept(), table, [place("b.txt", 3)])).toEqual(["b.txt: 3 cited 3, 4 row 4"]);
  });

  it("are some 400 lines at most", () => {
    const cited = Array.from({ length: 500 }, (_, at) => place("a.txt", 1 + at * 10));
    expect(excerptsOf(kept(), undefined, cited)[0]?.lines).toHaveLength(400);
    const again = [...cited.slice(0, 399), ...cited.slice(0, 399), ...cited.slice(399)];
    expect(excerptsOf(kept(), undefined, again)[0]?.lines).toHaveLength(400);
  });
});

describe("the captures of a kind", () => {
  const order = (...moments: readonly (readonly [time: string | null, phase: string | null])[]) => {
    const captures = moments.map(([time, phase], at) => ({ line: at, time, phase }));
    const kept = new Map([["tcpGlobal", captures]]) as unknown as KeptCaptures;
    return capturesOf(kept, "tcpGlobal").map(({ line }) => line);
  };

  it.each<[string, readonly (readonly [string | null, string | null])[], readonly number[]]>([
    [
      "by their times",
      [
        ["2024-01-15T10:00:00", null],
        ["2024-01-15T09:00:00", null],
      ],
      [1, 0],
    ],
    [
      "those without a time first",
      [
        ["2024-01-15T10:00:00", null],
        [null, null],
      ],
      [1, 0],
    ],
    [
      "as they came at one time",
      [
        [null, null],
        [null, null],
        [null, null],
      ],
      [0, 1, 2],
    ],
    [
      "by their phases",
      [
        [null, "stop"],
        [null, "start"],
        [null, "stop"],
      ],
      [1, 0, 2],
    ],
    [
      "by their phases before times",
      [
        ["2024-01-15T09:00:00", "stop"],
        ["2024-01-15T10:00:00", "start"],
      ],
      [1, 0],
    ],
    [
      "by times where one has no phase",
      [
        ["2024-01-15T10:00:00", "start"],
        ["2024-01-15T09:00:00", null],
      ],
      [1, 0],
    ],
  ])("stand %s", (_, moments, expected) => {
    expect(order(...moments)).toEqual(expected);
  });
});

describe("Windows Firewall of Server 2003", () => {
  const rule = "-".repeat(68);
  const mode = (domain: string, standard: string) =>
    `C:\\>netsh firewall show opmode\n\nDomain profile configuration:\n${rule}\nOperational mode                  = ${domain}\n\nStandard profile configuration (current):\n${rule}\nOperational mode                  = ${standard}\n\n`;

  it.each([
    ["Enable", "Disable", "off"],
    ["Disable", "Enable", "on"],
    ["Disable", "Disable", "off"],
  ])("with %s and, in force, %s is %s", async (domain, standard, value) => {
    const fact = (await evidenceIn(mode(domain, standard)))["windows-firewall"];
    expect(fact?.value).toBe(value);
    expect(fact?.at.map(({ line }) => line)).toEqual([9]);
  });
});
