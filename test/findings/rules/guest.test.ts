import { expect, it } from "vitest";
import { type AnalyzeOptions, analyze } from "../../../src/index.ts";
import { allFindings } from "../../../src/reporters/shown.ts";

const system = (maker: string, model: string) =>
  `C:\\>systeminfo\n\nHost Name:                 SRV01\nOS Name:                   Microsoft Windows Server 2008 R2 Standard\nOS Version:                6.1.7601 Service Pack 1 Build 7601\nSystem Manufacturer:       ${maker}\nSystem Model:              ${model}\n\n`;
const nic = (name: string) =>
  `C:\\>ver\n\nMicrosoft Windows [Version 6.1.7601]\n\nC:\\>wmic nic get Index,Name,NetConnectionID,Speed\nIndex  Name${" ".repeat(40)}NetConnectionID  Speed\n7      ${name.padEnd(44)}Office           10000000000\n\n`;
const chimney = (value: string, state: string) => `C:\\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${value}

C:\\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${[1, 2, 3, 4].map((client) => `  TCP    192.0.2.10:445         198.51.100.${client}:50012     ESTABLISHED     ${state}`).join("\n")}

`;

async function messages(text: string, options: AnalyzeOptions = {}) {
  const found = allFindings(await analyze(text, options));
  return found
    .filter(({ rule, kind }) => rule === "guest-without-vm-chimney" && kind === "fail")
    .map(({ message }) => message);
}

it.each([
  ["the model", system("Microsoft Corporation", "Virtual Machine")],
  ["its maker", system("Amazon EC2", "m5.large")],
  ["the adapter of Hyper-V", nic("Microsoft Hyper-V Network Adapter")],
  ["the adapter of another hypervisor", nic("vmxnet3 Ethernet Adapter")],
])("a guest that is known by %s is told why nothing is offloaded", async (_, text) => {
  expect(await messages(text + chimney("enabled", "InHost"))).toEqual([
    expect.stringMatching(/^This is a virtual machine with Chimney enabled/),
  ]);
});

it.each([
  ["a computer of its own", system("Amazon EC2", "m5.metal") + chimney("enabled", "InHost"), {}],
  ["a guest that offloads", chimney("enabled", "Offloaded"), { os: "2008R2", context: ["guest"] }],
  ["one that is declared to be none", chimney("enabled", "InHost"), { os: "2008R2", context: ["no-guest"] }],
] as const)("%s is told nothing", async (_, text, options) => expect(await messages(text, options)).toEqual([]));
