import type { Origin, TestBundle } from "./bundle.ts";
import { hostOutputs, lines, outputs } from "./texts.ts";

const RULE = "-_".repeat(49);

/** What the ClusterInfo script writes: all nodes in one file. */
export function clusterInfo(...nodes: readonly Origin[]): TestBundle {
  return {
    name: "ClusterInfo",
    files: [
      { path: "TCPIP_Netsh_Info.txt", text: nodes.map(netshInfo).join(""), encoding: "ascii" },
      {
        path: "SystemInfo_Info.txt",
        text: nodes.map(({ host }) => reported("SystemInfo", host, hostOutputs.systemInfo(host))).join(""),
        encoding: "ascii",
      },
    ],
  };
}

function netshInfo({ host, language }: Origin): string {
  return (
    reported("Routing Table", host, outputs.other()) +
    reported("Netstat NATO", host, outputs.netstatNato(language)) +
    reported("Netsh tcp show global", host, outputs.tcpGlobal(language)) +
    reported("arp -a", host, outputs.arp()) +
    reported("IPConfig /All", host, hostOutputs.ipConfig(host))
  );
}

const reported = (title: string, host: string, output: string): string =>
  lines(RULE, "", `-                      ${title} Report for NODE:  ${host} `, RULE, "") + output;
