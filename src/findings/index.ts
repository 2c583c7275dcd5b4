export { severities } from "../../grammar/index.ts";
export { type Action, actionsOf, undoOf } from "./actions.ts";
export { type Candidates, candidatesOf } from "./candidates.ts";
export { catalogue, type RuleDescription } from "./catalogue.ts";
export { thresholdFault, thresholdNames, thresholdsWith } from "./config.ts";
export { evaluate } from "./evaluate.ts";
export { evaluateFleet } from "./evaluate-fleet.ts";
export {
  BY_VERDICT,
  type Finding,
  type FindingKind,
  type FleetFinding,
  type FleetFindings,
  findingKinds,
} from "./finding.ts";
export { fingerprintOf } from "./fingerprint.ts";
export type { FleetHost, HostEntry, SettingEntry, TableEntry } from "./fleet-host.ts";
export type { FleetObserved, FleetRule } from "./fleet-rule.ts";
export type { Example, Need, Reference, Rule } from "./rule.ts";
export { fleetRules, rules } from "./rules/index.ts";
export { type Verdict, type VerdictMeaning, verdictMeanings, verdictOf } from "./verdict/index.ts";
export { type VerdictCode, verdictCodes } from "./verdict/rows.ts";
