import type { Severity } from "../../grammar/index.ts";
import { type OsBand, osBands } from "../facts/os-bands.ts";
import type { FleetRule } from "./fleet-rule.ts";
import type { Example, Need, Reference, Rule } from "./rule.ts";
import { fleetRules, rules } from "./rules/index.ts";
import { supplyOf } from "./supplies.ts";

/** A rule as it is described to people and other programs: all of it but the check. A rule on several hosts stands beside the others. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  /** Whether it looks at one host at a time, or lays several side by side. */
  readonly scope: "host" | "fleet";
  readonly title: string;
  /** Why it matters. */
  readonly rationale: string;
  readonly falseAlarms: string;
  readonly appliesTo: readonly OsBand[] | "any";
  /** What it looks at, and the commands that supply it. */
  readonly needs: readonly { readonly name: Need; readonly title: string; readonly commands: readonly string[] }[];
  /** What to do, once for all versions of Windows for which it is the same. */
  readonly remedies: readonly { readonly windows: readonly OsBand[]; readonly text: string }[];
  /** Whether what is done can be taken back: as said, by the captured value, or nothing is changed on the host. */
  readonly rollback: string | null;
  readonly references: readonly Reference[];
  readonly examples: { readonly fails: Example; readonly passes: Example };
}

const BY_CAPTURED_VALUE = "The finding names the command that restores the captured value.";

/** The rules as they are described, in the order of the catalogue. */
export function catalogue(): readonly RuleDescription[] {
  return [...rules.map(described), ...fleetRules.map(fleetDescribed)];
}

function described(rule: Rule): RuleDescription {
  const { id, severity, title, rationale, falseAlarms, appliesTo, references, examples, rollback = null } = rule;
  return {
    id,
    severity,
    scope: "host",
    title,
    rationale,
    falseAlarms,
    appliesTo,
    needs: needsOf(rule.needs),
    remedies: remediesOf(rule),
    rollback: typeof rollback === "function" ? BY_CAPTURED_VALUE : rollback,
    references,
    examples,
  };
}

/** A remedy for several hosts names its commands, and the way back, in each finding. */
function fleetDescribed(rule: FleetRule): RuleDescription {
  const { id, severity, title, rationale, falseAlarms, remedy, references, examples } = rule;
  return {
    id,
    severity,
    scope: "fleet",
    title,
    rationale,
    falseAlarms,
    appliesTo: "any",
    needs: needsOf(rule.needs),
    remedies: [{ windows: osBands, text: remedy }],
    rollback: BY_CAPTURED_VALUE,
    references,
    examples,
  };
}

function needsOf(needs: readonly Need[]): RuleDescription["needs"] {
  return needs.map((name) => ({ name, ...supplyOf(name, undefined) }));
}

function remediesOf({ remedy, appliesTo }: Rule): RuleDescription["remedies"] {
  const bands = appliesTo === "any" ? osBands : appliesTo;
  const byText = new Map<string, OsBand[]>();
  for (const band of bands) {
    const text = typeof remedy === "function" ? remedy(band) : remedy;
    if (text === null) continue;
    byText.set(text, [...(byText.get(text) ?? []), band]);
  }
  return [...byText].map(([text, windows]) => ({ windows, text }));
}
