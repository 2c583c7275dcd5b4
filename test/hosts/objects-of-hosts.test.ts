import { describe, expect, it } from "vitest";
import { analyze, type HostReport } from "../../src/index.ts";

/** Rows of Get-NetTCPConnection: host, local address, foreign port, offload state. */
const rows = [
  ["APP31", "192.0.2.31", "50001", "Offloaded"],
  ["APP32", "192.0.2.32", "50002", "InHost"],
  ["APP31", "192.0.2.31", "50003", "InHost"],
] as const;

type Row = (typeof rows)[number];

/** What PowerShell adds to an object that came from another computer. */
const added = (host: string) => ({
  PSComputerName: host,
  RunspaceId: "6f7c1e9e-0000-4000-8000-000000000001",
  PSShowComputerName: "True",
});

const propertiesOf = ([host, LocalAddress, RemotePort, OffloadState]: Row): Readonly<Record<string, string>> => ({
  State: "Established",
  OffloadState,
  ...added(host),
  LocalAddress,
  LocalPort: "1433",
  RemoteAddress: "198.51.100.7",
  RemotePort,
});

const titles = Object.keys(propertiesOf(rows[0]));

function tableOf(objects: readonly Readonly<Record<string, string>>[]): string {
  const lines = [titles, titles.map((title) => "-".repeat(title.length)), ...objects.map(Object.values)];
  return `${lines
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(38))
        .join("")
        .trimEnd(),
    )
    .join("\n")}\n`;
}

const listOf = (objects: readonly Readonly<Record<string, string>>[]) =>
  `${objects
    .map((object) =>
      Object.entries(object)
        .map(([label, value]) => `${label.padEnd(18)} : ${value}\n`)
        .join(""),
    )
    .join("\n")}\n`;

const csvOf = (objects: readonly Readonly<Record<string, string>>[]) =>
  [titles, ...objects.map(Object.values)].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");

const clixmlOf = (objects: readonly Readonly<Record<string, string>>[]) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${objects
    .map((object, at) => {
      const properties = Object.entries(object).map(([label, value]) => `      <S N="${label}">${value}</S>`);
      return `  <Obj RefId="${at}">\n    <MS>\n${properties.join("\n")}\n    </MS>\n  </Obj>\n`;
    })
    .join("")}</Objs>\n`;

const forms = {
  "a table": tableOf,
  "a list": listOf,
  CSV: csvOf,
  JSON: (objects: readonly unknown[]) => JSON.stringify(objects, null, 4),
  "JSON in one line": (objects: readonly unknown[]) => JSON.stringify(objects),
  CLIXML: clixmlOf,
} as const;

const connectionsOf = ({ host, summary }: HostReport) => [
  host,
  summary.connections?.byOffloadState.offloaded,
  summary.connections?.byOffloadState.inHost,
];

it.each(Object.entries(forms))("%s of two computers is two hosts with the rows of each", async (_, print) => {
  const { hosts, diagnostics } = await analyze(print(rows.map(propertiesOf)));
  expect(hosts.map(connectionsOf)).toEqual([
    ["APP31", 1, 1],
    ["APP32", 0, 1],
  ]);
  expect(diagnostics).toEqual([]);
});

it.each([
  ["the services", "Name,Status,DisplayName", "IpNat,Running,NAT"],
  ["templates", "SettingName,CongestionProvider,AutoTuningLevelLocal", "Internet,CTCP,Normal"],
  ["settings", "ReceiveSideScaling,Chimney,TaskOffload", "Enabled,Disabled,Enabled"],
  ["adapters", "Name,InterfaceDescription,LinkSpeed,DriverInformation", "LAN,Card,1 Gbps,x"],
  ["keywords", "Name,DisplayName,DisplayValue,RegistryKeyword,RegistryValue", "LAN,RSS,Enabled,*RSS,1"],
  ["versions of Windows", "Caption,Version,BuildNumber", "Microsoft Windows Server 2016,10.0.14393,14393"],
])("%s of two computers are of two hosts", async (_, names, values) => {
  const cells = (text: string) => text.split(",").map((cell) => `"${cell}"`);
  const lines = [
    [...cells(names), '"PSComputerName"'],
    [...cells(values), '"APP31"'],
    [...cells(values), '"APP32"'],
  ];
  const { hosts } = await analyze(`${lines.map((line) => line.join(",")).join("\n")}\n`);
  expect(hosts.map(({ host, captures }) => [host, captures.length])).toEqual([
    ["APP31", 1],
    ["APP32", 1],
  ]);
  expect(hosts[0]?.captures[0]?.records).toBe(hosts[1]?.captures[0]?.records);
});

it("is the node of wmic's CSV", async () => {
  const { hosts } = await analyze(
    "Node,Name,NetConnectionID,Speed\nAPP31,Card,LAN,1000000000\nAPP32,Card,LAN,1000000000\n",
  );
  expect(hosts.map(({ host, captures }) => [host, captures[0]?.records])).toEqual([
    ["APP31", 2],
    ["APP32", 2],
  ]);
});

it.each(["SystemName", "MachineName", "__SERVER", "ComputerName", "Computer"])(
  "%s names the computer too",
  async (label) => {
    const object = (host: string) => `${label} : ${host}\nChimney : Disabled\nTaskOffload : Enabled\n\n`;
    const { hosts } = await analyze(object("APP31") + object("APP32"));
    expect(hosts.map(({ host }) => host)).toEqual(["APP31", "APP32"]);
  },
);

it.each(["", ".", "localhost", "APP3..."])("%j in PSComputerName names nobody", async (name) => {
  const { hosts } = await analyze(`Chimney : Disabled\nTaskOffload : Enabled\nPSComputerName : ${name}\n`);
  expect(hosts.map(({ host }) => host)).toEqual([null]);
});

it("takes the name of a computer before the address it was reached by", async () => {
  const object = "PSComputerName : 192.0.2.31\nSystemName : APP31\nChimney : Disabled\n";
  expect((await analyze(object)).hosts.map(({ host }) => host)).toEqual(["APP31"]);
});

it("is not told from a server at the other end", async () => {
  const object = listOf([{ ...propertiesOf(rows[0]), PSComputerName: "", Host: "client-7" }]);
  expect((await analyze(object)).hosts.map(({ host }) => host)).toEqual([null]);
});

it("properties behind a blank line are of the object above them", async () => {
  const list = rows.map(([host, local, port, state]) => {
    const own = `LocalAddress : ${local}\nLocalPort : 1433\nRemoteAddress : 198.51.100.7\nRemotePort : ${port}\n`;
    return `${own}OffloadState : ${state}\n\nPSComputerName : ${host}\n\n`;
  });
  expect((await analyze(list.join(""))).hosts.map(connectionsOf)).toEqual([
    ["APP31", 1, 1],
    ["APP32", 0, 1],
  ]);
});

describe("a column that people add to connections", () => {
  const csv = (title: string, lines: readonly (readonly string[])[]) =>
    [
      `LocalAddress,LocalPort,RemoteAddress,RemotePort,OffloadState,${title}`,
      ...lines.map((cells) => cells.join(",")),
    ].join("\n");
  const line = (host: string, local: string, remote: string, port: string) => [
    local,
    "445",
    remote,
    port,
    "InHost",
    host,
  ];

  it.each(["Server", "Host", "ComputerName", "Rechner", "Nom de l'ordinateur", "サーバー名"])("%s", async (title) => {
    const all = rows.map(([host, local, port]) => line(host, local, "198.51.100.7", port));
    const { hosts } = await analyze(csv(`"${title}"`, all));
    expect(hosts.map(({ host, summary }) => [host, summary.connections?.total])).toEqual([
      ["APP31", 2],
      ["APP32", 1],
    ]);
  });

  it("is of this computer where one has several others at the other end", async () => {
    const all = [line("APP31", "192.0.2.31", "198.51.100.7", "1"), line("APP31", "192.0.2.31", "198.51.100.8", "2")];
    expect((await analyze(csv("Server", all))).hosts.map(({ host }) => host)).toEqual(["APP31"]);
  });

  it.each([
    ["each address there has its own name", ["198.51.100.7", "198.51.100.8"], ["APP31", "APP32"]],
    ["nothing tells which end it is of", ["198.51.100.7", "198.51.100.7"], ["APP31", "APP31"]],
  ])("is of the other end where %s", async (_, remotes, names) => {
    const all = remotes.map((remote, at) => line(names[at] ?? "", "192.0.2.31", remote, String(at + 1)));
    expect((await analyze(csv("Server", all))).hosts.map(({ host }) => host)).toEqual([null]);
  });
});
