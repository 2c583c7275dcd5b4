import type { SettingKey, Severity } from "../../grammar/index.ts";
import { setCommand, showCommands } from "../facts/commands.ts";
import type { DeclaredFeature } from "../facts/features.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { Citation } from "../facts/sources.ts";
import type { Thresholds } from "../facts/thresholds.ts";
import type { Evidence, EvidencePlace } from "../hosts/index.ts";
import type { TableEvidence } from "../summary/index.ts";
import type { RefutedBy } from "./refutation.ts";
import type { VerdictCode } from "./verdict/rows.ts";

export type Need = keyof Evidence;

/** What a check yields: one thing that is wrong (or doubtful, or not to be told), with the lines that show it. */
export interface Observed {
  readonly message: string;
  /** What of the host it is about, where a rule may find several: an adapter, a port, a setting. The fingerprint needs it. */
  readonly about?: string;
  /** Never empty: nothing is said without evidence. */
  readonly at: readonly EvidencePlace[];
  /** When this one is worse or better than the rule in general. */
  readonly severity?: Severity;
  /** `fail`, or `review` where the rule has no remedy; `notEvaluated` where the evidence does not decide: `undecided`. */
  readonly kind?: "fail" | "review" | "notEvaluated";
  /** Instead of the rule's own; null where this one asks for nothing. */
  readonly remedy?: string | null;
  readonly rollback?: string | null;
  /** Rules whose findings on this host follow from this one, which are then folded into it. */
  readonly explains?: readonly string[];
}

/** What a rule rests on: `seed` and `documented` are documents; `observed` is captures; `inferred` is us. */
export type Reference = Citation;

/** A text that shows the rule at work; tests run it through the whole program and `explain` prints it. */
export interface Example {
  readonly text: string;
  readonly os?: OsBand;
  readonly context?: readonly DeclaredFeature[];
  readonly computerName?: string;
}

export interface RuleContext {
  readonly thresholds: Thresholds;
  /** The verdict on the host, which may say already what a rule finds. */
  readonly verdict?: VerdictCode;
}

/**
 * One misconfiguration, contradiction or misreading. `check` yields what it finds and is silent where all is well; it
 * looks at nothing but its arguments.
 */
export interface Rule<N extends Need = Need> {
  /** Says the wrong state; the same as the file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it matters, on which Windows. */
  readonly rationale: string;
  /** What speaks for a false alarm, for `explain`. */
  readonly falseAlarms: string;
  /** The command or step that mends it; a function where it depends on Windows; null for a note that asks for nothing. */
  readonly remedy: string | ((os: OsBand | undefined) => string) | null;
  /** The command that restores what the captures showed; absent where the remedy changes nothing on the host. */
  readonly rollback?: string | ((evidence: Partial<Evidence>) => string);
  readonly references: readonly [Reference, ...Reference[]];
  /** On other versions the rule is not applicable; with an unknown one it is not evaluated. "any" asks for none. */
  readonly appliesTo: readonly OsBand[] | "any";
  /** Evidence without which nothing can be said; what is missing is named with the command that supplies it. */
  readonly needs: readonly [N, ...N[]];
  /** Rules whose findings explain this one's, which is then folded into theirs. */
  readonly impliedBy?: readonly string[] | ((os: OsBand | undefined) => readonly string[]);
  /** Verdicts that say the same: the finding is then folded into the verdict. */
  readonly saidBy?: readonly VerdictCode[];
  /** What proves that it is not so; then `check` is not asked. */
  readonly refutedBy?: RefutedBy;
  readonly examples: { readonly fails: Example; readonly passes: Example };
  check(evidence: Pick<Evidence, N> & Partial<Evidence>, context: RuleContext): Iterable<Observed>;
}

/** What a remedy or rollback says of a setting that `src/facts/commands.ts` has no command for. */
export const NO_COMMAND = "No source names a command for it.";
const NOT_CAPTURED = "The captures do not show what it was.";

/** Gives the rule back; it is there for the types of `check`'s argument to follow from `needs`. */
export function defineRule<const N extends Need>(rule: Rule<N>): Rule<N> {
  return rule;
}

/**
 * What a check yields where its evidence is there but does not decide: silence would be a pass. `reason` says what is
 * not known, `remedy` is the command that supplies it.
 */
export function undecided(reason: string, at: readonly EvidencePlace[], remedy: string): Observed {
  return { kind: "notEvaluated", message: `Cannot tell: ${reason}.`, at, remedy };
}

/** The same for a table without the Offload State column, which shows nothing about offloading. */
export function withoutOffloadStates({ heading }: TableEvidence): Observed {
  return undecided("the netstat table has no Offload State column", [heading], showCommands.connections);
}

/** A remedy that gives a setting a value, with the command of the version of Windows. */
export function setting(key: SettingKey, value: string | number): (os: OsBand | undefined) => string {
  return (os) => setCommand(key, value, os) ?? NO_COMMAND;
}

/** A rollback that gives a setting the value back that the captures showed. */
export function restoring(key: SettingKey): (evidence: Partial<Evidence>) => string {
  return ({ [key]: was, os }) =>
    was === undefined ? NOT_CAPTURED : (setCommand(key, was.value, os?.value) ?? NO_COMMAND);
}
