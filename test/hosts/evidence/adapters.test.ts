import { describe, expect, it } from "vitest";
import {
  connectionOffloadOf,
  speedOf,
  stateOf,
  taskOffloadOf,
} from "../../../src/hosts/evidence/adapter-properties.ts";
import { evidenceIn } from "../../support/evidence.ts";

/** A property as `*Keyword=Value` or `Display name=Value`, or both as `Display name|*Keyword=Value`. */
function property(text: string) {
  const [name = "", value = ""] = text.split("=");
  const [display = "", keyword] = name.split("|");
  const printed = keyword ?? (display.startsWith("*") ? display : null);
  return { line: 1, adapter: "NIC", property: display, keyword: printed, value };
}

describe("the offload of connections", () => {
  it.each([
    ["TCP Connection Offload (IPv4)|*TCPConnectionOffloadIPv4=Enabled", "enabled", undefined],
    ["*TCPConnectionOffloadIPv6=0", undefined, "disabled"],
    ["*tcpconnectionoffloadipv4=1", "enabled", undefined],
    ["TCP Connection Offload (IPv4)=Disabled", "disabled", undefined],
    ["TCP Connection Offload (IPv6)=Disabled", undefined, "disabled"],
    ["TCP Offload Engine=Enabled", "enabled", "enabled"],
    ["TOE=Disabled", "disabled", "disabled"],
    // What it is not, and words in languages that are not known.
    ["TCP Checksum Offload (IPv4)|*TCPChecksumOffloadIPv4=Disabled", undefined, undefined],
    ["Large Send Offload V2 (IPv4)=Enabled", undefined, undefined],
    ["TOES=Enabled", undefined, undefined],
    ["*TCPConnectionOffloadIPv4=Activé", undefined, undefined],
    ["*TCPConnectionOffloadIPv4=", undefined, undefined],
  ])("%s", (text, ipv4, ipv6) => {
    expect(connectionOffloadOf(property(text))).toEqual({ ...(ipv4 && { ipv4 }), ...(ipv6 && { ipv6 }) });
  });
});

describe("other properties", () => {
  it.each([
    ["*IPChecksumOffloadIPv4=3", "enabled"],
    ["IPv4 Checksum Offload|*IPChecksumOffloadIPv4=Rx & Tx Enabled", "enabled"],
    ["*TCPChecksumOffloadIPv6=Tx Enabled", "partial"],
    ["*UDPChecksumOffloadIPv6=2", "partial"],
    ["*UDPChecksumOffloadIPv6=Disabled", "disabled"],
    ["TcpIPv4Enabled=RxTxEnabled", "enabled"],
    ["IpIPv4Enabled=Disabled", "disabled"],
    ["*LsoV2IPv4=1", "enabled"],
    ["V2IPv6Enabled=False", "disabled"],
    ["*LsoV2IPv4=3", undefined],
    ["*JumboPacket=1", undefined],
    ["Enabled=True", undefined],
  ])("of checksums and large sends: %s", (text, expected) => {
    expect(taskOffloadOf(property(text))).toBe(expected);
  });

  it.each([
    ["Speed & Duplex|*SpeedDuplex=10 Gbps Full Duplex", 10_000],
    ["Speed & Duplex|*SpeedDuplex=1.0 Gbps Full Duplex", 1000],
    ["Link Speed=100 Mbps", 100],
    ["LinkSpeed=2.5 Gbps", 2500],
    ["Speed & Duplex|*SpeedDuplex=Auto Negotiation", undefined],
    ["*SpeedDuplex=7", undefined],
    ["Interrupt Moderation Rate=10 Gbps", undefined],
  ])("of speed, where it is printed with its unit: %s", (text, expected) => {
    expect(speedOf(property(text))).toBe(expected);
  });

  it.each([
    ["Receive Side Scaling|*RSS=Enabled", "enabled"],
    ["*RSS=0", "disabled"],
    ["Enabled=True", "enabled"],
    ["Something else|*Other=Enabled", undefined],
    ["Enabled|*Other=True", undefined],
  ])("of receive-side scaling: %s", (text, expected) => {
    expect(stateOf(property(text), "*RSS", "Enabled")).toBe(expected);
  });
});

/** A table of Get-NetAdapterAdvancedProperty with rows `adapter|display name|value|keyword|registry value`. */
function advanced(...rows: readonly string[]): string {
  const widths = [24, 32, 20, 28];
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(" ")
      .trimEnd();
  const head = [
    line(["Name", "DisplayName", "DisplayValue", "RegistryKeyword", "RegistryValue"]),
    line(["----", "-----------", "------------", "---------------", "-------------"]),
  ];
  return `PS C:\\> Get-NetAdapterAdvancedProperty\n\n${[...head, ...rows.map((row) => line(row.split("|")))].join("\n")}\n\n\n`;
}

const rss = `PS C:\\> Get-NetAdapterRss\n\n\nName                                            : Office\nInterfaceDescription                            : Example Gigabit Adapter\nEnabled                                         : False\nNumberOfReceiveQueues                           : 2\n\n\n`;

const ipConfig = `C:\\>ipconfig /all\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : SRV-42\n\nEthernet adapter Office:\n\n   Description . . . . . . . . . . . : Example Gigabit Adapter\n   IPv4 Address. . . . . . . . . . . : 192.0.2.10(Preferred)\n   IPv4 Address. . . . . . . . . . . : 192.0.2.11(Preferred)\n\nEthernet adapter Backup:\n\n   Description . . . . . . . . . . . : Example Gigabit Adapter #2\n   IPv4 Address. . . . . . . . . . . : 198.51.100.10(Preferred)\n\n`;

const office = [
  "Office|TCP Connection Offload (IPv4)|Disabled|*TCPConnectionOffloadIPv4|{0}",
  "Office|Receive Side Scaling|Enabled|*RSS|{1}",
  "Office|Speed & Duplex|1.0 Gbps Full Duplex|*SpeedDuplex|{6}",
  "Office|Virtual Machine Queues|Disabled|*VMQ|{0}",
  "Office|Large Send Offload V1 (IPv4)|Disabled|*LsoV1IPv4|{0}",
  "Office|Large Send Offload V2 (IPv4)|Enabled|*LsoV2IPv4|{1}",
  "Office|IPv4 Checksum Offload|Rx & Tx Enabled|*IPChecksumOffloadIPv4|{3}",
];

describe("the adapters of a host", () => {
  it("are put together from all captures, each value with its line", async () => {
    const { adapters } = await evidenceIn(`${advanced(...office)}${rss}${ipConfig}`);
    expect(adapters).toMatchObject([
      { name: "Backup", addresses: ["198.51.100.10"], taskOffloads: [] },
      {
        name: "Office",
        addresses: ["192.0.2.10", "192.0.2.11"],
        connectionOffloadIPv4: { value: "disabled", at: [{ line: 5 }] },
        // The cmdlet for it is believed before the list of all properties.
        rss: { value: "disabled", at: [{ text: "Enabled                                         : False" }] },
        vmq: { value: "disabled" },
        speedMbps: { value: 1000 },
        taskOffloads: [
          { property: "Large Send Offload V2 (IPv4)", value: "enabled" },
          { property: "IPv4 Checksum Offload", value: "enabled" },
        ],
      },
    ]);
    expect(adapters?.[1]).not.toHaveProperty("connectionOffloadIPv6");
    expect(adapters?.[0]).not.toHaveProperty("rss");
  });

  it("have the first version of large send offload when they have no other", async () => {
    const { adapters } = await evidenceIn(advanced(...office.filter((row) => !row.includes("V2"))));
    expect(adapters?.[0].taskOffloads[0]).toMatchObject({
      property: "Large Send Offload V1 (IPv4)",
      value: "disabled",
    });
  });

  it("are the same by their descriptions, and whatever the case of their names", async () => {
    const { adapters } = await evidenceIn(
      `${advanced("EXAMPLE GIGABIT ADAPTER|Receive Side Scaling|Enabled|*RSS|{1}")}${ipConfig}`,
    );
    expect(adapters?.map(({ name, addresses }) => [name, addresses.length])).toEqual([
      ["Backup", 1],
      ["EXAMPLE GIGABIT ADAPTER", 2],
    ]);
  });

  it("are unknown when only their addresses are known", async () => {
    expect(await evidenceIn(ipConfig.replaceAll("Gigabit ", ""))).not.toHaveProperty("adapters");
  });

  it.each([
    ["Broadcom BCM5709C NetXtreme II GigE (NDIS VBD Client)", 1000],
    ["Broadcom BCM57711 NetXtreme II 10 GigE", 10_000],
    ["Intel(R) Ethernet 10G 2P X520 Adapter", 10_000],
    ["Intel(R) 82599 10 Gigabit Dual Port Network Connection", 10_000],
    ["QLogic FastLinQ QL41262H 25GbE Adapter", 25_000],
    ["Intel(R) PRO/1000 MT Network Connection", 1000],
    ["Intel(R) PRO/100 S Server Adapter", 100],
    ["Chelsio Network Adapter", undefined],
    ["Microsoft Hyper-V Network Adapter 10G", undefined],
  ])("are as fast as the card %s is called: %s", async (description, speed) => {
    const { adapters } = await evidenceIn(ipConfig.replaceAll(/Example Gigabit Adapter/g, description));
    expect(adapters?.at(-1)?.speedMbps?.value).toBe(speed);
  });

  it("are as fast as their links, where those are printed", async () => {
    const printed =
      "PS C:\\> Get-NetAdapter\n\nName    InterfaceDescription          ifIndex Status MacAddress        LinkSpeed\n----    --------------------          ------- ------ ----------        ---------\nOffice  Example 10 Gigabit Adapter         12 Up     00-00-5E-00-53-01    1 Gbps\n\n";
    const { adapters } = await evidenceIn(printed);
    expect(adapters).toMatchObject([{ name: "Office", speedMbps: { value: 1000 } }]);
  });

  it("have virtual machine queues by the cmdlet for them, which says nothing of receive-side scaling", async () => {
    const printed =
      "PS C:\\> Get-NetAdapterVmq\n\nName    InterfaceDescription  Enabled BaseVmqProcessor MaxProcessors NumberOfReceiveQueues\n----    --------------------  ------- ---------------- ------------- ---------------------\nOffice  Example Adapter       True    0:2              8             30\n\n";
    const { adapters } = await evidenceIn(printed);
    expect(adapters).toMatchObject([{ name: "Office", vmq: { value: "enabled" } }]);
    expect(adapters?.[0]).not.toHaveProperty("rss");
  });
});
