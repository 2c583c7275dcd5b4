import { compareTexts } from "../text/compare-texts.ts";
import type { Evaluation } from "./evaluate.ts";
import { distinctPlaces, type FleetFinding, inOrder, untold } from "./finding.ts";
import type { FleetHost } from "./fleet-host.ts";
import type { FleetObserved, FleetRule } from "./fleet-rule.ts";
import type { RuleContext } from "./rule.ts";
import { fleetRules } from "./rules/index.ts";
import { supplyOf } from "./supplies.ts";

/** What the rules on several hosts make of them. */
export interface FleetEvaluation extends Pick<Evaluation, "failures"> {
  /** In the order in which they are told. */
  readonly findings: readonly FleetFinding[];
}

/** Findings of one rule: thousands of bundles are not to make as many findings. */
const MOST_OF_A_RULE = 50;

/** Hosts and lines that a finding names; its message has the counts. */
const MOST_HOSTS = 100;
const MOST_LINES = 20;

/** What the rules say of hosts laid side by side: the same in whatever order the hosts come. Never throws. */
export function evaluateFleet(
  hosts: readonly FleetHost[],
  context: RuleContext,
  rules: readonly FleetRule[] = fleetRules,
): FleetEvaluation {
  const sorted = hosts.toSorted(byName);
  const failures: { rule: string; message: string }[] = [];
  const findings = rules.flatMap((rule) => {
    const found: FleetFinding[] = [];
    try {
      for (const observed of rule.check(sorted, context)) {
        const last = found.at(-1);
        if (last !== undefined && found.length === MOST_OF_A_RULE) return found.with(-1, cutOff(last));
        found.push(findingOf(rule, observed));
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push({ rule: rule.id, message });
      const severity = "error";
      return [
        ...found,
        { ...blank(rule), kind: "fail", severity, message: `The rule itself failed: ${message}` } as const,
      ];
    }
    return found.length > 0 ? found : [{ ...blank(rule), message: `Checked, and not so: ${rule.title}` }];
  });
  return { findings: findings.sort(inOrder), failures };
}

function findingOf(
  rule: FleetRule,
  { message, hosts, at, kind = "fail", remedy, rollback }: FleetObserved,
): FleetFinding {
  const told: FleetFinding = {
    ...blank(rule),
    kind,
    message,
    evidence: distinctPlaces(at).slice(0, MOST_LINES),
    hosts: hosts.slice(0, MOST_HOSTS).map(({ host, bundle }) => ({ host, bundle })),
  };
  if (kind !== "notEvaluated") return { ...told, remedy: remedy ?? rule.remedy, rollback: rollback ?? null };
  // There is nothing to mend where nothing could be compared: the remedy is to capture more.
  const supply = rule.needs.flatMap((need) => supplyOf(need, undefined).commands);
  return { ...told, supply: [...new Set(supply)] };
}

/** The last finding that is told says that there are more. */
function cutOff(last: FleetFinding): FleetFinding {
  return { ...last, message: `${last.message} There are more of these, which are not listed.` };
}

function blank(rule: FleetRule): FleetFinding {
  return { ...untold(rule), hosts: [] };
}

/** By name, hosts without one last; those of one name by bundle, and then by all that is known of them. */
function byName(a: FleetHost, b: FleetHost): number {
  return compareTexts(keyOf(a), keyOf(b)) || compareTexts(JSON.stringify(a), JSON.stringify(b));
}

function keyOf({ host, bundle }: FleetHost): string {
  return JSON.stringify([host === null, host?.toUpperCase() ?? "", bundle ?? ""]);
}
