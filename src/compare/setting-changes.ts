import { features } from "../facts/features.ts";
import type { HostReport, SettingReport } from "../report/index.ts";
import type { FeatureChange, SettingChange, SettingValue } from "./changes.ts";

/** The settings whose value that counts is another one, or is known on one side only; in the order of the side after. */
export function settingsChanged(before: HostReport, after: HostReport): readonly SettingChange[] {
  const earlier = valuesOf(before);
  const later = valuesOf(after);
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  return keys.flatMap((setting): SettingChange[] => {
    const [one, other] = [earlier.get(setting) ?? null, later.get(setting) ?? null];
    if (one?.value === other?.value) return [];
    const change = one === null ? "appeared" : other === null ? "notCaptured" : "changed";
    return [{ setting, change, before: one, after: other }];
  });
}

/** The features that are in use on one side and not, or not known to be, on the other. */
export function featuresChanged(before: HostReport, after: HostReport): readonly FeatureChange[] {
  return features.flatMap((feature) => {
    const change = { feature, before: before.features[feature] ?? null, after: after.features[feature] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

type SettingName = SettingChange["setting"];

function valuesOf({ summary, settings }: HostReport): ReadonlyMap<SettingName, SettingValue> {
  // The keys are those of the settings: the type says so, and a report that was read back was checked for it.
  const entries = Object.entries(summary.settings) as [SettingName, string | number][];
  return new Map(entries.map(([name, value]) => [name, { value, at: placeOf(name, value, settings) }]));
}

/** The last line that prints the value. */
function placeOf(name: SettingName, value: string | number, settings: readonly SettingReport[]): SettingValue["at"] {
  const found = settings.findLast((line) => line.setting === name && line.value === value);
  return found === undefined ? null : { source: found.source, line: found.line };
}
