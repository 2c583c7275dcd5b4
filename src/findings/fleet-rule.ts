import type { Severity } from "../../grammar/index.ts";
import type { EvidencePlace } from "../hosts/index.ts";
import type { FleetHost } from "./fleet-host.ts";
import type { Example, Need, Reference, RuleContext } from "./rule.ts";

/** What a check of several hosts yields: one thing that is wrong (or doubtful, or not to be told) between them. */
export interface FleetObserved {
  readonly message: string;
  /** What it is about, where the rule may find several. */
  readonly about?: string;
  /** The hosts it is about: the odd ones where it is clear which those are. */
  readonly hosts: readonly FleetHost[];
  /** Empty only where nothing could be told. */
  readonly at: readonly EvidencePlace[];
  /** `notEvaluated` when the hosts turn out not to be comparable: see `incomparable`. */
  readonly kind?: "fail" | "review" | "notEvaluated";
  /** Instead of the rule's own. */
  readonly remedy?: string;
  /** The commands that restore what the captures showed; absent where no command was named. */
  readonly rollback?: string;
}

/**
 * Something that shows only when hosts are laid side by side. `check` yields what it finds and is silent where the hosts
 * that could be compared agree; where none could be, silence would be a pass, so it says that.
 */
export interface FleetRule {
  /** Says the wrong state; the same as the file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it matters. */
  readonly rationale: string;
  /** What speaks for a false alarm, for `explain`. */
  readonly falseAlarms: string;
  readonly remedy: string;
  readonly references: readonly [Reference, ...Reference[]];
  /** What has to be captured of each host, for the hosts to be compared. */
  readonly needs: readonly [Need, ...Need[]];
  /** Texts with several hosts in them, told apart by prompts or banners. */
  readonly examples: { readonly fails: Example; readonly passes: Example };
  /** The hosts come in a fixed order, whatever the order in which they were read. */
  check(hosts: readonly FleetHost[], context: RuleContext): Iterable<FleetObserved>;
}

/** Gives the rule back; it marks a file as that of a rule on several hosts. */
export function defineFleetRule(rule: FleetRule): FleetRule {
  return rule;
}

/** What a check yields where too few hosts could be compared; the evaluation adds the commands for what the rule needs. */
export function incomparable(reason: string): FleetObserved {
  return { kind: "notEvaluated", message: `Cannot tell: ${reason}.`, hosts: [], at: [] };
}
