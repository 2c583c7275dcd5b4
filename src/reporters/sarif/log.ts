import { fingerprintOf, type RuleDescription } from "../../findings/index.ts";
import type { Finding, FindingKind, HostReport, Report, ReportDiagnostic } from "../../report/index.ts";
import { allFindings } from "../shown.ts";
import { type Artifacts, artifactsOf } from "./artifacts.ts";
import { levelOf, message, sarifRules } from "./rules.ts";
import type { SarifInvocation, SarifKind, SarifLocation, SarifLog, SarifResult } from "./types.ts";

/** What has findings: a host, or all of them together, which are none. */
type Judged = Pick<HostReport, "host" | "os" | "findings">;

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Results that consumers take from one run; the worst ones stand first in every host. */
const MOST_RESULTS = 25_000;

const kinds: { readonly [K in FindingKind]: SarifKind } = {
  fail: "fail",
  review: "review",
  notEvaluated: "open",
  pass: "pass",
  notApplicable: "notApplicable",
};

/** The name says how it is made: another way of making it would need another name. */
export const FINGERPRINT = "ruleHostAbout/v2";

/** A report as one run of SARIF: findings are results, sources artifacts, and what could not be read notifications. */
export function sarifLog(report: Report, catalogue: readonly RuleDescription[]): SarifLog {
  const { tool, sources, hosts, fleet, diagnostics } = report;
  const between: Judged = { host: null, os: null, findings: fleet?.findings ?? [] };
  const rules = sarifRules(catalogue, allFindings(report));
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const artifacts = artifactsOf(sources);
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: tool.name, version: tool.version, rules, notifications: codes.map((id) => ({ id })) },
        },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(report, codes, artifacts)],
        artifacts: artifacts.list,
        results: results(hosts, between, new Map(rules.map(({ id }, index) => [id, index])), artifacts),
        properties: { hosts: hosts.map(({ host, os, verdict }) => ({ host, os: os?.band ?? null, verdict })) },
      },
    ],
  };
}

/** Gives each finding the fingerprint it has in the report; what is in order gets one too. Equal ones are numbered. */
export function fingerprints(): (host: string | null, finding: Finding) => string {
  const seen = new Map<string, number>();
  return (host, { rule, fingerprint = fingerprintOf(rule, host) }) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return `${fingerprint}:${number}`;
  };
}

/** Not successful when something is missing from the results: a source or a rule that failed. */
function invocation({ sources, diagnostics }: Report, codes: readonly string[], artifacts: Artifacts): SarifInvocation {
  const isFailed = sources.some(({ status }) => status === "failed" || status === "partial");
  return {
    executionSuccessful: !isFailed && !diagnostics.some(({ severity }) => severity === "error"),
    toolExecutionNotifications: diagnostics.map((diagnostic) => ({
      descriptor: { id: diagnostic.code, index: codes.indexOf(diagnostic.code) },
      level: levelOf(diagnostic.severity),
      message: message(diagnostic.message),
      locations: [placeOf(diagnostic, artifacts)],
    })),
  };
}

function placeOf({ source, line, column, excerpt }: ReportDiagnostic, artifacts: Artifacts): SarifLocation {
  return artifacts.locationOf({ source, line, text: excerpt }, column);
}

function results(
  hosts: readonly HostReport[],
  between: Judged,
  ruleIndices: ReadonlyMap<string, number>,
  artifacts: Artifacts,
): readonly SarifResult[] {
  const fingerprintOf = fingerprints();
  const resultsOf = ({ host, os, findings }: Judged) =>
    findings.map((finding): SarifResult => {
      const { rule, kind, severity, missing, supply, remedy, rollback } = finding;
      const [first, ...others] = finding.evidence.map((place) => artifacts.locationOf(place));
      return {
        ruleId: rule,
        ruleIndex: ruleIndices.get(rule) ?? -1,
        kind: kinds[kind],
        level: kind === "fail" ? levelOf(severity) : "none",
        message: message(finding.message),
        locations: first === undefined ? [] : [{ ...first, ...hostOf(host) }],
        ...(others.length > 0 && { relatedLocations: others.map((one, index) => ({ id: index + 1, ...one })) }),
        partialFingerprints: { [FINGERPRINT]: fingerprintOf(host, finding) },
        properties: { host, os: os?.band ?? null, severity, missing, supply, remedy, rollback },
      };
    });
  const ofHosts = hosts.flatMap(resultsOf).slice(0, MOST_RESULTS - between.findings.length);
  return [...ofHosts, ...resultsOf(between)];
}

function hostOf(host: string | null): Pick<SarifLocation, "logicalLocations"> {
  return host === null ? {} : { logicalLocations: [{ fullyQualifiedName: host, kind: "host" }] };
}
