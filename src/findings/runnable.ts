import { NETSH_FIX } from "../facts/hotfixes.ts";
import type { Evidence } from "../hosts/index.ts";

const NETSH_SETS = /netsh int tcp set global/i;

const WARNING = `First install ${NETSH_FIX}: without it, this command of Server 2008 and Vista writes 0xFFFFFFFF to other values below Tcpip\\Parameters. Or use the adapter's property instead.`;

/** A step that can be run as it is: what it needs before is said where it needs something. */
export function runnable(step: string | null, { os, hotfixes }: Partial<Evidence>): string | null {
  if (step === null || os?.value !== "2008" || !NETSH_SETS.test(step)) return step;
  return hotfixes?.value.includes(NETSH_FIX) === true ? step : `${WARNING} ${asCode(step)}`;
}

/** A bare command is marked as one where it stands behind a sentence. */
function asCode(step: string): string {
  return step.includes("`") ? step : `\`${step}\``;
}
