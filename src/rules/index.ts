import adapterWithoutOffload from "./adapter-without-offload.ts";
import allInhostOnRemovedOs from "./all-inhost-on-removed-os.ts";
import automaticLinkBelow10g from "./automatic-link-below-10g.ts";
import automaticRttTooHigh from "./automatic-rtt-too-high.ts";
import automaticTransferTooSmall from "./automatic-transfer-too-small.ts";
import autotuningExperimental from "./autotuning-experimental.ts";
import autotuningNotNormal from "./autotuning-not-normal.ts";
import autotuningOverriddenByHeuristics from "./autotuning-overridden-by-heuristics.ts";
import biztalkSnpOn from "./biztalk-snp-on.ts";
import blanketDisablePattern from "./blanket-disable-pattern.ts";
import captureToolsBlind from "./capture-tools-blind.ts";
import capturesNotContemporaneous from "./captures-not-contemporaneous.ts";
import chimneyActiveOnRemovedOs from "./chimney-active-on-removed-os.ts";
import chimneyAutomaticNothingOffloaded from "./chimney-automatic-nothing-offloaded.ts";
import chimneyDeadAfterNicChange from "./chimney-dead-after-nic-change.ts";
import chimneyDeprecated2016 from "./chimney-deprecated-2016.ts";
import chimneyDisabled2008r2 from "./chimney-disabled-2008r2.ts";
import chimneyDisabledButOffloaded from "./chimney-disabled-but-offloaded.ts";
import chimneyEnabled2003 from "./chimney-enabled-2003.ts";
import chimneyEnabled2008 from "./chimney-enabled-2008.ts";
import chimneyEnabled2008r2 from "./chimney-enabled-2008r2.ts";
import chimneyEnabled2012 from "./chimney-enabled-2012.ts";
import chimneyEnabledNothingOffloaded from "./chimney-enabled-nothing-offloaded.ts";
import chimneyLineMissingOnOldOs from "./chimney-line-missing-on-old-os.ts";
import chimneyLineVestigialOnRemovedOs from "./chimney-line-vestigial-on-removed-os.ts";
import chimneyNondefaultForOs from "./chimney-nondefault-for-os.ts";
import chimneyPolicyTablesSet from "./chimney-policy-tables-set.ts";
import chimneyValueImpossibleForOs from "./chimney-value-impossible-for-os.ts";
import chimneystatsDisabledMessageVsGlobal from "./chimneystats-disabled-message-vs-global.ts";
import chimneystatsVsNetstatMismatch from "./chimneystats-vs-netstat-mismatch.ts";
import coexistFirewall2003 from "./coexist-firewall-2003.ts";
import coexistHyperv2008 from "./coexist-hyperv-2008.ts";
import coexistIpsec from "./coexist-ipsec.ts";
import coexistNatIcs from "./coexist-nat-ics.ts";
import coexistNlb from "./coexist-nlb.ts";
import coexistTeaming from "./coexist-teaming.ts";
import coexistThirdPartyFilter from "./coexist-third-party-filter.ts";
import commandNotAvailable from "./command-not-available.ts";
import congestionProviderUnexpected from "./congestion-provider-unexpected.ts";
import dcaWithoutNetdma from "./dca-without-netdma.ts";
import dmaSyncThresholdOutOfRange from "./dma-sync-threshold-out-of-range.ts";
import duplicateConnectionsInInput from "./duplicate-connections-in-input.ts";
import ecnNondefault from "./ecn-nondefault.ts";
import exchange2003EraSnp from "./exchange-2003-era-snp.ts";
import excludedPortOffloaded from "./excluded-port-offloaded.ts";
import iis6ChimneyTroubleshooting from "./iis6-chimney-troubleshooting.ts";
import includedPortNotOffloaded from "./included-port-not-offloaded.ts";
import ineligibleStateOffloaded from "./ineligible-state-offloaded.ts";
import inhostDoesNotMeanDisabled from "./inhost-does-not-mean-disabled.ts";
import initialRtoNondefault from "./initial-rto-nondefault.ts";
import insufficientEligibleConnections from "./insufficient-eligible-connections.ts";
import ipv6NoneOffloaded from "./ipv6-none-offloaded.ts";
import localizedCapturePartial from "./localized-capture-partial.ts";
import longLivedPortNotOffloaded from "./long-lived-port-not-offloaded.ts";
import loopbackRowOffloaded from "./loopback-row-offloaded.ts";
import loopbackRowsExcluded from "./loopback-rows-excluded.ts";
import maxSynRetransmissionsChanged from "./max-syn-retransmissions-changed.ts";
import minPacketSizeToDmaOutOfRange from "./min-packet-size-to-dma-out-of-range.ts";
import mixedRssAndNonRssAdapters from "./mixed-rss-and-non-rss-adapters.ts";
import netdmaAndChimneyBothOn from "./netdma-and-chimney-both-on.ts";
import netdmaOnChimneyNothingOffloaded from "./netdma-on-chimney-nothing-offloaded.ts";
import netdmaOnUnsupportedOs from "./netdma-on-unsupported-os.ts";
import netftConnectionsNeverOffloaded from "./netft-connections-never-offloaded.ts";
import nicChimneyOnOsOff from "./nic-chimney-on-os-off.ts";
import nicDriverQuirk2003Teaming from "./nic-driver-quirk-2003-teaming.ts";
import nonsackRttResiliencyEnabled from "./nonsack-rtt-resiliency-enabled.ts";
import offloadCapacityNear from "./offload-capacity-near.ts";
import offloadCapacitySaturated from "./offload-capacity-saturated.ts";
import offloadColumnMissing from "./offload-column-missing.ts";
import offloadFlappingBetweenSnapshots from "./offload-flapping-between-snapshots.ts";
import osChimneyOnNicOff from "./os-chimney-on-nic-off.ts";
import osFingerprintMismatch from "./os-fingerprint-mismatch.ts";
import osUnknownRulesLimited from "./os-unknown-rules-limited.ts";
import portIncludedAndExcluded from "./port-included-and-excluded.ts";
import portListInvalidEntry from "./port-list-invalid-entry.ts";
import portListOver12 from "./port-list-over-12.ts";
import r2FirewallRuleUploads from "./r2-firewall-rule-uploads.ts";
import registryNetshChimneyDisagree from "./registry-netsh-chimney-disagree.ts";
import rrasLeftoverIpnat2003 from "./rras-leftover-ipnat-2003.ts";
import rscDisabled from "./rsc-disabled.ts";
import rssBlockedByChecksumOffload from "./rss-blocked-by-checksum-offload.ts";
import rssDisabled from "./rss-disabled.ts";
import type { Rule } from "./rule.ts";
import sackBug2525390 from "./sack-bug-2525390.ts";
import sbs2003NatSnp from "./sbs-2003-nat-snp.ts";
import snpPortListsOnNewerOs from "./snp-port-lists-on-newer-os.ts";
import snpValuesAbsent2003 from "./snp-values-absent-2003.ts";
import sqlServerChimney from "./sql-server-chimney.ts";
import taskOffloadDisabledGlobal from "./task-offload-disabled-global.ts";
import tcpipStatisticsDoubleCount2003 from "./tcpip-statistics-double-count-2003.ts";
import timestampsEnabled from "./timestamps-enabled.ts";
import transitionalStatesPresent from "./transitional-states-present.ts";
import unknownOffloadToken from "./unknown-offload-token.ts";
import uploadingDominates from "./uploading-dominates.ts";
import vmChimneyMeasuredInParent from "./vm-chimney-measured-in-parent.ts";
import vmqHidesRss from "./vmq-hides-rss.ts";
import workloadBulkChimneyIdle from "./workload-bulk-chimney-idle.ts";
import workloadShortLivedChimneyOn from "./workload-short-lived-chimney-on.ts";

/** Every rule, one line each; the order is that of the catalogue. */
export const rules: readonly Rule[] = [
  chimneyEnabledNothingOffloaded,
  chimneyAutomaticNothingOffloaded,
  chimneyDisabledButOffloaded,
  chimneystatsDisabledMessageVsGlobal,
  chimneystatsVsNetstatMismatch,
  nicChimneyOnOsOff,
  osChimneyOnNicOff,
  registryNetshChimneyDisagree,
  offloadColumnMissing,
  capturesNotContemporaneous,
  transitionalStatesPresent,
  uploadingDominates,
  offloadFlappingBetweenSnapshots,
  chimneyValueImpossibleForOs,
  chimneyNondefaultForOs,
  chimneyEnabled2008,
  chimneyEnabled2008r2,
  chimneyDisabled2008r2,
  chimneyEnabled2003,
  snpValuesAbsent2003,
  chimneyEnabled2012,
  chimneyDeprecated2016,
  chimneyActiveOnRemovedOs,
  chimneyLineVestigialOnRemovedOs,
  allInhostOnRemovedOs,
  chimneyLineMissingOnOldOs,
  osFingerprintMismatch,
  osUnknownRulesLimited,
  automaticLinkBelow10g,
  automaticRttTooHigh,
  automaticTransferTooSmall,
  netdmaAndChimneyBothOn,
  netdmaOnChimneyNothingOffloaded,
  netdmaOnUnsupportedOs,
  dcaWithoutNetdma,
  rssDisabled,
  rssBlockedByChecksumOffload,
  taskOffloadDisabledGlobal,
  mixedRssAndNonRssAdapters,
  vmqHidesRss,
  autotuningNotNormal,
  autotuningExperimental,
  autotuningOverriddenByHeuristics,
  congestionProviderUnexpected,
  ecnNondefault,
  timestampsEnabled,
  initialRtoNondefault,
  nonsackRttResiliencyEnabled,
  maxSynRetransmissionsChanged,
  rscDisabled,
  sackBug2525390,
  chimneyDeadAfterNicChange,
  r2FirewallRuleUploads,
  coexistIpsec,
  coexistNlb,
  coexistNatIcs,
  rrasLeftoverIpnat2003,
  coexistHyperv2008,
  vmChimneyMeasuredInParent,
  coexistTeaming,
  coexistFirewall2003,
  coexistThirdPartyFilter,
  netftConnectionsNeverOffloaded,
  captureToolsBlind,
  loopbackRowsExcluded,
  loopbackRowOffloaded,
  ineligibleStateOffloaded,
  insufficientEligibleConnections,
  longLivedPortNotOffloaded,
  ipv6NoneOffloaded,
  adapterWithoutOffload,
  offloadCapacitySaturated,
  offloadCapacityNear,
  duplicateConnectionsInInput,
  inhostDoesNotMeanDisabled,
  unknownOffloadToken,
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
];
