import type { AnalyzeOptions, DeclaredFeature, FindingKind, OsBand, ThresholdName, Thresholds } from "../index.ts";
import { findingKinds } from "../reporters/index.ts";
import { type OptionValues, UsageError } from "./command-line.ts";
import { among, listOf, textOf, unknownValue } from "./option-values.ts";
import type { Program } from "./program.ts";

/** What is said of the hosts, and the limits of the rules. */
export function declarationsOf(given: OptionValues, program: Program): AnalyzeOptions {
  const os = windowsOf(given, program);
  const words = program.features.flatMap((feature): DeclaredFeature[] => [feature, `no-${feature}`]);
  const context = listOf(given, "context", words);
  const thresholds = thresholdsOf(given, program);
  return {
    ...(os !== undefined && { os }),
    ...(context !== undefined && { context: uncontradicted(context) }),
    ...(thresholds !== undefined && { thresholds }),
  };
}

/** The version of Windows by its own name or by that of a product, as people say it. */
function windowsOf(given: OptionValues, program: Program): OsBand | undefined {
  const text = textOf(given, "os");
  if (text === undefined) return undefined;
  const band = program.bandNamed(text);
  if (band === undefined) throw unknownValue("os", text, program.osBands);
  return band;
}

function uncontradicted(context: readonly DeclaredFeature[]): readonly DeclaredFeature[] {
  const both = context.find((word) => context.some((other) => other === `no-${word}`));
  if (both !== undefined) throw new UsageError(`--context ${both},no-${both}: they contradict each other`);
  return context;
}

/** Kinds of findings to show; undefined when none were named. */
export function shownOf(given: OptionValues): readonly FindingKind[] | undefined {
  const words = listOf(given, "show", [...findingKinds, "all"] as const);
  if (words === undefined) return undefined;
  return findingKinds.filter((kind) => words.includes("all") || words.includes(kind));
}

/** `leastConnections=10,bulkShare=0.6`: of two values of one limit the last counts. */
function thresholdsOf(given: OptionValues, program: Program): Partial<Thresholds> | undefined {
  const text = textOf(given, "threshold");
  if (text === undefined) return undefined;
  const entries = text.split(",").map((word): readonly [ThresholdName, number] => {
    const [name = "", digits = "", ...more] = word.split("=").map((part) => part.trim());
    if (digits === "" || more.length > 0) throw new UsageError(`--threshold ${word}: it has to be NAME=NUMBER`);
    const known = among("threshold", name, program.thresholdNames);
    const fault = program.thresholdFault(known, Number(digits));
    if (fault !== undefined) throw new UsageError(`--threshold ${word}: ${fault}`);
    return [known, Number(digits)];
  });
  return Object.fromEntries(entries) as Partial<Thresholds>; // only names of limits were put in
}
