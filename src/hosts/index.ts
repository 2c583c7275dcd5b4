import { diagnostic, type SegmentText } from "../../grammar/index.ts";
import type { AnyCapture } from "../captures/capture.ts";
import { type DiagnosticLog, note } from "../captures/diagnostics.ts";
import type { ReadSnapshot } from "../summary/index.ts";
import { collect, emptyEvidence, type HostEvidence, mergeEvidence } from "./collect.ts";
import { settle } from "./evidence/index.ts";

/** The hosts of a run. Windows does not tell host names apart by case, so neither do the keys; names are untrusted. */
export interface Hosts {
  readonly named: Map<string, HostEvidence>;
  /** Captures that nothing names a host for, by source. */
  readonly unnamed: Map<string, HostEvidence>;
  /** The host of the latest table, which is held until a table of another host comes. */
  holding: HostEvidence | undefined;
}

export function emptyHosts(): Hosts {
  return { named: new Map(), unnamed: new Map(), holding: undefined };
}

/** Folds a capture into the evidence of its host. */
export function addCapture(
  hosts: Hosts,
  capture: AnyCapture,
  text: SegmentText,
  snapshot: ReadSnapshot | undefined,
): void {
  const { host, source } = capture;
  const group = host === null ? hosts.unnamed : hosts.named;
  const key = host === null ? source : host.toUpperCase();
  let evidence = group.get(key);
  if (evidence === undefined) {
    evidence = emptyEvidence(host);
    group.set(key, evidence);
  }
  collect(evidence, capture, text, snapshot);
  if (capture.kind !== "netstat" || hosts.holding === evidence) return;
  if (hosts.holding !== undefined) settle(hosts.holding.forRules);
  hosts.holding = evidence;
}

/** All hosts: the named ones by name, then the unnamed ones in the order of their sources. */
export function allHosts(hosts: Hosts, log: DiagnosticLog): HostEvidence[] {
  const named = [...hosts.named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, evidence]) => evidence);
  return [...named, ...joinUnnamed(hosts.unnamed, log)];
}

/**
 * Sources of one folder, or of one archive, that name no host are read as one host when no kind of capture occurs in two of them: that is
 * how people save the three outputs of one server. Otherwise nothing says which belong together, and each stands alone.
 */
function joinUnnamed(unnamed: ReadonlyMap<string, HostEvidence>, log: DiagnosticLog): HostEvidence[] {
  const folders = new Map<string, [string, HostEvidence][]>();
  for (const entry of unnamed) {
    const folder = /^.*[/!]/s.exec(entry[0])?.[0] ?? "";
    const group = folders.get(folder);
    if (group === undefined) folders.set(folder, [entry]);
    else group.push(entry);
  }
  return [...folders.values()].flatMap((group) => {
    const evidences = group.map(([, evidence]) => evidence);
    if (group.length < 2 || !areComplementary(evidences)) return evidences;
    const sources = group.map(([source]) => source);
    const message = `${sources.join(", ")} name no host and hold different captures: they are read as one host. Pass them one by one if that is wrong, or --host to name it.`;
    note(log, sources[0] ?? "", diagnostic("sources-joined", message, { line: 1, column: 1 }));
    return [evidences.reduce(mergeEvidence)];
  });
}

function areComplementary(evidences: readonly HostEvidence[]): boolean {
  const seen = new Set<string>();
  for (const { captures } of evidences) {
    // A console prints its banner, and with it the version of Windows, into every file that is saved from it.
    const kinds = new Set(captures.map(({ kind }) => kind).filter((kind) => kind !== "systemInfo"));
    for (const kind of kinds) {
      if (seen.has(kind)) return false;
      seen.add(kind);
    }
  }
  return true;
}
