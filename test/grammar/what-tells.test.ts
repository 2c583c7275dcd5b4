import { describe, expect, it } from "vitest";
import { type CaptureKind, grammars } from "../../grammar/index.ts";

const kindsOf = (command: string) => grammars.filter((grammar) => grammar.answers(command)).map(({ kind }) => kind);
const grammarOf = (kind: CaptureKind) => grammars.find((grammar) => grammar.kind === kind);

/** The kinds that know a line without any command above it. */
const claims = (line: string) =>
  grammars.flatMap(({ kind, landmark }) => {
    const mark = landmark(line, { command: null });
    return mark === undefined ? [] : [`${kind} ${mark}`];
  });

/** What msinfo32 prints begins with the system; its adapters come far below. */
const withinOthers: ReadonlyMap<CaptureKind, CaptureKind> = new Map([["msinfoAdapters", "systemInfo"]]);

describe("every kind of capture", () => {
  it.each(grammars.map(({ kind, command }) => [kind, command]))("%s is what %s prints", (kind, command) => {
    const first = withinOthers.get(kind) ?? kind;
    expect(kindsOf(command)).toEqual([first]);
    expect(kindsOf(`${command} `)).toEqual([first]);
    expect(kindsOf(`x${command}`)).toEqual([]);
    expect(kindsOf("")).toEqual([]);
  });

  it.each(grammars.map(({ kind, title, words }) => [kind, title, words] as const))(
    "%s has a title for messages, and words that are in no other file",
    (_, title, words) => {
      expect(title).toMatch(/^(?:an?|the|what) \w/);
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) {
        expect([word, /^[\x20-\x7e]+$/.test(word), word === word.toLowerCase()]).toEqual([word, true, true]);
        // An empty one would be found in every file.
        expect([word, word.trim() !== ""]).toEqual([word, true]);
      }
    },
  );
});

/** What PowerShell's cmdlets print that nothing else does: the class of the objects, and names of properties. */
const cmdlets: readonly (readonly [kind: CaptureKind, of: string, labels: string])[] = [
  [
    "netAdapter",
    "MSFT_NetAdapter",
    "LinkSpeed DriverInformation DriverFileName NdisVersion InterfaceOperationalStatus MediaConnectionState",
  ],
  [
    "netAdapterAdvancedProperty",
    "MSFT_NetAdapterAdvancedPropertySettingData",
    "RegistryKeyword RegistryValue DisplayValue ValidDisplayValues ValidRegistryValues",
  ],
  [
    "netAdapterChecksumOffload",
    "MSFT_NetAdapterChecksumOffloadSettingData",
    "IpIPv4Enabled TcpIPv4Enabled TcpIPv6Enabled UdpIPv4Enabled UdpIPv6Enabled",
  ],
  [
    "netAdapterLso",
    "MSFT_NetAdapterLsoSettingData",
    "V1IPv4Enabled V2IPv4Enabled V2IPv6Enabled MaximumLsoVersionSupported LargeSendOffloadV1HardwareCapabilities " +
      "LargeSendOffloadV2HardwareCapabilities",
  ],
  [
    "netAdapterRsc",
    "MSFT_NetAdapterRscSettingData",
    "IPv4OperationalState IPv6OperationalState IPv4FailureReason IPv6FailureReason RscHardwareCapabilities",
  ],
  ["netAdapterRss", "MSFT_NetAdapterRssSettingData", "RssProcessorArray IndirectionTable"],
  [
    "netAdapterVmq",
    "MSFT_NetAdapterVmqSettingData",
    "BaseVmqProcessor BaseVmqProcessorNumber MaxVmqProcessor MaxVmqProcessorNumber",
  ],
  [
    "netTcpSetting",
    "MSFT_NetTCPSetting",
    "MinRto InitialCongestionWindow DelayedAckTimeout InitialRto CongestionProvider CwndRestart DelayedAckFrequency " +
      "MemoryPressureProtection AutoTuningLevelLocal AutoTuningLevelGroupPolicy AutoTuningLevelEffective " +
      "ScalingHeuristics DynamicPortRangeStartPort DynamicPortRangeNumberOfPorts AutomaticUseCustom " +
      "AutoReusePortRangeStartPort AutoReusePortRangeNumberOfPorts",
  ],
  ["lbfoTeam", "MSFT_NetLbfoTeam", "TeamingMode LoadBalancingAlgorithm TeamNics"],
];

describe("the output of a cmdlet", () => {
  it.each(cmdlets)("%s is known by its class %s and by each of its own properties", (kind, of, labels) => {
    const type = `#TYPE Microsoft.Management.Infrastructure.CimInstance#root/standardcimv2/${of}`;
    expect(claims(type)).toEqual([`${kind} title`]);
    const words = grammarOf(kind)?.words ?? [];
    for (const label of labels.split(" ")) {
      expect([label, claims(`${label.padEnd(30)} : x`)]).toEqual([label, [`${kind} record`]]);
      expect([label, claims(`${label.toUpperCase()} : x`)]).toEqual([label, [`${kind} record`]]);
      expect([label, claims(`"${label}": "x",`)]).toEqual([label, [`${kind} record`]]);
      expect([label, claims(`X${label} : x`)]).toEqual([label, []]);
      expect([label, words.includes(label.toLowerCase())]).toEqual([label, true]);
    }
  });

  it.each<[CaptureKind, string]>([
    ["netAdapterRss", "RssProcessorArray: [Group:Number/NUMA Distance] : 0:0/0"],
    ["netAdapterRss", "IndirectionTable: [Group:Number] : 0:0"],
    ["netAdapterRss", "BaseProcessor: [Group:Number] : 0:0"],
    ["netAdapterRss", "MaxProcessor: [Group:Number] : 0:0"],
    ["netAdapterVmq", "BaseVmqProcessor: [Group:Number] : 0:0"],
    ["netAdapterVmq", "MaxVmqProcessor: [Group:Number] : 0:0"],
    ["netTcpSetting", "MinRto(ms) : 300"],
    ["netTcpSetting", "InitialCongestionWindow(MSS) : 10"],
    ["netTcpSetting", "DelayedAckTimeout(ms) : 10"],
    ["netTcpSetting", "InitialRto(ms) : 1000"],
  ])("%s is known by %s", (kind, line) => {
    expect(claims(line)).toEqual([`${kind} record`]);
  });

  it.each<[CaptureKind, string]>([
    ["netAdapterRss", "Name  Enabled NumberOfReceiveQueues"],
    ["netAdapterRsc", "Name  IPv4Enabled IPv6Enabled IPv4Operational IPv6Operational"],
    ["netAdapterRsc", "Name  IPv6Operational"],
    ["netAdapter", "Name  Status LinkSpeed"],
  ])("%s is known by the titles %s", (kind, line) => {
    expect(claims(line)).toContain(`${kind} heading`);
    expect(claims(line.replace(/\S+$/, "Frotz"))).not.toContain(
      `${kind} heading`.replace("netAdapterRsc", line.includes("IPv4Operational") ? "-" : "netAdapterRsc"),
    );
  });

  it.each(cmdlets)("%s has any line of a list when its cmdlet was called", (kind) => {
    const grammar = grammarOf(kind);
    const mark = (line: string, command: string | null) => grammar?.landmark(line, { command });
    const command = grammar?.command ?? "";
    expect(mark("Frotz : x", command)).toBe("record");
    expect(mark("Frotz : x", null)).toBeUndefined();
    expect(mark("Frotz : x", "hostname")).toBeUndefined();
    expect(mark("Name  Frotz", command)).toBe("heading");
    expect(mark("Name  Frotz", null)).toBeUndefined();
    expect(mark("Frotz  Plugh", command)).toBeUndefined();
    expect(mark("some words", command)).toBeUndefined();
  });
});

/** What classes of WMI have, by wmic and by cmdlets. */
const classes: readonly (readonly [kind: CaptureKind, command: string, labels: string, others: string])[] = [
  [
    "wmicNic",
    "wmic nic get Name",
    "NetConnectionID NetEnabled NetConnectionStatus NdisLinkSpeed",
    "Name Description InstanceName Speed Index DeviceID GUID MACAddress",
  ],
  [
    "wmicNicConfig",
    "wmic nicconfig get Index",
    "IPEnabled IPSubnet SettingID DHCPEnabled DefaultIPGateway IPConnectionMetric",
    "Description Caption MACAddress IPAddress Index",
  ],
];

describe("the objects of a class of WMI", () => {
  it.each(classes)("%s (%s) are known by %s, and %s once they were asked for", (kind, command, labels, others) => {
    const grammar = grammarOf(kind);
    const mark = (line: string, asked: string | null) => grammar?.landmark(line, { command: asked });
    for (const label of labels.split(" ")) {
      expect([label, mark(`${label}=x`, null), mark(`${label} : x`, null)]).toEqual([label, "record", "record"]);
      expect([label, mark(`Frotz  ${label}`, null)]).toEqual([label, "heading"]);
      expect([label, grammar?.words.includes(label.toLowerCase())]).toEqual([label, true]);
    }
    for (const label of others.split(" ")) {
      expect([label, mark(`${label}=x`, null), mark(`${label}=x`, command)]).toEqual([label, undefined, "record"]);
      expect([label, mark(`Frotz  ${label}`, command)]).toEqual([label, "heading"]);
    }
    expect([mark("Frotz=x", command), mark("Frotz  Plugh", command)]).toEqual([undefined, undefined]);
  });

  it.each<[CaptureKind, string, string, string]>([
    [
      "wmicNic",
      "Name NetConnectionID",
      "NetConnectionID Speed NdisLinkSpeed Index DeviceID GUID MACAddress",
      "AdapterType",
    ],
    ["wmicNic", "Description NetConnectionID", "NetConnectionID Speed", "Description"],
    ["wmicNic", "InstanceName NdisLinkSpeed", "NdisLinkSpeed", "Active"],
    ["wmicNicConfig", "Description SettingID", "IPAddress IPEnabled Caption Index SettingID MACAddress", "DNSDomain"],
    ["wmicNicConfig", "Caption SettingID", "Caption SettingID", "DNSDomain"],
  ])("%s are named by the first of %s, and keep %s, not %s", (kind, names, kept, dropped) => {
    const labels = [...new Set([...names.split(" "), ...kept.split(" "), dropped])];
    const text = labels.map((label) => `${label}=value of ${label}\n`).join("");
    const read = grammarOf(kind)?.read({ text, runs: [{ ordinal: 0, line: 1 }] }, { command: null });
    const records = (read?.records ?? []) as readonly {
      readonly adapter: string;
      readonly property: string;
      readonly value: string;
    }[];
    expect(new Set(records.map(({ adapter }) => adapter))).toEqual(new Set([`value of ${names.split(" ")[0]}`]));
    expect(records.map(({ property }) => property).sort()).toEqual(kept.split(" ").sort());
    expect(records.every(({ property, value }) => value === `value of ${property}`)).toBe(true);
  });
});
