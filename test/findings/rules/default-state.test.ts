import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, analyze } from "../../../src/index.ts";

/** What a rule comes to: its kind, with the severity where it says something. */
async function told(rule: string, text: string, options: AnalyzeOptions = {}): Promise<readonly string[]> {
  const { hosts } = await analyze(text, options);
  return hosts
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.rule === rule)
    .map(({ kind, severity }) => (kind === "fail" || kind === "review" ? `${kind} ${severity}` : kind));
}

const global = (...lines: readonly string[]) =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\n${lines.join("\n")}\n\n`;
const chimney = (state: string) => global(`Chimney Offload State               : ${state}`);

/** Four rows for each address and state: `192.0.2.10 Offloaded`. */
const table = (...groups: readonly string[]) => {
  const rows = groups.flatMap((group) => {
    const [address, state] = group.split(" ");
    return [1, 2, 3, 4].map((at) => {
      const local = `${address?.includes(":") ? `[${address}]` : address}:445`;
      const foreign = address?.includes(":") ? `[2001:db8::${at}]:50012` : `198.51.100.${at}:50012`;
      return `  TCP    ${local.padEnd(22)} ${foreign.padEnd(22)} ESTABLISHED     ${state}`;
    });
  });
  return `C:\\>netstat -nt\n\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           Offload State\n\n${rows.join("\n")}\n`;
};

const bare = (command: string) =>
  `C:\\>${command}\n\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           PID\n  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4\n`;

const system = (pack: number, hotfix: string) =>
  `C:\\>systeminfo\n\nHost Name:                 OLD1\nOS Name:                   Microsoft(R) Windows(R) Server 2003, Standard Edition\nOS Version:                5.2.3790 Service Pack ${pack} Build 3790\nHotfix(s):                 1 Hotfix(s) Installed.\n                           [01]: ${hotfix}\n\n`;

describe("a missing Offload State column", () => {
  it.each([
    ["is an error where Chimney is", bare("netstat -ano"), { os: "2008R2" }, ["fail error"]],
    ["is nothing where there is no Chimney", bare("netstat -ano"), { os: "1709+" }, ["pass"]],
    ["is nothing on 2003 SP1 without the pack", system(1, "KB925902") + bare("netstat -ano"), {}, ["pass"]],
    ["is an error on 2003 SP1 with the pack", system(1, "KB912222") + bare("netstat -ano"), {}, ["fail error"]],
    ["is an error on 2003 SP2", system(2, "KB925902") + bare("netstat -ano"), {}, ["fail error"]],
  ] as const)("%s", async (_, text, options, expected) => {
    expect(await told("offload-column-missing", text, options)).toEqual(expected);
  });

  it("is not answered with the switch that was given", async () => {
    const { hosts } = await analyze(bare("netstat -nato"), { os: "2008R2" });
    const finding = hosts[0]?.findings.find(({ rule }) => rule === "offload-column-missing");
    expect(finding?.remedy).toContain("netstat -nato > netstat.txt");
    expect(finding?.remedy).not.toContain("again with -t");
  });
});

describe("quiet connections", () => {
  const rows = table("192.0.2.10 InHost", "192.0.2.11 Offloaded");

  it.each([
    ["long-lived-port-not-offloaded", "automatic", ["pass"]],
    ["adapter-without-offload", "automatic", ["pass"]],
    ["adapter-without-offload", "enabled", ["fail info"]],
  ] as const)("%s with Chimney %s", async (rule, state, expected) => {
    expect(await told(rule, chimney(state) + rows, { os: "2008R2" })).toEqual(expected);
  });

  const card = (name: string, description: string, ...addresses: readonly string[]) =>
    `\nEthernet adapter ${name}:\n\n   Connection-specific DNS Suffix  . :\n   Description . . . . . . . . . . . : ${description}\n${addresses.map((one) => (one.includes(":") ? `   IPv6 Address. . . . . . . . . . . : ${one}(Preferred)\n` : `   IPv4 Address. . . . . . . . . . . : ${one}(Preferred)\n`)).join("")}`;
  const configured = (...cards: readonly string[]) =>
    `C:\\>ipconfig /all\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : SRV1\n${cards.join("")}\n`;

  it.each([
    ["169.254.1.5", "Microsoft Failover Cluster Virtual Adapter", ["pass"]],
    ["fe80::5", "Contoso Gigabit Adapter", ["pass"]],
    ["2001:0:4137::5", "Contoso Gigabit Adapter", ["pass"]],
    ["192.0.2.10", "Microsoft Failover Cluster Virtual Adapter", ["pass"]],
    ["192.0.2.10", "Fabrikam VPN Adapter", ["pass"]],
    ["192.0.2.10", "Contoso Gigabit Adapter", ["fail info"]],
  ] as const)("of %s on a %s: %s", async (address, description, expected) => {
    const cards = configured(
      card("LAN", "Contoso 10 Gigabit Adapter", "192.0.2.11"),
      card("Other", description, address),
    );
    const text = chimney("enabled") + cards + table(`${address} InHost`, "192.0.2.11 Offloaded");
    expect(await told("adapter-without-offload", text, { os: "2008R2" })).toEqual(expected);
  });

  it("of the IPv6 side of an adapter that offloads IPv4", async () => {
    const cards = configured(card("LAN", "Contoso 10 Gigabit Adapter", "192.0.2.11", "2001:db8::5"));
    const text = chimney("enabled") + cards + table("2001:db8::5 InHost", "192.0.2.11 Offloaded");
    expect(await told("adapter-without-offload", text, { os: "2008R2" })).toEqual(["pass"]);
  });
});

describe("offloads that RSS needs", () => {
  const property = (name: string, keyword: string, value: string) =>
    `Ethernet 1  ${name.padEnd(32)}  ${value.padEnd(14)}  ${keyword.padEnd(26)}  {0}\n`;
  const adapter = (...lines: readonly string[]) =>
    `PS C:\\> Get-NetAdapterAdvancedProperty\n\nName        DisplayName                       DisplayValue    RegistryKeyword             RegistryValue\n----        -----------                       ------------    ---------------             -------------\n${lines.join("")}\n`;

  it.each([
    ["TCP Checksum Offload (IPv4)", "*TCPChecksumOffloadIPv4", ["fail warning"]],
    ["UDP Checksum Offload (IPv4)", "*UDPChecksumOffloadIPv4", ["review warning"]],
    ["Large Send Offload V2 (IPv4)", "*LsoV2IPv4", ["review warning"]],
  ] as const)("%s off: %s", async (name, keyword, expected) => {
    const text = chimney("disabled") + adapter(property(name, keyword, "Disabled"));
    expect(await told("rss-blocked-by-checksum-offload", text, { os: "2012R2" })).toEqual(expected);
  });
});

describe("the SACK fault", () => {
  const hotfixes = (id: string) =>
    `C:\\>wmic qfe get HotFixID,InstalledOn\nHotFixID   InstalledOn\n${id}  3/14/2012\n\n`;

  it.each([
    ["KB2525390", ["pass"]],
    ["KB3125574", ["pass"]],
    ["KB4534310", ["pass"]],
    ["KB2511305", ["review warning"]],
  ] as const)("with %s: %s", async (id, expected) => {
    const text = hotfixes(id) + table("192.0.2.10 Offloaded");
    expect(await told("sack-bug-2525390", text, { os: "2008R2" })).toEqual(expected);
  });
});
