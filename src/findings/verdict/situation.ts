import { blockingFeatures, type Companion, coexistence } from "../../facts/coexistence.ts";
import { type Feature, featureName } from "../../facts/features.ts";
import { type AdapterFacts, disagreeing, type Evidence, type EvidencePlace, placeIn } from "../../hosts/index.ts";
import type { TableEvidence } from "../../summary/index.ts";
import { type Candidates, candidatesOf } from "../candidates.ts";
import { unsetOn2003 } from "../pack-of-2003.ts";
import { tablesOffloadedBefore } from "../refutation.ts";
import { portPolicyOf } from "./port-policy.ts";
import type { Dimension, Situation } from "./situations.ts";

/** A value of one dimension, and the lines that say so: none where something is not known. */
export interface Known<D extends Dimension> {
  readonly value: Situation[D];
  readonly at: readonly EvidencePlace[];
}

/** What is known of a host for its verdict, with the lines it rests on. */
export type KnownSituation = { readonly [D in Dimension]: Known<D> };

/** Fewer than this on their way back are nothing unusual. */
const FEWEST_UPLOADING = 3;

/** Rows quoted of one state. */
const FEW_ROWS = 2;

/** Reads the situation of a host out of its evidence. What is not known stays unknown. */
export function situationOf(evidence: Partial<Evidence>): KnownSituation {
  const { os, netstat } = evidence;
  const isRefuted =
    netstat !== undefined && netstat.snapshot.eligible.offloaded === 0 && tablesOffloadedBefore(netstat).length > 0;
  return {
    chimney: chimneyOf(evidence),
    windows: os === undefined ? { value: "unknown", at: [] } : os,
    statistics: statisticsOf(evidence),
    // What kept every connection in the host would have kept those of the earlier table there too.
    adapter: isRefuted ? adapterOf([]) : adapterOf(evidence.adapters ?? []),
    coexistence: isRefuted ? { value: "unknown", at: [] } : coexistenceOf(evidence),
    portPolicy: portPolicyOf(evidence),
    counts: countsOf(netstat, candidatesOf(evidence)),
    rows: rowsOf(netstat),
  };
}

/** The features that keep all connections of this host in it. */
export function blockersOf(
  evidence: Partial<Evidence>,
): readonly { readonly name: string; readonly at: readonly EvidencePlace[] }[] {
  const band = evidence.os?.value;
  if (band === undefined) return [];
  const features = blockingFeatures(band).flatMap((name) => {
    const fact = evidence[name];
    return fact?.value === "on" ? [{ name: featureName(name), at: fact.at }] : [];
  });
  const { windowsTeams } = evidence;
  if (windowsTeams === undefined || coexistence("inbox-teaming", band)?.verdict !== "blocks") return features;
  return [...features, { name: "NIC teaming of Windows", at: windowsTeams.at.slice(-1) }];
}

/** The features that would keep all connections in the host, but of which nothing is known. */
export function unknownBlockersOf(evidence: Partial<Evidence>): readonly (Companion & Feature)[] {
  const band = evidence.os?.value;
  return band === undefined ? [] : blockingFeatures(band).filter((name) => evidence[name] === undefined);
}

function chimneyOf(evidence: Partial<Evidence>): Known<"chimney"> {
  const { chimneyOffload, tcpGlobal } = evidence;
  const disagreeing = disagreeingStates(evidence);
  if (disagreeing.length > 0) return { value: "disagreeing", at: disagreeing };
  if (chimneyOffload !== undefined) {
    const { value, at } = chimneyOffload;
    const isKnown = value === "enabled" || value === "automatic" || value === "disabled";
    return { value: isKnown ? value : "unknown", at };
  }
  const unset = unsetOn2003(evidence);
  if (unset !== undefined) return { value: "unknown", at: unset.at };
  const listing = tcpGlobal?.at(-1);
  const [first] = listing?.records ?? [];
  // A label that is not known may be the missing one, in a language nobody taught us.
  if (listing === undefined || first === undefined || listing.records.some(({ setting }) => setting === null)) {
    return { value: "unknown", at: [] };
  }
  return { value: "lineMissing", at: [placeIn(listing, first)] };
}

/** A line for each state of Chimney, where commands print several that disagree. */
function disagreeingStates({
  tcpGlobal,
  netOffloadGlobalSetting,
  sqlCheck,
}: Partial<Evidence>): readonly EvidencePlace[] {
  const printed = [...(tcpGlobal ?? []), ...(netOffloadGlobalSetting ?? []), ...(sqlCheck ?? [])].flatMap((capture) =>
    capture.records
      .filter(({ setting }) => setting === "chimneyOffload")
      .map((record) => ({ value: record.value, time: capture.time, phase: capture.phase, capture, record })),
  );
  return disagreeing(printed).map(({ capture, record }) => placeIn(capture, record));
}

function statisticsOf({ chimneyStats }: Partial<Evidence>): Known<"statistics"> {
  const capture = chimneyStats?.at(-1);
  if (capture === undefined) return { value: "missing", at: [] };
  return { value: capture.traits.state, at: [placeIn(capture, capture.records[0] ?? capture)] };
}

/** On as soon as one adapter has it on for one family: what that adapter carries can be offloaded. */
function adapterOf(adapters: readonly AdapterFacts[]): Known<"adapter"> {
  const known = adapters.flatMap(({ connectionOffloadIPv4, connectionOffloadIPv6 }) =>
    [connectionOffloadIPv4, connectionOffloadIPv6].flatMap((fact) => (fact === undefined ? [] : [fact])),
  );
  if (known.length === 0) return { value: "unknown", at: [] };
  const on = known.filter(({ value }) => value === "enabled");
  return { value: on.length > 0 ? "on" : "off", at: (on.length > 0 ? on : known).flatMap(({ at }) => at) };
}

function coexistenceOf(evidence: Partial<Evidence>): Known<"coexistence"> {
  const blockers = blockersOf(evidence);
  if (blockers.length > 0) return { value: "blocked", at: blockers.flatMap(({ at }) => at) };
  const band = evidence.os?.value;
  // Where no document says what blocks, or one of the features is not known of, nothing is known to be clear.
  const asked = band === undefined ? [] : blockingFeatures(band);
  const isClear = asked.length > 0 && unknownBlockersOf(evidence).length === 0;
  return isClear
    ? { value: "notBlocked", at: asked.flatMap((name) => evidence[name]?.at ?? []) }
    : { value: "unknown", at: [] };
}

function countsOf(table: TableEvidence | undefined, candidates: Candidates | null): Known<"counts"> {
  if (table === undefined) return { value: "noTable", at: [] };
  const { snapshot, heading, eligibleInHost } = table;
  const { offloaded, total, ratio } = snapshot.eligible;
  const at = [heading];
  if (!snapshot.hasOffloadState && snapshot.raw.total === 0) return { value: "noColumn", at };
  const isUnread = snapshot.unreadRows !== undefined || snapshot.connections.byOffloadState.unknown > 0;
  if (ratio === null && isUnread) return { value: "rowsUnread", at };
  // Connections that no adapter ever offloads say nothing of this host.
  const isOnlyVirtual = candidates !== null && candidates.setAside.neverOffloaded === total;
  if (total === 0 || isOnlyVirtual) return { value: "noneEligible", at };
  // Too few for a ratio are too few to judge by.
  if (ratio === null) return { value: "tooFew", at };
  if (offloaded === 0) return { value: "noneOffloaded", at: [...at, ...eligibleInHost.slice(0, FEW_ROWS)] };
  return { value: offloaded === total ? "allOffloaded" : "someOffloaded", at };
}

/** More connections are on their way back than stay offloaded: those that are left do not show that Chimney works. */
function isDraining({ snapshot: { eligible, connections } }: TableEvidence): boolean {
  const uploading = Math.min(connections.byOffloadState.uploading, eligible.transitional);
  return uploading >= FEWEST_UPLOADING && uploading > eligible.offloaded + connections.byOffloadState.offloading;
}

function rowsOf(table: TableEvidence | undefined): Known<"rows"> {
  if (table === undefined) return { value: "none", at: [] };
  const { offloaded, offloading, uploading, inHost } = table.examples;
  if (isDraining(table)) return { value: "uploading", at: uploading.slice(0, FEW_ROWS) };
  const working = [...offloaded, ...offloading];
  // The counts are of the whole table, whatever examples of it were kept.
  if (working.length > 0 || table.snapshot.raw.offloaded > 0) {
    return { value: "offloaded", at: working.slice(0, FEW_ROWS) };
  }
  if (uploading.length > 0) return { value: "uploading", at: uploading.slice(0, FEW_ROWS) };
  return { value: "none", at: inHost.slice(0, FEW_ROWS) };
}
