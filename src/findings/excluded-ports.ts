import type { RegistryValue } from "../../grammar/index.ts";
import { type Evidence, type EvidencePlace, placeIn } from "../hosts/index.ts";

/** The ports that Server 2003 keeps in the host, by the end of the connection that has them. */
export interface ExcludedPorts {
  readonly source: ReadonlySet<number>;
  readonly destination: ReadonlySet<number>;
  readonly at: readonly EvidencePlace[];
}

/** Of a longer list it is not documented which ports count. */
const MOST_PORTS = 12;
const SOURCE = "offloadexcludesourceports";
const DESTINATION = "offloadexcludedestinationports";

/** The ports that count for certain; undefined when the registry was not captured whole or a list is too long. */
export function excludedPorts({ tcpipParameters }: Partial<Evidence>): ExcludedPorts | undefined {
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
