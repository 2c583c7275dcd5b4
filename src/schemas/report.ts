import { type Diagnostic, diagnosticCodes } from "../../grammar/contract/diagnostic.ts";
import { grammars, lineClasses } from "../../grammar/index.ts";
import { heuristicKeys, settingKeys } from "../../grammar/locales/locale.ts";
import { features } from "../facts/features.ts";
import { type Verdict, verdictCodes } from "../findings/index.ts";
import { grounds } from "../hosts/index.ts";
import {
  type Action,
  type Candidates,
  type CaptureReport,
  type ChimneyStatsReport,
  type Excerpt,
  type FleetFindings,
  type HostReport,
  type HostSummary,
  type Identity,
  type IdentityReason,
  type Report,
  type ReportDiagnostic,
  SCHEMA_VERSION,
  type SettingReport,
  type SourceReport,
} from "../report/index.ts";
import { adapter } from "./adapters.ts";
import {
  acrossSnapshots,
  connectionCounts,
  eligibleRatio,
  excluded,
  groups,
  groupsTested,
  notCounted,
  observation,
  place,
  rawRatio,
  reportPlace,
  snapshot,
} from "./connections.ts";
import { evidencePlace, finding, fleetFinding, severity } from "./finding.ts";
import { count, listOf, mapOf, objectOf, oneOf, ordinal, orNull, type Schema, text, value } from "./schema.ts";
import { osFloor, osReport } from "./windows.ts";

export const captureKind = oneOf(grammars.map(({ kind }) => kind));
export const settingNames = [...settingKeys, ...heuristicKeys];
export const onOff = oneOf(["on", "off"]);
export const tool = objectOf<Report["tool"]>({ name: oneOf(["chimneysweep"]), version: text });
export const schemaVersion = oneOf([SCHEMA_VERSION]);
export const sourceStatuses = ["ok", "partial", "skipped", "failed"] as const;

const source = objectOf<SourceReport>({
  name: text,
  status: oneOf(sourceStatuses),
  reason: orNull(text),
  bytes: count,
  encodings: listOf(text),
  lines: count,
  ledger: { ...mapOf(count, lineClasses), required: lineClasses },
});

const capture = objectOf<CaptureReport>(
  {
    kind: captureKind,
    command: orNull(text),
    ...place,
    endLine: ordinal,
    locale: orNull(text),
    time: orNull(text),
    phase: orNull(text),
    collector: orNull(text),
    records: count,
    state: oneOf(["disabledByAdministrator", "table", "list", "notAvailable", "unreadable"]),
    refusal: oneOf(["commandNotFound", "requiresElevation", "accessDenied"]),
  },
  ["state", "refusal"],
);

const summary = objectOf<HostSummary>({
  connections: orNull(connectionCounts),
  raw: orNull(rawRatio),
  eligible: orNull(eligibleRatio),
  excluded: orNull(excluded),
  notCounted: orNull(notCounted),
  settings: mapOf(value, settingNames),
  groups: orNull(groups),
  groupsTested: orNull(groupsTested),
  observations: listOf(observation),
  headline: orNull(count),
  snapshots: listOf(snapshot),
  acrossSnapshots: orNull(acrossSnapshots),
});

const setting = objectOf<SettingReport>({
  kind: captureKind,
  ...place,
  setting: orNull(oneOf(settingNames)),
  label: text,
  value,
});

const verdict = objectOf<Verdict>({
  code: oneOf(verdictCodes),
  statement: text,
  because: listOf(evidencePlace),
  next: listOf(text),
});

const identityReason = objectOf<IdentityReason>({
  source: text,
  ground: oneOf(grounds),
  name: orNull(text),
  by: orNull(text),
  at: orNull(reportPlace),
});

const host: { readonly [K in keyof HostReport]-?: Schema } = {
  host: orNull(text),
  identity: objectOf<Identity>({ names: listOf(text), because: listOf(identityReason) }),
  os: orNull(osReport),
  osFloor,
  captures: listOf(capture),
  features: mapOf(onOff, features),
  summary,
  settings: listOf(setting),
  chimneyStats: listOf(objectOf<ChimneyStatsReport>({ ...place, interface: orNull(text), column: text, value: text })),
  adapters: listOf(adapter),
  candidates: orNull(
    objectOf<Candidates>({
      offloaded: count,
      inHost: count,
      total: count,
      setAside: objectOf<Candidates["setAside"]>({ neverOffloaded: count, adapterOff: count, excludedPort: count }, [
        "excludedPort",
      ]),
    }),
  ),
  verdict: orNull(verdict),
  findings: listOf(finding),
  actions: listOf(objectOf<Action>({ step: text, settles: listOf(text), undo: orNull(text) })),
  excerpts: listOf(
    objectOf<Excerpt>({
      source: text,
      lines: listOf(objectOf<Excerpt["lines"][number]>({ line: ordinal, text })),
    }),
  ),
};

/** What reports of earlier versions do not have, or have only where there is anything to say. */
const sinceAdded = ["identity", "osFloor", "adapters", "candidates", "actions"] as const;

const diagnostic = objectOf<ReportDiagnostic & Diagnostic>({
  code: oneOf(Object.keys(diagnosticCodes)),
  severity,
  message: text,
  ...place,
  column: ordinal,
  excerpt: text,
});

/** What `--format json` prints. */
export const report = objectOf<Report>({
  schemaVersion,
  tool,
  sources: listOf(source),
  hosts: listOf(objectOf<HostReport>(host, sinceAdded)),
  fleet: orNull(objectOf<FleetFindings>({ findings: listOf(fleetFinding) })),
  diagnostics: listOf(diagnostic),
});

/** A line of the report of `batch`. */
export const hostLine = objectOf<HostReport & { readonly bundle: string }>({ bundle: text, ...host }, sinceAdded);
