import type { RegistryValue } from "../../../grammar/index.ts";
import { type Evidence, type EvidencePlace, placeIn } from "../../hosts/index.ts";
import type { SidesBy, TableEvidence } from "../../summary/index.ts";

interface PortPolicy {
  readonly value: "excluded" | "none" | "unknown";
  readonly at: readonly EvidencePlace[];
}

interface ExcludedPorts {
  readonly source: ReadonlySet<number>;
  readonly destination: ReadonlySet<number>;
  readonly at: readonly EvidencePlace[];
}

/** Of a longer list it is not documented which ports count. */
const MOST_PORTS = 12;
const SOURCE = "offloadexcludesourceports";
const DESTINATION = "offloadexcludedestinationports";

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

/** The ports that count for certain; undefined when the registry was not captured whole or a list is too long. */
function excludedPorts({ tcpipParameters }: Partial<Evidence>): ExcludedPorts | undefined {
  const capture = tcpipParameters?.at(-1);
  if (capture === undefined) return undefined;
  const lists = capture.records.filter(({ name }) => [SOURCE, DESTINATION].includes(name.toLowerCase()));
  if (lists.length === 0 && !capture.traits.wholeKey) return undefined;
  const portsOf = (name: string) => lists.filter((list) => list.name.toLowerCase() === name).flatMap(portsIn);
  const [source, destination] = [portsOf(SOURCE), portsOf(DESTINATION)];
  if (source.length > MOST_PORTS || destination.length > MOST_PORTS) return undefined;
  return {
    source: new Set(source),
    destination: new Set(destination),
    at: lists.map((list) => placeIn(capture, list)),
  };
}

function portsIn({ value }: RegistryValue): readonly number[] {
  const text = typeof value === "object" ? value.join(" ") : String(value);
  return text
    .split(/[\s,]+/)
    .filter((word) => /^\d{1,5}$/.test(word))
    .map(Number)
    .filter((port) => port >= 1 && port <= 65_535);
}

function connectionsAt(byPort: SidesBy<number>, ports: ReadonlySet<number>): number {
  return byPort.filter(({ key }) => ports.has(key)).reduce((sum, { offloaded, inHost }) => sum + offloaded + inHost, 0);
}
