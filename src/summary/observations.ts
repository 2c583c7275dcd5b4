import type { Connection } from "../../grammar/netstat.ts";
import { portOf } from "../facts/services.ts";
import type { ConnectionClass, Observation } from "../report.ts";
import { type Canonical, isName } from "./addresses.ts";
import { copied } from "./copied.ts";

/** Observations kept of a table; one is enough to look, and a table full of them tells the same. */
const MOST_OBSERVATIONS = 20;

/** Longest text of an address in an observation. */
const LONGEST_ADDRESS = 60;

/** What an offload state other than InHost means in a class that does not lead one to expect it. */
const unexpectedIn: { readonly [K in ConnectionClass]?: Observation["kind"] } = {
  noConnection: "ineligibleStateOffloaded",
  setup: "ineligibleStateOffloaded",
  timeWait: "ineligibleStateOffloaded",
  loopback: "loopbackOffloaded",
  sameHost: "loopbackOffloaded",
};

/** The rows that were sorted against what their offload state suggests, and the suspected ones; the first ones only. */
export function observe(
  records: readonly Connection[],
  classes: readonly ConnectionClass[],
  source: string,
  canonical: Canonical,
): readonly Observation[] {
  const observations: Observation[] = [];
  let mirrored: ((connection: Connection) => boolean) | undefined;
  for (const [index, record] of records.entries()) {
    if (observations.length === MOST_OBSERVATIONS) break;
    const kind = classes[index];
    if (kind === undefined) continue;
    if (kind === "eligible" || kind === "transitional") {
      if (!isName(canonical(record.foreignAddress))) continue;
      mirrored ??= mirrorTest(records);
      if (mirrored(record)) observations.push(observation("sameHostSuspected", record, source));
    } else if (record.offloadState !== "inHost") {
      const unexpected = unexpectedIn[kind];
      if (unexpected !== undefined) observations.push(observation(unexpected, record, source));
    }
  }
  return observations;
}

/** True for a connection whose two ports stand the other way round in another row, as the two ends of one connection do. */
function mirrorTest(records: readonly Connection[]): (connection: Connection) => boolean {
  const rows = new Map<string, number>();
  for (const { protocol, localPort, foreignPort } of records) {
    if (protocol !== "TCP") continue;
    const pair = portPair(localPort, foreignPort);
    rows.set(pair, (rows.get(pair) ?? 0) + 1);
  }
  return ({ localPort, foreignPort }) => {
    const mirrors = rows.get(portPair(foreignPort, localPort)) ?? 0;
    return mirrors > (portOf(localPort) === portOf(foreignPort) ? 1 : 0);
  };
}

function portPair(one: number | string, other: number | string): string {
  return `${portOf(one)} ${portOf(other)}`;
}

function observation(kind: Observation["kind"], record: Connection, source: string): Observation {
  const local = endpoint(record.localAddress, record.localPort);
  const foreign = endpoint(record.foreignAddress, record.foreignPort);
  const text = `${record.protocol} ${local} → ${foreign} ${record.state ?? "without state"} ${record.offloadState}`;
  return { source, line: record.line, kind, text: copied(text) };
}

function endpoint(address: string, port: number | string): string {
  const short = address.length > LONGEST_ADDRESS ? `${address.slice(0, LONGEST_ADDRESS)}…` : address;
  return address.includes(":") ? `[${short}]:${port}` : `${short}:${port}`;
}
