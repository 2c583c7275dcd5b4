import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { clusterInfo } from "../../support/bundles/cluster-info.ts";

const nodes = [
  { host: "NODE1", language: "en-US" },
  { host: "NODE2", language: "de-DE" },
  { host: "__proto__", language: "en-US" },
] as const;

it("tells the nodes in one file apart, with question marks for the letters that ASCII lacks", async () => {
  const { hosts, report } = await attributed("*/", clusterInfo(...nodes));
  const of = (settings: number): readonly string[] => [
    "TCPIP_Netsh_Info.txt | netstat | 11 | - | - | - | ClusterInfo",
    `TCPIP_Netsh_Info.txt | tcpGlobal | ${settings} | - | - | - | ClusterInfo`,
    "TCPIP_Netsh_Info.txt | ipConfig | 1 | - | - | - | ClusterInfo",
    "SystemInfo_Info.txt | systemInfo | 4 | - | - | - | ClusterInfo",
  ];
  expect(hosts).toEqual(
    Object.fromEntries([
      ["NODE1", of(8)],
      ["NODE2", of(9)],
      ["__proto__", of(8)],
    ]),
  );
  const eligible = report.hosts.map(({ summary }) => summary.eligible?.total);
  expect(eligible).toEqual([6, 6, 6]);
  expect(report.diagnostics).toEqual([]);
});

it.each([
  ["ClusterInfo.zip!TCPIP_Netsh_Info.txt", ""],
  ["renamed.txt", "-_-_-_-_-_\r\n\r\n-                 Winver Report for NODE:  NODE1 \r\n"],
])("%s is of ClusterInfo, and names no host", (name, head) => {
  expect(attribute(name, head)).toEqual({ collector: "ClusterInfo", holdsCaptures: true });
});

it("a sentence about a report is no heading of one", () => {
  expect(attribute("mail.txt", "Here is the Report for NODE: NODE1\r\n")).toBeUndefined();
});
