import { chimneyCommand } from "../../facts/commands.ts";
import { everySide } from "../../facts/contradictions.ts";
import { portWorkloads } from "../../facts/port-workloads.ts";
import { source } from "../../facts/sources.ts";
import { offloadedRows } from "../derived.ts";
import { defineRule, restoring, withoutOffloadStates } from "../rule.ts";

const sqlPorts: ReadonlySet<number> = new Set(
  portWorkloads.filter(({ workload }) => workload.startsWith("SQL Server")).flatMap(({ ports }) => ports),
);

export default defineRule({
  id: "sql-server-chimney",
  severity: "info",
  title: "Connections of SQL Server are offloaded",
  rationale:
    "With poor hardware or drivers, Chimney causes general network errors and broken connections for SQL Server. On Server 2003 that was frequent, so there this is a warning; for later versions database replication is named among the workloads that gain from Chimney.",
  falseAlarms:
    "A port only hints at the service: anything may listen on 1433. With current firmware and drivers, and without such errors, nothing needs to be done.",
  remedy: (os) =>
    os === "2008R2"
      ? "If there are such errors: bring BIOS, firmware and driver of the adapter up to date, or turn TCP connection offload off on the adapter."
      : `If there are such errors: bring BIOS, firmware and driver of the adapter up to date, or \`${chimneyCommand("disabled", os)}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("kb942861", "errors"),
    source("kb942861Of2007", "cause"),
    source("itPro", "TCP Chimney Offload, workloads"),
    source("conclusion", "which ports stand for SQL Server"),
  ],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("Offloaded"), os: "2003" }, passes: { text: example("InHost"), os: "2003" } },
  *check({ netstat, os }) {
    if (!netstat.snapshot.hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const groups = netstat.byLocalPort.filter(({ key, offloaded }) => sqlPorts.has(key) && offloaded > 0);
    if (groups.length === 0) return;
    const rows = groups.flatMap(({ key, first }) => {
      const kept = offloadedRows(netstat, "local", key);
      return kept.length > 0 ? kept : [first];
    });
    yield {
      severity: os?.value === "2003" ? "warning" : "info",
      message: `Offloaded connections on ports of SQL Server: ${groups.map(({ key, offloaded }) => `${key}: ${offloaded}`).join(", ")}. Sources disagree. ${everySide("sql-server")}`,
      at: rows,
    };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:1433        198.51.100.7:2012      ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:1433        198.51.100.8:2013      ESTABLISHED     InHost
`;
}
