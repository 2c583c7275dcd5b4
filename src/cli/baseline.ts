import { join, resolve } from "node:path";
import type { Finding, Report, Rollup } from "../index.ts";
import { severities } from "../report/index.ts";
import { type AnalyzeSettings, failOnLevels } from "./analyze-settings.ts";
import type { OptionValues } from "./command-line.ts";
import { textOf } from "./option-values.ts";
import type { Program } from "./program.ts";
import { earlierReport, InputError } from "./read-back.ts";
import { rollupAt } from "./read-rollup.ts";
import type { Terminal } from "./terminal.ts";

/** A failing finding, by what it is known by. */
export interface Failing {
  readonly severity: Finding["severity"];
  /** Missing in reports of versions before 0.2. */
  readonly fingerprint: string | undefined;
  /** Its rule and its host: all that is known of it without a fingerprint. */
  readonly byRule: string;
}

/** What is new since an earlier run. */
export interface SinceBaseline {
  /** Failing findings that the earlier run does not have. */
  readonly fresh: readonly Failing[];
  /** Failing findings that it has as well. */
  readonly known: number;
  /** Failing findings that it has and that are gone. */
  readonly gone: number;
}

/**
 * The failing findings that an earlier run does not have, by their fingerprints. Where one is there more often than
 * before, the rest of it is new.
 */
export function sinceBaseline(now: readonly Failing[], earlier: readonly Failing[]): SinceBaseline {
  const isMarked = [...now, ...earlier].every(({ fingerprint }) => fingerprint !== undefined);
  const keyOf = ({ fingerprint, byRule }: Failing) => (isMarked && fingerprint !== undefined ? fingerprint : byRule);
  const before = new Map<string, number>();
  for (const finding of earlier) before.set(keyOf(finding), (before.get(keyOf(finding)) ?? 0) + 1);
  const fresh: Failing[] = [];
  let known = 0;
  for (const finding of now) {
    const key = keyOf(finding);
    const left = before.get(key) ?? 0;
    if (left === 0) fresh.push(finding);
    else {
      known += 1;
      before.set(key, left - 1);
    }
  }
  const gone = [...before.values()].reduce((sum, left) => sum + left, 0);
  return { fresh, known, gone };
}

/** How many findings are new, in one line. */
export function sinceText({ fresh, known, gone }: SinceBaseline): string {
  return `Since the baseline: ${fresh.length} new, ${known} known, ${gone} gone`;
}

/** The failing findings of a report. */
export function failingIn({ hosts, fleet }: Pick<Report, "hosts" | "fleet">): readonly Failing[] {
  const ofHosts = hosts.flatMap(({ host, findings }) => failingOf(host, findings));
  return [...ofHosts, ...failingOf(null, fleet?.findings ?? [])];
}

/** The failing findings that a roll-up knows of: of hosts their fingerprints alone. */
export function failingInRollup({ bundles, fleet }: Pick<Rollup, "bundles" | "fleet">): readonly Failing[] {
  const ofHosts = bundles.flatMap(({ hosts }) =>
    hosts.flatMap(({ host, failing, fingerprints }) =>
      severities.flatMap((severity): readonly Failing[] =>
        fingerprints === undefined
          ? failing[severity].map((rule) => ({ severity, fingerprint: undefined, byRule: byRuleOf(host, rule) }))
          : fingerprints[severity].map((fingerprint) => ({ severity, fingerprint, byRule: fingerprint })),
      ),
    ),
  );
  return [...ofHosts, ...failingOf(null, fleet.findings)];
}

/** The failing findings of a roll-up that are new since the baseline, which is told; undefined without a baseline. */
export async function toldSince(
  rollup: Rollup,
  baseline: readonly Failing[] | undefined,
  { messages }: Pick<AnalyzeSettings, "messages">,
  { stderr }: Terminal,
): Promise<readonly Failing[] | undefined> {
  if (baseline === undefined) return undefined;
  const since = sinceBaseline(failingInRollup(rollup), baseline);
  if (messages !== "none") await stderr.write(`${sinceText(since)}\n`);
  return since.fresh;
}

/** The failing findings of the earlier run that --baseline names. Throws an InputError for what is none. */
export async function baselineOf(
  given: OptionValues,
  terminal: Terminal,
  program: Program,
): Promise<readonly Failing[] | undefined> {
  const path = textOf(given, "baseline");
  if (path === undefined) return undefined;
  const stats = await terminal.files.stat(resolve(terminal.cwd, path)).catch(() => undefined);
  const rollup = await rollupAt(stats?.isDirectory() === true ? join(path, "rollup.json") : path, terminal, program);
  if (rollup !== undefined) return failingInRollup(rollup);
  const report = await earlierReport(path, terminal, program);
  if (report !== undefined) return failingIn(report);
  if (stats === undefined) throw new InputError(`--baseline ${path}: there is no such file`);
  throw new InputError(`--baseline ${path}: no report of chimneysweep; name a report.json, report.html or rollup.json`);
}

/** True where one of the findings is as bad as --fail-on asks, or worse. */
export function isFailing(
  findings: Iterable<Pick<Failing, "severity">>,
  { failOn }: Pick<AnalyzeSettings, "failOn">,
): boolean {
  if (failOn === "never") return false;
  // Levels stand from the worst on, so a severity counts when it does not stand behind the one asked for.
  const least = failOnLevels.indexOf(failOn);
  for (const { severity } of findings) if (failOnLevels.indexOf(severity) <= least) return true;
  return false;
}

function failingOf(host: string | null, findings: readonly Finding[]): readonly Failing[] {
  return findings
    .filter(({ kind }) => kind === "fail")
    .map(({ rule, severity, fingerprint }) => ({ severity, fingerprint, byRule: byRuleOf(host, rule) }));
}

function byRuleOf(host: string | null, rule: string): string {
  return JSON.stringify([host?.toUpperCase() ?? "", rule]);
}
