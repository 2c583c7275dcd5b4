import { mayNameHost } from "../same-host.ts";

/**
 * The host in front of what a file of a collector is called by: `SRV_01` of `SRV_01_TCPIP_info.TXT`, when `suffix`
 * matches `_TCPIP_info.TXT` and is anchored at the end. Names of hosts have `-` and `_` too, so the suffix decides.
 */
export function hostBefore(file: string, suffix: RegExp): string | undefined {
  const at = file.search(suffix);
  const name = file.slice(0, Math.max(0, at));
  return mayNameHost(name) ? name : undefined;
}
