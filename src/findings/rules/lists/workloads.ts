import type { Rule } from "../../rule.ts";
import biztalkSnpOn from "../biztalk-snp-on.ts";
import blanketDisablePattern from "../blanket-disable-pattern.ts";
import chimneyPolicyTablesSet from "../chimney-policy-tables-set.ts";
import commandNotAvailable from "../command-not-available.ts";
import dmaSyncThresholdOutOfRange from "../dma-sync-threshold-out-of-range.ts";
import exchange2003EraSnp from "../exchange-2003-era-snp.ts";
import excludedPortOffloaded from "../excluded-port-offloaded.ts";
import iis6ChimneyTroubleshooting from "../iis6-chimney-troubleshooting.ts";
import includedPortNotOffloaded from "../included-port-not-offloaded.ts";
import localizedCapturePartial from "../localized-capture-partial.ts";
import minPacketSizeToDmaOutOfRange from "../min-packet-size-to-dma-out-of-range.ts";
import nicDriverQuirk2003Teaming from "../nic-driver-quirk-2003-teaming.ts";
import portIncludedAndExcluded from "../port-included-and-excluded.ts";
import portListInvalidEntry from "../port-list-invalid-entry.ts";
import portListOver12 from "../port-list-over-12.ts";
import sbs2003NatSnp from "../sbs-2003-nat-snp.ts";
import settingDriftOverTime from "../setting-drift-over-time.ts";
import snpPortListsOnNewerOs from "../snp-port-lists-on-newer-os.ts";
import sqlServerChimney from "../sql-server-chimney.ts";
import tcpipStatisticsDoubleCount2003 from "../tcpip-statistics-double-count-2003.ts";
import workloadBulkChimneyIdle from "../workload-bulk-chimney-idle.ts";
import workloadShortLivedChimneyOn from "../workload-short-lived-chimney-on.ts";

/** Rules on lists of ports, on what a host is used for, and on the captures themselves. */
export const workloadsRules: readonly Rule[] = [
  portListOver12,
  portListInvalidEntry,
  portIncludedAndExcluded,
  excludedPortOffloaded,
  includedPortNotOffloaded,
  minPacketSizeToDmaOutOfRange,
  dmaSyncThresholdOutOfRange,
  snpPortListsOnNewerOs,
  chimneyPolicyTablesSet,
  workloadShortLivedChimneyOn,
  workloadBulkChimneyIdle,
  sqlServerChimney,
  exchange2003EraSnp,
  biztalkSnpOn,
  sbs2003NatSnp,
  iis6ChimneyTroubleshooting,
  blanketDisablePattern,
  nicDriverQuirk2003Teaming,
  tcpipStatisticsDoubleCount2003,
  localizedCapturePartial,
  commandNotAvailable,
  settingDriftOverTime,
];
