import type { HeuristicKey, SettingKey } from "../../../grammar/locales/locale.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import type { HostName, Listed } from "../../fleet/index.ts";
import { printable } from "../printable.ts";
import { settingLabel } from "../words.ts";

/** The version of Windows of some hosts, in words. */
export function bandText(band: OsBand | "unknown", nameOf: (band: OsBand) => string): string {
  return band === "unknown" ? "Windows of an unknown version" : nameOf(band);
}

/** A setting as Windows calls it. */
export function settingText(key: SettingKey | HeuristicKey): string {
  return settingLabel(key) ?? key;
}

/** Names of hosts, as many as may stand there; a host without a name goes by its bundle. */
export function nameList({ total, first }: Listed<HostName>, most: number): string {
  const names = first.slice(0, most).map(({ host, bundle }) => printable(host ?? `the host of ${bundle ?? "a file"}`));
  const more = total - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
