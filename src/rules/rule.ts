import type { CaptureKind, HeuristicKey, RecordOf, SettingKey, Severity, TraitsOf } from "../../grammar/index.ts";
import { setCommand, showCommands } from "../facts/commands.ts";
import type { Feature } from "../facts/features.ts";
import type { OsBand } from "../facts/os-bands.ts";
import type { TableEvidence } from "../table-evidence.ts";
import type { Thresholds } from "./thresholds.ts";

/** A line that a finding rests on. Its text is captured and so untrusted. */
export interface EvidencePlace {
  readonly source: string;
  readonly line: number;
  readonly text: string;
}

/** A value and the lines that say so; `at` is empty only for what the user declared. */
export interface Fact<V> {
  readonly value: V;
  readonly at: readonly EvidencePlace[];
}

/** A capture as rules see it: its records, and the text of their lines. */
export interface KeptCapture<K extends CaptureKind> {
  readonly kind: K;
  readonly source: string;
  readonly line: number;
  readonly command: string | null;
  readonly time: string | null;
  readonly phase: string | null;
  readonly records: readonly RecordOf<K>[];
  readonly traits: TraitsOf<K>;
  /** Text of a line of the capture, cut to a readable length; empty for a line that is not in it. */
  textOf(line: number): string;
}

/** What is known of one network adapter, from properties, `ipconfig /all` and the registry together. */
export interface AdapterFacts {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly speedMbps?: Fact<number>;
  readonly connectionOffloadIPv4?: Fact<"enabled" | "disabled">;
  readonly connectionOffloadIPv6?: Fact<"enabled" | "disabled">;
  readonly rss?: Fact<"enabled" | "disabled">;
  readonly vmq?: Fact<"enabled" | "disabled">;
  /** Checksum and large send offloads, by the name of the property. */
  readonly taskOffloads: readonly (Fact<"enabled" | "disabled" | "partial"> & { readonly property: string })[];
}

/** What one kind of evidence says of the version of Windows. */
export interface OsReading {
  readonly band: OsBand;
  /** Version text in a capture, the lines that `show global` prints, or what the user declared. */
  readonly basis: "systemInfo" | "fingerprint" | "option";
  readonly at: readonly EvidencePlace[];
}

type CaptureEvidence = {
  readonly [K in Exclude<CaptureKind, "netstat">]: readonly [KeptCapture<K>, ...KeptCapture<K>[]];
};
type SettingEvidence = { readonly [K in SettingKey | HeuristicKey]: Fact<string | number> };
type FeatureEvidence = { readonly [K in Feature]: Fact<"on" | "off"> };

/**
 * Everything that may be known of a host, by name: captures by their kind (the latest last), settings by their key (the
 * value that counts), features by their name, and what is derived from several of them. A rule sees as present what it
 * needs, and everything else as possibly missing.
 */
export interface Evidence extends CaptureEvidence, SettingEvidence, FeatureEvidence {
  /** The table that the host's numbers are of. */
  readonly netstat: TableEvidence;
  readonly os: Fact<OsBand>;
  /** All that says something of the version, the one that `os` is of first: they may differ. */
  readonly osReadings: readonly [OsReading, ...OsReading[]];
  /** Version as captured, such as 6.1.7601. */
  readonly osBuild: Fact<string>;
  /** Hotfixes as "KB2525390", when a list of them was captured. */
  readonly hotfixes: Fact<readonly string[]>;
  readonly adapters: readonly [AdapterFacts, ...AdapterFacts[]];
}

export type Need = keyof Evidence;

/** What a check yields: one thing that is wrong (or doubtful, or not to be told), with the lines that show it. */
export interface Observed {
  readonly message: string;
  /** Never empty: nothing is said without evidence. */
  readonly at: readonly EvidencePlace[];
  /** When this one is worse or better than the rule in general. */
  readonly severity?: Severity;
  /** `notEvaluated` when the evidence turns out not to decide: see `undecided`. */
  readonly kind?: "fail" | "review" | "notEvaluated";
  /** Instead of the rule's own. */
  readonly remedy?: string;
  readonly rollback?: string;
}

/** Where a statement comes from. `seed` and `documented` are documents; `observed` is captures; `inferred` is us. */
export interface Reference {
  readonly grounding: "seed" | "documented" | "observed" | "inferred";
  readonly title: string;
  readonly section?: string;
  readonly url?: string;
}

/** A text that shows the rule at work; tests run it through the whole program and `explain` prints it. */
export interface Example {
  readonly text: string;
  readonly os?: OsBand;
  readonly context?: readonly string[];
  readonly computerName?: string;
}

export interface RuleContext {
  readonly thresholds: Thresholds;
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
  /** The command or step that mends it; a function where it depends on the version of Windows. */
  readonly remedy: string | ((os: OsBand | undefined) => string);
  /** The command that restores what the captures showed; absent where the remedy changes nothing on the host. */
  readonly rollback?: string | ((evidence: Partial<Evidence>) => string);
  readonly references: readonly [Reference, ...Reference[]];
  /** On other versions the rule is not applicable; with an unknown one it is not evaluated. "any" asks for none. */
  readonly appliesTo: readonly OsBand[] | "any";
  /** Evidence without which nothing can be said; what is missing is named with the command that supplies it. */
  readonly needs: readonly [N, ...N[]];
  readonly examples: { readonly fails: Example; readonly passes: Example };
  check(evidence: Pick<Evidence, N> & Partial<Evidence>, context: RuleContext): Iterable<Observed>;
}

const NO_COMMAND = "No source tells a command for it.";
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
  return { kind: "notEvaluated", message: `Not to be told: ${reason}.`, at, remedy };
}

/** The same for a table without the Offload State column, which shows nothing about offloading. */
export function withoutOffloadStates({ heading }: TableEvidence): Observed {
  return undecided("the netstat table has no Offload State column", [heading], showCommands.connections);
}

/** The place of a record of a capture. */
export function placeIn<K extends CaptureKind>(
  capture: KeptCapture<K>,
  record: { readonly line: number },
): EvidencePlace {
  return { source: capture.source, line: record.line, text: capture.textOf(record.line) };
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
