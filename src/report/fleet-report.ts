import { diagnostic } from "../../grammar/index.ts";
import { type DiagnosticLog, note } from "../captures/index.ts";
import { evaluateFleet, type FleetHost, thresholdsWith } from "../findings/index.ts";
import { hostEntry } from "./host-entry.ts";
import type { EvaluationOptions } from "./host-report.ts";
import type { FleetFindings, HostReport } from "./report.ts";

/** What comes of laying the hosts of a run side by side; null where there is nothing to compare with. */
export function fleetReport(
  hosts: readonly HostReport[],
  judging: EvaluationOptions,
  log: DiagnosticLog,
): FleetFindings | null {
  if (hosts.length < 2) return null;
  const thresholds = thresholdsWith(judging.thresholds ?? {});
  const { findings, failures } = evaluateFleet(hosts.map(fleetHost), { thresholds });
  for (const { rule, message } of failures) {
    const said = `The rule ${rule} failed before it was done: ${message}`;
    note(log, hosts[0]?.captures[0]?.source ?? "", diagnostic("rule-failed", said, { line: 1, column: 1 }));
  }
  return { findings };
}

/** Of what was read from an archive, the archive is the bundle; of a folder that was unpacked nothing says where it ends. */
export function fleetHost(report: HostReport): FleetHost {
  const [archive = "", ...members] = (report.captures[0]?.source ?? "").split("!");
  return { ...hostEntry(report, new Map()), bundle: members.length === 0 ? null : archive };
}
