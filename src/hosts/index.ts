import { diagnostic } from "../../grammar/index.ts";
import { type DiagnosticLog, type NameClaim, note } from "../captures/index.ts";
import { emptyEvidence, type HostEvidence, mergeEvidence } from "./collect.ts";
import { type DecidedHost, decideHosts, placeOfClaim, type Reason } from "./identity/index.ts";
import type { HeldCaptures, HeldLot } from "./lots.ts";

export { type CaptureReport, type ChimneyStatsReport, disagreements, type SettingReport } from "./collect.ts";
export { disagreeing } from "./disagreeing.ts";
export { type AdapterReport, adapterReport } from "./evidence/adapter-report.ts";
export {
  type AdapterFacts,
  type Evidence,
  type EvidencePlace,
  type Fact,
  type KeptCapture,
  type OsReading,
  type Processor,
  placeIn,
} from "./evidence/evidence.ts";
export { type Excerpt, excerptsOf } from "./evidence/excerpts.ts";
export { evidenceOf, type UserContext } from "./evidence/index.ts";
export { type ProcessNames, processNames } from "./evidence/process-names.ts";
export { printedSettings } from "./evidence/settings.ts";
export { addRows, type HeldRows, holdRows, type RowsHost, releaseRows } from "./held-rows.ts";
export { type Ground, grounds } from "./identity/index.ts";
export { addCapture, emptyCaptures, forgetCaptures, type HeldCaptures, type HeldLot } from "./lots.ts";
export { clocks, compareBy, compareMoments, goesBy, inOrderOfTime, type Moment } from "./moments.ts";
export type { OsFloorReport, OsReport } from "./os-band.ts";

/** Everything that names hosts in a run. */
export interface NamesSeen {
  /** By what they say, each once: a console prints its prompt thousands of times. */
  readonly claims: Map<string, NameClaim>;
  readonly collectorClaims: Map<string, NameClaim>;
  /** The name that the user gave. */
  readonly declared: string | null;
}

/** A host with all that was captured of it, and why that is its own. */
export interface KnownHost {
  readonly evidence: HostEvidence;
  readonly lots: readonly HeldLot[];
  /** All forms of the name, as printed; none when nothing names the host. */
  readonly names: readonly string[];
  readonly reasons: readonly Reason[];
}

export function emptyNames(declared: string | null): NamesSeen {
  return { claims: new Map(), collectorClaims: new Map(), declared };
}

export function addName(names: NamesSeen, claim: NameClaim, by: "text" | "collector"): void {
  if (by === "collector") names.collectorClaims.set(claim.source, claim);
  else {
    const key = [claim.source, claim.by, claim.reach, claim.name].join("\n");
    if (!names.claims.has(key)) names.claims.set(key, claim);
  }
}

/** All hosts: the named ones by name, then the nameless ones in the order in which they were read. */
export function allHosts(captures: HeldCaptures, names: NamesSeen, log: DiagnosticLog): KnownHost[] {
  const { hosts, doubts } = decideHosts({
    lots: [...captures.lots.values()],
    claims: [...names.claims.values()],
    collectorClaims: names.collectorClaims,
    declared: names.declared,
  });
  for (const { code, message, source, line } of doubts)
    note(log, source, diagnostic(code, message, { line, column: 1 }));
  return hosts.map((host) => {
    sayJoined(host, log);
    const evidence = mergedEvidence(host.lots.map((lot) => lot.evidence));
    const shown = host.names?.shown ?? null;
    return {
      evidence: { ...evidence, host: shown },
      lots: host.lots,
      names: host.names?.forms ?? [],
      reasons: host.reasons,
    };
  });
}

/** The hosts in their order. Each leaves the list, so that its captures can be let go when the next one is asked for. */
export function* takenFrom(hosts: KnownHost[]): Generator<KnownHost> {
  hosts.reverse();
  for (let host = hosts.pop(); host !== undefined; host = hosts.pop()) yield host;
}

/** In pairs of neighbours, because each merging copies: one after the other would take time with the square of their number. */
function mergedEvidence(parts: readonly HostEvidence[]): HostEvidence {
  const [first = emptyEvidence(null), second] = parts;
  if (second === undefined) return first;
  const middle = Math.ceil(parts.length / 2);
  return mergeEvidence(mergedEvidence(parts.slice(0, middle)), mergedEvidence(parts.slice(middle)));
}

/** What was put together because it lies together is said: it may be of two hosts after all. */
function sayJoined({ names, reasons }: DecidedHost<HeldLot>, log: DiagnosticLog): void {
  const joined = reasons.filter(({ ground }) => ground === "container" || ground === "complementary");
  const sources = [...new Set(joined.map(({ source }) => source))];
  const [first] = sources;
  if (first === undefined || (names === null && sources.length < 2)) return;
  const claim = joined[0]?.claim;
  const message =
    names === null || claim == null
      ? `${sources.join(", ")} name no host and hold different captures: they are read as one host. Pass them one by one if that is wrong, or --host to name it.`
      : `${sources.join(", ")} name no host. They are read as captures of ${names.shown}, the only host named beside them (${placeOfClaim(claim)}). Pass them one by one if that is wrong.`;
  note(log, first, diagnostic("sources-joined", message, { line: 1, column: 1 }));
}
