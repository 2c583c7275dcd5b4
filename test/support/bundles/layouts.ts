import { cbcollect } from "./cbcollect.ts";
import { clusterInfo } from "./cluster-info.ts";
import { exchangeLogCollector } from "./exchange-log-collector.ts";
import { getNetView } from "./get-netview.ts";
import * as incident from "./incident-response.ts";
import { mdct } from "./mdct.ts";
import * as microsoft from "./microsoft-tools.ts";
import { psSdp } from "./ps-sdp.ts";
import { sddc } from "./sddc.ts";
import { sdpByMail, sdpClassic } from "./sdp-classic.ts";
import { setupReport } from "./setup-report.ts";
import { sqlTrace } from "./sql-check.ts";
import { tcpIpInfo } from "./tcp-ip-info.ts";
import { tss } from "./tss.ts";
import type { Layout } from "./variants.ts";
import * as vendors from "./vendors-tools.ts";

/** What each collector leaves behind, by its name in reports. A bundle of SQLTrace has a report of SQLCheck in it. */
export const layouts: readonly (readonly [collector: string, layout: Layout])[] = [
  ["SDP TcpIp-Info", tcpIpInfo],
  ["SDP classic", sdpClassic],
  ["psSDP", psSdp],
  ["TSS", tss],
  ["Setup_Report", setupReport],
  ["ExchangeLogCollector", exchangeLogCollector],
  ["Get-NetView", getNetView],
  ["SDDC", (origin) => sddc(origin)],
  ["mDCT++", (origin) => mdct(origin)],
  ["cbcollect_info", cbcollect],
  ["SQLTrace", (origin) => sqlTrace(origin)],
  ["ClusterInfo", (origin) => clusterInfo(origin)],
  ["SDP", sdpByMail],
];

/** The same for collectors whose layout is a name or two. */
export const smallLayouts: readonly (readonly [collector: string, layout: Layout])[] = [
  ["MSRD-Collect", (origin) => microsoft.msrdCollect(origin)],
  ["MDE Client Analyzer", microsoft.mdeClientAnalyzer],
  ["Print-Collect", microsoft.printCollect],
  ["Sched-Collect", microsoft.schedCollect],
  ["SdnDiagnostics", microsoft.sdnDiagnostics],
  ["HealthChecker", microsoft.healthChecker],
  ["TTSupport", vendors.ttSupport],
  ["SQLHC", vendors.sqlhc],
  ["Start-Transcript", vendors.powershellTranscript],
  ["TEACUP", vendors.teacup],
  ["iperf kit", vendors.iperfKit],
  ["Rancher log collector", vendors.rancher],
  ["Elastic support diagnostics", vendors.elastic],
  ["DFIRtriage", incident.dfirTriage],
  ["ir-rescue", incident.irRescue],
  ["phase1 batch", incident.phase1Batch],
  ["KAPE", incident.kape],
  ["IRTriage", incident.irTriage],
  ["acquire", incident.acquire],
  ["DFIR-Script", incident.dfirScript],
  ["DFIR-ORC", incident.dfirOrc],
  ["TriageAcquisition", incident.triageAcquisition],
];
