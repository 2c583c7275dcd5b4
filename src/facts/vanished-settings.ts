import type { SettingKey } from "../../grammar/index.ts";
import type { OsBand } from "./os-bands.ts";

/**
 * Lines that `show global` no longer prints on a version of Windows, so that capturing it again can't supply them.
 * Observed in captures from Windows 10 2004 on; no document names the first version that drops them.
 */
const vanished: { readonly [B in OsBand]?: readonly SettingKey[] } = {
  "1709+": ["chimneyOffload", "netDma", "directCacheAccess"],
};

export function hasVanished(setting: string, band: OsBand | undefined): boolean {
  const settings: readonly string[] = band === undefined ? [] : (vanished[band] ?? []);
  return settings.includes(setting);
}
