import type { ConnectionState } from "../../grammar/locales/locale.ts";
import type { Connection } from "../../grammar/netstat.ts";
import type { ConnectionClass, ExclusionReason } from "../report.ts";
import { type Canonical, LOOPBACK } from "./addresses.ts";
import { isOwn, type OwnHost } from "./own-host.ts";

/** What a state means for counting: the reason that excludes its rows, or `open` for connections that carry payload. */
const stages: { readonly [K in ConnectionState]: ExclusionReason | "open" } = {
  LISTENING: "noConnection",
  BOUND: "noConnection",
  CLOSED: "noConnection",
  DELETE_TCB: "noConnection",
  SYN_SENT: "setup",
  SYN_RECEIVED: "setup",
  TIME_WAIT: "timeWait",
  FIN_WAIT_1: "halfClosed",
  FIN_WAIT_2: "halfClosed",
  CLOSE_WAIT: "halfClosed",
  CLOSING: "closing",
  LAST_ACK: "closing",
  ESTABLISHED: "open",
};

/** The same as a map: a state is captured text and may be called `constructor`. */
const stageOf: ReadonlyMap<string, ExclusionReason | "open"> = new Map(Object.entries(stages));

/**
 * The class of each row, in order; `duplicates` are the indices of rows that stand in the table a second time. The
 * offload state never decides about loopback or the same host: a ratio that sorted its rows by their result would only
 * prove itself.
 */
export function classify(
  records: readonly Connection[],
  duplicates: readonly number[],
  own: OwnHost,
  canonical: Canonical,
): ConnectionClass[] {
  let previous = "";
  let local = canonical(previous);
  const classes = records.map((record) => {
    // Tables are sorted by local address, so most rows repeat the one before.
    if (record.localAddress !== previous) {
      previous = record.localAddress;
      local = canonical(previous);
    }
    return classOf(record, local, own, canonical);
  });
  for (const index of duplicates) classes[index] = "duplicate";
  return classes;
}

/** The first reason that applies; the order is part of the definition of the ratio. `local` is the canonical address. */
function classOf(record: Connection, local: string, own: OwnHost, canonical: Canonical): ConnectionClass {
  if (record.protocol !== "TCP") return "notTcp";
  const { offloadState } = record;
  if (offloadState === undefined) return "unknownOffload";
  const stage = stageOf.get(record.state ?? "") ?? "unknownState";
  if (stage === "noConnection" || stage === "setup" || stage === "timeWait") return stage;
  // A socket that listens has no other end, whatever its state is called: two wildcards are not one host.
  const place = record.foreignPort === 0 ? undefined : locality(local, canonical(record.foreignAddress), own);
  if (place !== undefined) return place;
  if (stage !== "open") return stage;
  return offloadState === "inHost" || offloadState === "offloaded" ? "eligible" : "transitional";
}

/** Both tests are certain ones: what is merely suspected to be the same host stays eligible. */
function locality(local: string, foreign: string, own: OwnHost): "loopback" | "sameHost" | undefined {
  if (local === LOOPBACK || foreign === LOOPBACK) return "loopback";
  return local === foreign || isOwn(own, foreign) ? "sameHost" : undefined;
}
