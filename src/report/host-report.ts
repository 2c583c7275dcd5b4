import { diagnostic } from "../../grammar/index.ts";
import { type DiagnosticLog, note } from "../captures/index.ts";
import { features } from "../facts/features.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import {
  actionsOf,
  candidatesOf,
  evaluate,
  rules,
  thresholdsWith,
  type Verdict,
  verdictOf,
} from "../findings/index.ts";
import {
  adapterReport,
  disagreements,
  type Evidence,
  evidenceOf,
  excerptsOf,
  type KnownHost,
  type ProcessNames,
  printedSettings,
  processNames,
  type UserContext,
} from "../hosts/index.ts";
import { type HostSummary, summarize, unableBy, withoutShare } from "../summary/index.ts";
import type { EvidencePlace, Finding, HostReport, OsReport } from "./report.ts";

/** What the user says of the hosts, and the limits of the rules where they are to differ from the usual ones. */
export interface EvaluationOptions extends UserContext {
  readonly thresholds?: Partial<Thresholds>;
}

/** The report of a host from all that was captured of it: the numbers, the verdict and what the rules find. */
export function hostReport(
  { evidence, names, reasons }: Pick<KnownHost, "evidence" | "names" | "reasons">,
  judging: EvaluationOptions,
  log: DiagnosticLog,
): HostReport {
  for (const { source, found } of disagreements(evidence)) note(log, source, found);
  const { host, captures, settings, chimneyStats, connections, forRules } = evidence;
  const counted = summarize(connections, printedSettings(forRules.kept), judging.thresholds?.leastConnections);
  const summary = withProcessNames(counted, processNames(forRules.kept));
  const known = evidenceOf(forRules, summary, judging);
  const verdict = verdictOf(known);
  const findings = findingsOf(known, verdict, judging, { host, source: captures[0]?.source ?? "" }, log);
  const { os, chimneyOffload } = known;
  const unable = unableBy({ band: os?.value, chimney: chimneyOffload?.value, verdict: verdict.code });
  return {
    host,
    identity: {
      names,
      because: reasons.map(({ source, ground, claim }) => ({
        source,
        ground,
        name: claim?.name ?? null,
        by: claim?.by ?? null,
        at: claim === null || claim.line === null ? null : { source: claim.source, line: claim.line },
      })),
    },
    os: osReport(known),
    ...floorReport(known),
    captures,
    features: featuresOf(known),
    summary: unable === undefined ? summary : withoutShare(summary, unable),
    settings,
    chimneyStats,
    ...adaptersOf(known),
    candidates: candidatesOf(known),
    verdict,
    findings,
    actions: actionsOf(findings),
    excerpts: excerptsOf(forRules.kept, known.netstat, citedBy(verdict, findings)),
  };
}

/** Names the processes of the groups whose table prints their ids alone. */
function withProcessNames(summary: HostSummary, names: ProcessNames): HostSummary {
  const table = summary.snapshots[summary.headline ?? -1];
  if (table === undefined || summary.groups === null) return summary;
  const byProcess = summary.groups.byProcess.map((group) => {
    const name = names(Number(group.key), table);
    return name === undefined ? group : { ...group, key: `${group.key} ${name}` };
  });
  return { ...summary, groups: { ...summary.groups, byProcess } };
}

/** The lines that a reader wants to see: those of the answer, then those of what is wrong or doubtful. */
function citedBy({ because }: Verdict, findings: readonly Finding[]): readonly EvidencePlace[] {
  const shown = findings.filter(({ kind }) => kind === "fail" || kind === "review");
  return [...because, ...shown.flatMap(({ evidence }) => evidence)];
}

function osReport(known: Partial<Evidence>): OsReport | null {
  const { osReadings, osBuild, osName, osProduct, osEdition, osServicePack } = known;
  const reading = osReadings?.[0];
  if (reading === undefined) return null;
  return {
    band: reading.band,
    build: osBuild?.value ?? null,
    ...(osName !== undefined && { name: osName.value }),
    ...(osProduct !== undefined && { product: osProduct.value }),
    ...(osEdition !== undefined && { edition: osEdition.value }),
    ...(osServicePack !== undefined && { servicePack: osServicePack.value }),
    basis: reading.basis,
    at: placesOf(reading),
  };
}

function floorReport({ os, osFloor }: Partial<Evidence>): Pick<HostReport, "osFloor"> {
  return os !== undefined || osFloor === undefined
    ? {}
    : { osFloor: { band: osFloor.value, by: osFloor.by, at: placesOf(osFloor) } };
}

function adaptersOf({ adapters }: Partial<Evidence>): Pick<HostReport, "adapters"> {
  return adapters === undefined ? {} : { adapters: adapters.map(adapterReport) };
}

function placesOf({ at }: { readonly at: readonly EvidencePlace[] }): OsReport["at"] {
  return at.map(({ source, line }) => ({ source, line }));
}

function featuresOf(known: Partial<Evidence>): HostReport["features"] {
  return Object.fromEntries(features.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name].value]])));
}

/** A rule that failed is a fault of this program and no matter of the captures: it is told beside them all the same. */
function findingsOf(
  known: Partial<Evidence>,
  verdict: Verdict,
  judging: EvaluationOptions,
  { host, source }: { readonly host: string | null; readonly source: string },
  log: DiagnosticLog,
): readonly Finding[] {
  const { findings, failures } = evaluate(known, rules, {
    thresholds: thresholdsWith(judging.thresholds ?? {}),
    verdict: verdict.code,
    host,
  });
  for (const { rule, message } of failures) {
    const said = `The rule ${rule} failed before it was done: ${message}`;
    note(log, source, diagnostic("rule-failed", said, { line: 1, column: 1 }));
  }
  return findings;
}
