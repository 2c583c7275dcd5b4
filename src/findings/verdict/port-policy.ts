import type { Evidence, EvidencePlace } from "../../hosts/index.ts";
import type { SidesBy, TableEvidence } from "../../summary/index.ts";
import { excludedPorts } from "../excluded-ports.ts";

interface PortPolicy {
  readonly value: "excluded" | "none" | "unknown";
  readonly at: readonly EvidencePlace[];
}

const unknown: PortPolicy = { value: "unknown", at: [] };

/**
 * Whether lists of ports keep all eligible connections in the host. Of Server 2003 the registry tells it; of later
 * versions only the absence of entries tells something, because what their entries mean is documented nowhere.
 */
export function portPolicyOf(evidence: Partial<Evidence>): PortPolicy {
  const { os, netstat, chimneyPorts, chimneyApplications } = evidence;
  if (os?.value === "2003") return netstat === undefined ? unknown : policyOf2003(evidence, netstat);
  const tables = [chimneyPorts?.at(-1), chimneyApplications?.at(-1)];
  // An answer that is no table or list says nothing about entries.
  const isEmpty = tables.every(
    (table) => (table?.traits.state === "table" || table?.traits.state === "list") && table.records.length === 0,
  );
  return isEmpty ? { value: "none", at: [] } : unknown;
}

function policyOf2003(evidence: Partial<Evidence>, table: TableEvidence): PortPolicy {
  const excluded = excludedPorts(evidence);
  if (excluded === undefined) return unknown;
  const { total } = table.snapshot.eligible;
  const covered = [
    connectionsAt(table.byLocalPort, excluded.source),
    connectionsAt(table.byForeignPort, excluded.destination),
  ];
  // A connection may be excluded by either end, and which ones are is not kept: all by one list is certain.
  if (total > 0 && covered.includes(total)) return { value: "excluded", at: excluded.at };
  return covered.every((count) => count === 0) ? { value: "none", at: excluded.at } : unknown;
}

function connectionsAt(byPort: SidesBy<number>, ports: ReadonlySet<number>): number {
  return byPort.filter(({ key }) => ports.has(key)).reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
}
