import type { SegmentText } from "../../../grammar/index.ts";
import { type AnyCapture, isTable } from "../../captures/index.ts";
import type { DeclaredFeature } from "../../facts/features.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import type { HostSummary, ReadSnapshot } from "../../summary/index.ts";
import { osReadings } from "../os-band.ts";
import { osFloor } from "../os-floor.ts";
import { adapterFacts } from "./adapters.ts";
import type { Evidence } from "./evidence.ts";
import { declaredFeatures, featureFacts, windowsTeams } from "./features.ts";
import { addKept, capturesOf, emptyKept, type KeptCaptures, type KeptKind, keep, mergeKept } from "./kept.ts";
import { settingFacts } from "./settings.ts";
import { hotfixFact, versionFacts } from "./system.ts";
import { addTable, type KeptTable, mergeTables, settled, tableEvidence } from "./table.ts";

/** What is kept of a host's captures for the rules; bounded, and grown one capture at a time. */
export interface RuleEvidence {
  readonly kept: KeptCaptures;
  /** Of the table that the numbers are of, as far as the tables so far tell; null without one. */
  table: KeptTable | null;
}

/** What the user says of the hosts, for what their captures do not tell. */
export interface UserContext {
  /** The version of Windows. */
  readonly os?: OsBand;
  /** Names of features that the hosts run, with "no-" before those that they do not. */
  readonly context?: readonly DeclaredFeature[];
}

export function emptyRuleEvidence(): RuleEvidence {
  return { kept: emptyKept(), table: null };
}

/** Adds a capture, changing the evidence. The capture and its text may be let go afterwards. */
export function addEvidence(
  evidence: RuleEvidence,
  capture: AnyCapture,
  text: SegmentText,
  snapshot: ReadSnapshot | undefined,
): void {
  if (!isTable(capture)) addKept(evidence.kept, keep(capture, text));
  else if (snapshot !== undefined) evidence.table = addTable(evidence.table, capture, text, snapshot);
}

/** Lets go of a table that was held because another one might have taken its place. Changes the evidence. */
export function settle(evidence: RuleEvidence): void {
  if (evidence.table !== null) evidence.table = settled(evidence.table);
}

/** The evidence of two parts of one host's captures; those of `a` came first. Neither of them is changed. */
export function mergeRuleEvidence(a: RuleEvidence, b: RuleEvidence): RuleEvidence {
  return { kept: mergeKept(a.kept, b.kept), table: mergeTables(a.table, b.table) };
}

/** Everything that is known of a host, as rules see it: what was not captured and not declared is a missing key. */
export function evidenceOf(evidence: RuleEvidence, summary: HostSummary, declared: UserContext): Partial<Evidence> {
  const { kept, table } = evidence;
  const readings = osReadings(kept, declared.os);
  const [reading] = readings;
  const os = reading === undefined ? undefined : { value: reading.band, at: reading.at };
  const floor = osFloor(kept);
  const captures = [...kept.keys()].map((kind): [KeptKind, unknown] => [kind, capturesOf(kept, kind)]);
  const facts: Partial<Evidence> = {
    ...(reading !== undefined && os !== undefined && { os, osReadings: [reading, ...readings.slice(1)] }),
    ...(floor !== undefined && { osFloor: floor }),
    ...versionFacts(kept),
    ...hotfixFact(kept),
    ...adapterFacts(kept),
    ...settingFacts(kept, os?.value),
    ...declaredFeatures(declared.context ?? []),
    ...featureFacts(kept, os?.value),
    ...teamFact(kept),
    ...(table !== null && tableEvidence(table, summary)),
  };
  // Captures stand under their kind: the map ties each kind to its captures.
  return { ...(Object.fromEntries(captures) as Partial<Evidence>), ...facts };
}

function teamFact(kept: KeptCaptures): Pick<Partial<Evidence>, "windowsTeams"> {
  const at = windowsTeams(kept);
  return at.length === 0 ? {} : { windowsTeams: { value: "on", at } };
}
