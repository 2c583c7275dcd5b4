import { everySide } from "../../facts/contradictions.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "tcpip-statistics-double-count-2003",
  severity: "info",
  title: "TCP/IP statistics of Server 2003 with Chimney disabled may count twice",
  rationale:
    "This is an open issue of the Scalable Networking Pack on Server 2003: if the hardware can offload and Chimney is turned off in the registry or by netsh, TCP/IP statistics (`netstat -s`) are counted twice. Another document says that statistics are not affected, so doubt them, but do not correct them.",
  falseAlarms:
    "Adapters that can't offload are not affected. Neither is the table of connections, nor any number taken from it here.",
  remedy:
    "Use the counters of Performance Monitor or of the switch instead of `netstat -s`. Nothing needs to be changed on the host.",
  references: [source("kb912222", "open issues"), source("cableGuy", "TCP Chimney Offload Design")],
  appliesTo: ["2003"],
  needs: ["chimneyOffload", "statistics"],
  examples: {
    fails: { text: example(0), os: "2003", context: ["statistics"] },
    passes: { text: example(1), os: "2003", context: ["statistics"] },
  },
  *check({ chimneyOffload, statistics }) {
    if (chimneyOffload.value !== "disabled" || statistics.value !== "on") return;
    yield {
      kind: "review",
      message: `Chimney is disabled on Server 2003, and TCP/IP statistics are used (from --context): if the adapter can offload, they may be counted twice. ${everySide("statistics-2003")}`,
      at: [...chimneyOffload.at, ...statistics.at],
    };
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
`;
}
