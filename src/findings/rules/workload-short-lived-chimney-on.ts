import { chimneyCommand, showCommands } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import { workloadOf } from "../../facts/port-workloads.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "workload-short-lived-chimney-on",
  severity: "info",
  title: "Chimney is enabled where most connections are those of Web, mail or directory services",
  rationale:
    "Handing a connection over takes work, and a short connection ends before it pays off. Web and mail servers might see no benefit from Chimney. Server 2003 to 2012 R2; sources disagree on Web servers.",
  falseAlarms:
    "A port only hints at the service behind it, and the list is our own. Reverse proxies and HTTP keep-alive keep connections open for long. Nothing breaks: this is only about benefit.",
  remedy: (os) =>
    os === "2008R2"
      ? `Measure with and without. To let Windows choose: \`${chimneyCommand("automatic", os)}\`.`
      : `Measure with and without. To leave it off: \`${chimneyCommand("disabled", os)}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("itPro", "TCP Chimney Offload, workloads"),
    source("cableGuy", "introduction"),
    source("conclusion", "which ports stand for a service, and what is most"),
  ],
  appliesTo: ["2003", "2008", "2008R2", "2012", "2012R2"],
  needs: ["chimneyOffload", "netstat"],
  impliedBy: [
    "coexist-nlb",
    "coexist-nat-ics",
    "coexist-hyperv-2008",
    "coexist-firewall-2003",
    "rras-leftover-ipnat-2003",
    "os-chimney-on-nic-off",
    "chimney-enabled-2003",
    "chimney-enabled-2008",
    "chimney-enabled-2008r2",
    "chimney-enabled-2012",
  ],
  examples: { fails: { text: example(443), os: "2008" }, passes: { text: example(445), os: "2008" } },
  *check({ chimneyOffload, netstat }, { thresholds }) {
    if (chimneyOffload.value !== "enabled") return;
    const { eligible, hasOffloadState } = netstat.snapshot;
    const at = [netstat.heading, ...chimneyOffload.at];
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (eligible.total === 0)
      yield undecided("there is no eligible connection to judge by", at, showCommands.connections);
    if (eligible.total === 0) return;
    const short = netstat.byServicePort.filter(({ key }) => workloadOf(key)?.class === "short");
    const count = short.reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
    if (count <= eligible.total * thresholds.shortLivedShare) return;
    const ports = short.map(
      ({ key, offloaded, inHost }) => `${key} (${workloadOf(key)?.workload}): ${offloaded + inHost}`,
    );
    if (eligible.total < thresholds.connectionsForShares)
      yield undecided(
        `${count} of ${eligible.total} eligible connections are on ports of short connections, too few to judge a workload by`,
        at,
        showCommands.connections,
      );
    else
      yield {
        message: `Chimney is enabled, and ${count} of ${eligible.total} eligible connections are on ports whose connections are usually short: ${ports.join(", ")}. They might gain nothing. ${everySide("web-servers")}`,
        at: [...short.slice(0, 3).map(({ first }) => first), ...chimneyOffload.at],
      };
  },
});

function example(port: number): string {
  const rows = Array.from(
    { length: 30 },
    (_, row) =>
      `  TCP    192.0.2.10:${port}         198.51.100.${row + 7}:50012${row < 3 ? " " : ""}    ESTABLISHED     InHost`,
  );
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

${rows.join("\n")}
`;
}
