import { enUS } from "../../grammar/locales/en-US.ts";
import { type HeuristicKey, type SettingKey, settingKeys } from "../../grammar/locales/locale.ts";
import type { SettingReport } from "../report/report.ts";

/** The settings in the order in which Microsoft's own troubleshooting reads them, then all others. */
export const settingsInOrder: readonly SettingKey[] = [
  ...new Set<SettingKey>(["chimneyOffload", "receiveSideScaling", "netDma", "directCacheAccess", ...settingKeys]),
];

/** The English name of a setting; undefined where no English Windows prints it. */
export function settingLabel(key: SettingKey | HeuristicKey): string | undefined {
  const labels: Readonly<Record<string, readonly string[] | undefined>> = { ...enUS.settings, ...enUS.heuristics };
  return labels[key]?.[0];
}

/** What a line is called whose label is none of the settings: heuristics, and labels no language of ours knows. */
export function lineLabel({ setting, label }: SettingReport): string {
  return setting === null ? `${label} (not known)` : (settingLabel(setting) ?? label);
}
