import type { Rule } from "../../rule.ts";
import autotuningExperimental from "../autotuning-experimental.ts";
import autotuningNotNormal from "../autotuning-not-normal.ts";
import autotuningOverriddenByHeuristics from "../autotuning-overridden-by-heuristics.ts";
import chimneyDeadAfterNicChange from "../chimney-dead-after-nic-change.ts";
import chimneyHotfixesMissing from "../chimney-hotfixes-missing.ts";
import congestionProviderUnexpected from "../congestion-provider-unexpected.ts";
import dcaWithoutNetdma from "../dca-without-netdma.ts";
import driverBeforeFixes from "../driver-before-fixes.ts";
import ecnNondefault from "../ecn-nondefault.ts";
import equalAdaptersToldByOrder from "../equal-adapters-told-by-order.ts";
import initialRtoNondefault from "../initial-rto-nondefault.ts";
import maxSynRetransmissionsChanged from "../max-syn-retransmissions-changed.ts";
import mixedRssAndNonRssAdapters from "../mixed-rss-and-non-rss-adapters.ts";
import netdmaAndChimneyBothOn from "../netdma-and-chimney-both-on.ts";
import netdmaOnChimneyNothingOffloaded from "../netdma-on-chimney-nothing-offloaded.ts";
import netdmaOnUnsupportedOs from "../netdma-on-unsupported-os.ts";
import netshDamagedValues2008 from "../netsh-damaged-values-2008.ts";
import nonsackRttResiliencyEnabled from "../nonsack-rtt-resiliency-enabled.ts";
import removedAdaptersInRegistry from "../removed-adapters-in-registry.ts";
import rscDisabled from "../rsc-disabled.ts";
import rscOffOnAdapter from "../rsc-off-on-adapter.ts";
import rssBlockedByChecksumOffload from "../rss-blocked-by-checksum-offload.ts";
import rssDisabled from "../rss-disabled.ts";
import rssOffOnAdapter from "../rss-off-on-adapter.ts";
import rssProcessorsOverlap from "../rss-processors-overlap.ts";
import rssQueuesTooFew from "../rss-queues-too-few.ts";
import sackBug2525390 from "../sack-bug-2525390.ts";
import taskOffloadDisabledGlobal from "../task-offload-disabled-global.ts";
import timestampsEnabled from "../timestamps-enabled.ts";
import vmqHidesRss from "../vmq-hides-rss.ts";
import vmqOffOnAdapter from "../vmq-off-on-adapter.ts";

/** Rules on the other settings of Windows and of adapters, and on hotfixes that belong to them. */
export const settingsRules: readonly Rule[] = [
  netdmaAndChimneyBothOn,
  netdmaOnChimneyNothingOffloaded,
  netdmaOnUnsupportedOs,
  dcaWithoutNetdma,
  rssDisabled,
  rssBlockedByChecksumOffload,
  rssOffOnAdapter,
  rssQueuesTooFew,
  rssProcessorsOverlap,
  taskOffloadDisabledGlobal,
  mixedRssAndNonRssAdapters,
  vmqHidesRss,
  vmqOffOnAdapter,
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
  rscOffOnAdapter,
  sackBug2525390,
  chimneyHotfixesMissing,
  driverBeforeFixes,
  netshDamagedValues2008,
  chimneyDeadAfterNicChange,
  removedAdaptersInRegistry,
  equalAdaptersToldByOrder,
];
