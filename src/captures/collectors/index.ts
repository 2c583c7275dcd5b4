import { cbcollect } from "./cbcollect.ts";
import { clusterInfo } from "./cluster-info.ts";
import type { Attribution, Collector } from "./collector.ts";
import { exchangeLogCollector } from "./exchange-log-collector.ts";
import { getNetView } from "./get-netview.ts";
import { mdct } from "./mdct.ts";
import { psSdp } from "./ps-sdp.ts";
import { sddc } from "./sddc.ts";
import { sdp } from "./sdp.ts";
import { sdpClassic } from "./sdp-classic.ts";
import { setupReport } from "./setup-report.ts";
import { pathOf } from "./source-path.ts";
import { sqlCheck } from "./sql-check.ts";
import { sqlTrace } from "./sql-trace.ts";
import { tcpIpInfo } from "./tcp-ip-info.ts";
import { tss } from "./tss.ts";

export { captureTime } from "./capture-time.ts";
export type { Attribution, Collector, SourcePath } from "./collector.ts";
export { isSameHost } from "./same-host.ts";

/** Every collector, most particular layout first: the first one that knows a file says what it is. */
export const collectors: readonly Collector[] = [
  tcpIpInfo,
  sdpClassic,
  psSdp,
  tss,
  setupReport,
  exchangeLogCollector,
  getNetView,
  sddc,
  mdct,
  cbcollect,
  sqlCheck,
  sqlTrace,
  clusterInfo,
  // Knows names of files that others have too.
  sdp,
];

/** What the name of a source and the beginning of its text say of the captures in it. */
export function attribute(name: string, head: string): Attribution | undefined {
  const path = pathOf(name);
  for (const collector of collectors) {
    const attribution = collector.attribute(path, head);
    if (attribution !== undefined) return attribution;
  }
  return undefined;
}
