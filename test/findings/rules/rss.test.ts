import { expect, it } from "vitest";
import { type AnalyzeOptions, analyze } from "../../../src/index.ts";
import { allFindings } from "../../../src/reporters/shown.ts";

// Queues, processors and base processors, in every form that prints them; and virtual machine queues beside them.

const global = (rss = "enabled") =>
  `C:\\>netsh int tcp show global\nTCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : ${rss}\n\n`;

interface Card {
  readonly name?: string;
  readonly description?: string;
  readonly enabled?: string;
  readonly queues?: number;
  readonly base?: string;
  readonly processors?: number;
  readonly choice?: readonly number[];
}

const evens = [0, 2, 4, 6, 8, 10, 12, 14];

function listed(...cards: readonly Card[]): string {
  const lists = cards.map(
    ({ name = "LAN", description = "Contoso 10 Gigabit Adapter", enabled = "True", choice = evens, ...card }) =>
      `Name                                            : ${name}
InterfaceDescription                            : ${description}
Enabled                                         : ${enabled}
NumberOfReceiveQueues                           : ${card.queues ?? 8}
BaseProcessor: [Group:Number]                   : ${card.base ?? "0:0"}
MaxProcessors                                   : ${card.processors ?? 8}
RssProcessorArray: [Group:Number/NUMA Distance] : ${choice.map((number) => `0:${number}/0`).join("  ")}
`,
  );
  return `PS C:\\> Get-NetAdapterRss\n\n${lists.join("\n")}\n`;
}

const properties = (...rows: readonly (readonly [keyword: string, shown: string, value: string])[]) =>
  `PS C:\\> Get-NetAdapterAdvancedProperty | Format-List\n\n${rows
    .map(
      ([keyword, shown, value]) =>
        `Name            : LAN\nDisplayName     : ${keyword.slice(1)}\nDisplayValue    : ${shown}\nRegistryKeyword : ${keyword}\nRegistryValue   : {${value}}\n\n`,
    )
    .join("")}`;
const speed = `PS C:\\> Get-NetAdapter | Format-List Name,InterfaceDescription,LinkSpeed\n\nName                 : LAN\nInterfaceDescription : Contoso Adapter\nLinkSpeed            : 10 Gbps\n\n`;

async function told(rule: string, text: string, options: AnalyzeOptions = { os: "2012R2" }) {
  const found = allFindings(await analyze(text, options)).filter((finding) => finding.rule === rule);
  return found.map(({ kind, severity }) => (kind === "fail" || kind === "review" ? `${kind} ${severity}` : kind));
}

it.each([
  ["one queue", global() + listed({ queues: 1 }), ["fail warning"]],
  ["one processor", global() + listed({ processors: 1 }), ["fail warning"]],
  ["two of eight processors", global() + listed({ processors: 2 }), ["fail warning"]],
  ["two of four processors", global() + listed({ processors: 2, choice: [0, 2, 4, 6] }), ["review info"]],
  ["all of two processors", global() + listed({ processors: 2, choice: [0, 2] }), ["pass"]],
  ["enough of both", global() + listed({}), ["pass"]],
  ["one queue below 10 Gbps", global() + listed({ description: "Contoso Gigabit Adapter", queues: 1 }), ["pass"]],
  ["a virtual adapter", global() + listed({ description: "vmxnet3 Ethernet Adapter", queues: 1 }), ["pass"]],
  ["RSS off on the adapter", global() + listed({ enabled: "False", queues: 1 }), ["pass"]],
  ["RSS off in Windows", global("disabled") + listed({ queues: 1 }), ["pass"]],
  ["a keyword's number", global() + properties(["*NumRssQueues", "1 Queue", "1"]) + speed, ["fail warning"]],
  ["a keyword's processors", global() + properties(["*MaxRssProcessors", "2", "2"]) + speed, ["review info"]],
  [
    "a fast adapter of which nothing is printed",
    global() + properties(["*RSS", "Enabled", "1"]) + speed,
    ["notEvaluated"],
  ],
] as const)("too few for the speed: %s", async (_, text, expected) => {
  expect(await told("rss-queues-too-few", text)).toEqual(expected);
});

const four = { queues: 4, processors: 4 };

it.each([
  ["the same four of eight", listed(four, { ...four, name: "SAN" }), ["review info"]],
  ["four each of eight", listed(four, { ...four, name: "SAN", base: "0:8" }), ["pass"]],
  ["eight of eight each, as installed", listed({}, { name: "SAN" }), ["pass"]],
  ["a slow one beside it", listed(four, { ...four, name: "SAN", description: "Contoso Gigabit Adapter" }), ["pass"]],
  ["one that has RSS off", listed(four, { ...four, name: "SAN", enabled: "False" }), ["pass"]],
  ["two that meet in the middle", listed(four, { ...four, name: "SAN", base: "0:6" }), ["review info"]],
  ["the same number in another group", listed(four, { ...four, name: "SAN", base: "1:0" }), ["pass"]],
] as const)("processors of two adapters: %s", async (_, text, expected) => {
  expect(await told("rss-processors-overlap", text)).toEqual(expected);
});

it("reads the base processor of drivers' keywords", async () => {
  const card = (name: string, base: string) =>
    properties(
      ["*RssBaseProcNumber", base, base],
      ["*RssBaseProcGroup", "0", "0"],
      ["*MaxRssProcessors", "4", "4"],
    ).replaceAll(": LAN", `: ${name}`) + speed.replaceAll(": LAN", `: ${name}`);
  expect(await told("rss-processors-overlap", card("LAN", "2") + card("SAN", "4"))).toEqual(["review info"]);
  expect(await told("rss-processors-overlap", card("LAN", "2") + card("SAN", "6"))).toEqual(["pass"]);
});

it("never takes the processors of virtual machine queues for those of RSS", async () => {
  const queues = `PS C:\\> Get-NetAdapterVmq | Format-List\n\nName                             : LAN\nInterfaceDescription             : Contoso 10 Gigabit Adapter\nEnabled                          : True\nBaseVmqProcessor: [Group:Number] : 0:0\nMaxProcessors                    : 1\nNumberOfReceiveQueues            : 1\n\n`;
  expect(await told("rss-queues-too-few", global() + queues)).toEqual(["notEvaluated"]);
});

it("asks a Windows without cmdlets for its registry", async () => {
  const text = `${global()}C:\\>wmic nic get Index,Name,NetConnectionID,Speed\nIndex  Name                        NetConnectionID  Speed\n7      Contoso 10 Gigabit Adapter  LAN              10000000000\n`;
  const found = allFindings(await analyze(text, { os: "2008R2" }));
  for (const rule of ["rss-queues-too-few", "rss-off-on-adapter"])
    expect(found.find((one) => one.rule === rule)?.supply, rule).toEqual([
      expect.stringMatching(/^reg query "HKLM.*Class/),
    ]);
});

const vmq = (enabled: string, description: string) =>
  `PS C:\\> Get-NetAdapterVmq | Format-List\n\nName                  : LAN\nInterfaceDescription  : ${description}\nEnabled               : ${enabled}\nNumberOfReceiveQueues : 31\n\n`;

it.each([
  ["off at 10 Gbps", vmq("False", "Contoso 10 Gigabit Adapter"), ["hyperv"], ["review info"]],
  ["on at 10 Gbps", vmq("True", "Contoso 10 Gigabit Adapter"), ["hyperv"], ["pass"]],
  ["off at 1 Gbps, the default", vmq("False", "Contoso Gigabit Adapter"), ["hyperv"], ["pass"]],
  ["off without Hyper-V", vmq("False", "Contoso 10 Gigabit Adapter"), ["no-hyperv"], ["pass"]],
  ["not captured", listed({}), ["hyperv"], ["notEvaluated"]],
] as const)("virtual machine queues %s", async (_, text, context, expected) => {
  expect(await told("vmq-off-on-adapter", text, { os: "2012R2", context })).toEqual(expected);
});

const old = (driver: string, description: string, chimney?: number) =>
  `C:\\>ver\n\nMicrosoft Windows [Version 5.2.3790]\n\n${chimney === undefined ? "" : `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\n    EnableTCPChimney    REG_DWORD    0x${chimney}\n\n`}C:\\>reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s\n\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\0007\n    DriverDesc    REG_SZ    ${description}\n    DriverVersion    REG_SZ    ${driver}\n    Characteristics    REG_DWORD    0x84\n    *TCPConnectionOffloadIPv4    REG_SZ    1\n    NetCfgInstanceId    REG_SZ    {00000000-1111-2222-3333-000000000007}\n\n`;

it.each([
  ["3.4.10.0", "Broadcom BCM5708C NetXtreme II GigE", 1, ["review warning"]],
  ["3.7.18.9", "HP NC373i Multifunction Gigabit Server Adapter", 1, ["review warning"]],
  ["3.7.19.0", "Broadcom BCM5708C NetXtreme II GigE", 1, ["pass"]],
  ["10.24.0.0", "Broadcom NetXtreme Gigabit Ethernet", 1, ["pass"]],
  ["3.4.10.0", "Contoso Gigabit Adapter", 1, ["pass"]],
  ["3.4.10.0", "Broadcom BCM5708C NetXtreme II GigE", 0, ["pass"]],
  ["3.4.10.0", "Broadcom BCM5708C NetXtreme II GigE", undefined, ["notEvaluated"]],
  ["unknown", "Broadcom BCM5708C NetXtreme II GigE", 1, ["pass"]],
] as const)("driver %s of %s with EnableTCPChimney %s", async (driver, description, chimney, expected) => {
  expect(await told("driver-before-fixes", old(driver, description, chimney), {})).toEqual(expected);
});
