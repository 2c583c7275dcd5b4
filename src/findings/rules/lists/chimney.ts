import type { Rule } from "../../rule.ts";
import allInhostOnRemovedOs from "../all-inhost-on-removed-os.ts";
import automaticLinkBelow10g from "../automatic-link-below-10g.ts";
import automaticRttTooHigh from "../automatic-rtt-too-high.ts";
import automaticTransferTooSmall from "../automatic-transfer-too-small.ts";
import capturesNotContemporaneous from "../captures-not-contemporaneous.ts";
import chimneyActiveOnRemovedOs from "../chimney-active-on-removed-os.ts";
import chimneyAutomaticNothingOffloaded from "../chimney-automatic-nothing-offloaded.ts";
import chimneyDeprecated2016 from "../chimney-deprecated-2016.ts";
import chimneyDisabled2008r2 from "../chimney-disabled-2008r2.ts";
import chimneyDisabledButOffloaded from "../chimney-disabled-but-offloaded.ts";
import chimneyEnabled2003 from "../chimney-enabled-2003.ts";
import chimneyEnabled2008 from "../chimney-enabled-2008.ts";
import chimneyEnabled2008r2 from "../chimney-enabled-2008r2.ts";
import chimneyEnabled2012 from "../chimney-enabled-2012.ts";
import chimneyEnabledNothingOffloaded from "../chimney-enabled-nothing-offloaded.ts";
import chimneyLineMissingOnOldOs from "../chimney-line-missing-on-old-os.ts";
import chimneyLineVestigialOnRemovedOs from "../chimney-line-vestigial-on-removed-os.ts";
import chimneyNondefaultForOs from "../chimney-nondefault-for-os.ts";
import chimneyValueImpossibleForOs from "../chimney-value-impossible-for-os.ts";
import chimneystatsDisabledMessageVsGlobal from "../chimneystats-disabled-message-vs-global.ts";
import chimneystatsVsNetstatMismatch from "../chimneystats-vs-netstat-mismatch.ts";
import nicChimneyOnOsOff from "../nic-chimney-on-os-off.ts";
import offloadColumnMissing from "../offload-column-missing.ts";
import offloadFlappingBetweenSnapshots from "../offload-flapping-between-snapshots.ts";
import osChimneyOnNicOff from "../os-chimney-on-nic-off.ts";
import osFingerprintMismatch from "../os-fingerprint-mismatch.ts";
import osUnknownRulesLimited from "../os-unknown-rules-limited.ts";
import outputNewerThanWindows from "../output-newer-than-windows.ts";
import registryNetshChimneyDisagree from "../registry-netsh-chimney-disagree.ts";
import snpValuesAbsent2003 from "../snp-values-absent-2003.ts";
import transitionalStatesPresent from "../transitional-states-present.ts";
import uploadingDominates from "../uploading-dominates.ts";

/** Rules on the state of Chimney, on its versions of Windows and on what automatic mode asks for. */
export const chimneyRules: readonly Rule[] = [
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
  outputNewerThanWindows,
  osUnknownRulesLimited,
  automaticLinkBelow10g,
  automaticRttTooHigh,
  automaticTransferTooSmall,
];
