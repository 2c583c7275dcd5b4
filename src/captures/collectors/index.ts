import { mayNameHost } from "../same-host.ts";
import { acquire } from "./acquire.ts";
import type { KnownTime } from "./capture-time.ts";
import { cbcollect } from "./cbcollect.ts";
import { clusterInfo } from "./cluster-info.ts";
import type { Attribution, Collector } from "./collector.ts";
import { dfirOrc } from "./dfir-orc.ts";
import { dfirScript } from "./dfir-script.ts";
import { dfirTriage } from "./dfir-triage.ts";
import { elastic } from "./elastic.ts";
import { exchangeLogCollector } from "./exchange-log-collector.ts";
import { getNetView } from "./get-netview.ts";
import { healthChecker } from "./health-checker.ts";
import { iperfKit } from "./iperf-kit.ts";
import { irRescue } from "./ir-rescue.ts";
import { irTriage } from "./ir-triage.ts";
import { kape } from "./kape.ts";
import { mdct } from "./mdct.ts";
import { mdeClientAnalyzer } from "./mde-client-analyzer.ts";
import { msrdCollect } from "./msrd-collect.ts";
import { phase1Batch } from "./phase1-batch.ts";
import { powershellTranscript } from "./powershell-transcript.ts";
import { printCollect, schedCollect } from "./print-collect.ts";
import { psSdp } from "./ps-sdp.ts";
import { rancher } from "./rancher.ts";
import { sddc } from "./sddc.ts";
import { sdnDiagnostics } from "./sdn-diagnostics.ts";
import { sdp } from "./sdp.ts";
import { sdpClassic } from "./sdp-classic.ts";
import { setupReport } from "./setup-report.ts";
import { pathOf } from "./source-path.ts";
import { sqlCheck } from "./sql-check.ts";
import { sqlTrace } from "./sql-trace.ts";
import { sqlhc } from "./sqlhc.ts";
import { tcpIpInfo } from "./tcp-ip-info.ts";
import { teacup } from "./teacup.ts";
import { timeInNames } from "./time-in-names.ts";
import { triageAcquisition } from "./triage-acquisition.ts";
import { tss } from "./tss.ts";
import { ttSupport } from "./tt-support.ts";

export { captureTime } from "./capture-time.ts";
export type { Attribution, Collector, SourcePath } from "./collector.ts";

/** Every collector, most particular layout first: the first one that knows a file says what it is. */
export const collectors: readonly Collector[] = [
  tcpIpInfo,
  sdpClassic,
  psSdp,
  // Both run within TSS too.
  msrdCollect,
  mdeClientAnalyzer,
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
  sdnDiagnostics,
  printCollect,
  schedCollect,
  healthChecker,
  sqlhc,
  ttSupport,
  rancher,
  elastic,
  teacup,
  iperfKit,
  dfirTriage,
  irTriage,
  irRescue,
  triageAcquisition,
  phase1Batch,
  kape,
  acquire,
  dfirScript,
  dfirOrc,
  powershellTranscript,
  // Knows names of files that others have too.
  sdp,
];

/** What the names around a source tell of when its captures were made: its collector's, or any stamp where none is known. */
export function knownTime(source: string, attribution: Attribution | undefined): KnownTime | undefined {
  const isBeginning = attribution !== undefined;
  const time = isBeginning ? attribution.time : timeInNames(source);
  return time === undefined ? undefined : { time, isBeginning };
}

/** What the name of a source and the beginning of its text say of the captures in it. */
export function attribute(name: string, head: string): Attribution | undefined {
  const path = pathOf(name);
  for (const collector of collectors) {
    const attribution = collector.attribute(path, head);
    if (attribution !== undefined) return withPossibleNames(attribution);
  }
  return undefined;
}

/** A layout knows a name by its place alone: what can be no name of a host is left out. */
function withPossibleNames({ host, otherHost, ...others }: Attribution): Attribution {
  return {
    ...others,
    ...(host !== undefined && mayNameHost(host.name) && { host }),
    ...(otherHost !== undefined && mayNameHost(otherHost.name) && { otherHost }),
  };
}
