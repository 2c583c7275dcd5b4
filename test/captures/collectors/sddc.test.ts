import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { sddc } from "../../support/bundles/sddc.ts";

const nodes = [
  { host: "NODE1", language: "en-US" },
  { host: "NODE2", language: "de-DE" },
] as const;

it("gives every node its own, and what Get-NetView collected there, three archives deep", async () => {
  const { hosts, report } = await attributed("*.ZIP!", sddc(...nodes));
  const own = [
    "SystemInfo.TXT | systemInfo | 4 | systeminfo | - | 2024-01-15T10:22:00 | SDDC",
    "GetNetOffloadGlobalSetting.txt | netOffloadGlobalSetting | 7 | Get-NetOffloadGlobalSetting | - | 2024-01-15T10:22:00 | SDDC",
    "_netstat.txt | netstat | 7 | netstat -nasert | - | - | Get-NetView",
    "_ipconfig.txt | ipConfig | 1 | ipconfig /allcompartments /all | - | - | Get-NetView",
    "Get-NetOffloadGlobalSetting.txt | netOffloadGlobalSetting | 7 | Get-NetOffloadGlobalSetting | Format-List -Property * | - | - | Get-NetView",
  ];
  expect(hosts).toEqual({ NODE1: own, NODE2: own });
  expect(report.hosts.map(({ host, os }) => [host, os?.band])).toEqual([
    ["NODE1", "2008R2"],
    ["NODE2", "2008R2"],
  ]);
});

it("without Get-NetView shows hosts and their settings, and no table", async () => {
  const bundle = sddc(...nodes);
  const { report } = await attributed("*.ZIP!", { ...bundle, files: bundle.files.filter((file) => "text" in file) });
  expect(report.hosts.map(({ host, summary }) => [host, summary.connections, summary.settings.chimneyOffload])).toEqual(
    [
      ["NODE1", null, "disabled"],
      ["NODE2", null, "disabled"],
    ],
  );
});

it.each([
  [
    "HealthTest-C-1-20240115-1022/Node_N-1_A/GetNetAdapterRss.txt",
    { host: { name: "N-1_A", by: "folder" }, command: "Get-NetAdapterRss", time: "2024-01-15T10:22:00" },
  ],
  ["Mine-20240115-1022.zip!Node_N1/SystemInfo.TXT", { command: "systeminfo", time: "2024-01-15T10:22:00" }],
  ["Node_N1/GetHotFix.txt", { command: "Get-HotFix" }],
  ["HealthTest-CLU1-20240115-1022.ZIP!0_CloudHealthSummary.log", { holdsCaptures: true }],
])("%s is of SDDC", (name, known) => {
  expect(attribute(name, "")).toMatchObject({ collector: "SDDC", ...known });
});

it.each(["Node_12/netstat.txt", "report-20240115-1022.zip!netstat.txt", "SystemInfo.TXT"])(
  "%s is not of SDDC",
  (name) => {
    expect(attribute(name, "")).toBeUndefined();
  },
);
