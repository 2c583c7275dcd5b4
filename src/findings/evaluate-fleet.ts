import { compareTexts } from "../text/index.ts";
import type { Evaluation } from "./evaluate.ts";
import { distinctPlaces, emptyFinding, type Finding, type FleetFinding, inOrder } from "./finding.ts";
import { distinguished, fingerprintOf } from "./fingerprint.ts";
import type { FleetHost } from "./fleet-host.ts";
import type { FleetObserved, FleetRule } from "./fleet-rule.ts";
import type { RuleContext } from "./rule.ts";
import { fleetRules } from "./rules/index.ts";
import { MOST_LINES, passOf, runRule } from "./run-rule.ts";
import { supplyOf } from "./supplies.ts";

/** What the rules on several hosts make of them. */
export interface FleetEvaluation extends Pick<Evaluation, "failures"> {
  /** In the order in which they are told. */
  readonly findings: readonly FleetFinding[];
}

/** Hosts that a finding names; its message has the counts. */
const MOST_HOSTS = 100;

/** What the rules say of hosts laid side by side: the same in whatever order the hosts come. Never throws. */
export function evaluateFleet(
  hosts: readonly FleetHost[],
  context: RuleContext,
  rules: readonly FleetRule[] = fleetRules,
): FleetEvaluation {
  const sorted = inOrderOfNames(hosts);
  const failures: { rule: string; message: string }[] = [];
  const findings = rules.flatMap((rule) => {
    const check = () => rule.check(sorted, context);
    const { findings: found, failure } = runRule(rule, check, (observed) => findingOf(rule, observed), ofNoHost);
    if (failure !== undefined) failures.push({ rule: rule.id, message: failure });
    return found.length > 0 ? found : [ofNoHost(passOf(rule))];
  });
  return { findings: distinguished(findings).toSorted(inOrder), failures };
}

function findingOf(
  rule: FleetRule,
  { about, message, hosts, at, kind = "fail", remedy, rollback }: FleetObserved,
): FleetFinding {
  const told: FleetFinding = {
    ...ofNoHost(emptyFinding(rule)),
    kind,
    message,
    evidence: distinctPlaces(at).slice(0, MOST_LINES),
    ...(kind !== "notEvaluated" && { fingerprint: fingerprintOf(rule.id, null, about) }),
    hosts: hosts.slice(0, MOST_HOSTS).map(({ host, bundle }) => ({ host, bundle })),
  };
  if (kind !== "notEvaluated") return { ...told, remedy: remedy ?? rule.remedy, rollback: rollback ?? null };
  // There is nothing to mend where nothing could be compared: the remedy is to capture more.
  const supply = rule.needs.flatMap((need) => supplyOf(need, undefined).commands);
  return { ...told, supply: [...new Set(supply)] };
}

function ofNoHost(finding: Finding): FleetFinding {
  return { ...finding, hosts: [] };
}

/** By name, hosts without one last; those of one name by bundle, and then by all that is known of them. */
function inOrderOfNames(hosts: readonly FleetHost[]): readonly FleetHost[] {
  const keyed = hosts.map((host) => ({ host, key: keyOf(host) }));
  keyed.sort((a, b) => compareTexts(a.key, b.key) || compareTexts(JSON.stringify(a.host), JSON.stringify(b.host)));
  return keyed.map(({ host }) => host);
}

function keyOf({ host, bundle }: FleetHost): string {
  return JSON.stringify([host === null, host?.toUpperCase() ?? "", bundle ?? ""]);
}
