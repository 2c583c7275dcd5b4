import type { Locale } from "./locale.ts";

/** English, the language the other tables are compared with. */
export const enUS: Locale = {
  tag: "en-US",
  language: "English",
  netstatTitle: ["Active Connections"],
  netstatHeading: {
    protocol: ["Proto"],
    localAddress: ["Local Address"],
    foreignAddress: ["Foreign Address"],
    state: ["State"],
    processId: ["PID"],
    offloadState: ["Offload State"],
  },
  states: {},
  offloadStates: { InHost: "inHost", Offloading: "offloading", Offloaded: "offloaded", Uploading: "uploading" },
  globalQuerying: ["Querying active state..."],
  globalTitle: ["TCP Global Parameters"],
  settings: {
    receiveSideScaling: ["Receive-Side Scaling State"],
    chimneyOffload: ["Chimney Offload State"],
    netDma: ["NetDMA State"],
    // Windows 7 and Server 2008 R2 print the misspelling.
    directCacheAccess: ["Direct Cache Access (DCA)", "Direct Cache Acess (DCA)"],
    receiveWindowAutoTuning: ["Receive Window Auto-Tuning Level"],
    addOnCongestionControlProvider: ["Add-On Congestion Control Provider"],
    ecnCapability: ["ECN Capability"],
    rfc1323Timestamps: ["RFC 1323 Timestamps"],
    initialRto: ["Initial RTO"],
    receiveSegmentCoalescing: ["Receive Segment Coalescing State"],
    nonSackRttResiliency: ["Non Sack Rtt Resiliency"],
    maxSynRetransmissions: ["Max SYN Retransmissions"],
    // The long form is that of Windows 8.1, Server 2012 R2 and the first editions of Windows 10.
    fastOpen: ["Fast Open", "TCP Fast Open"],
    fastOpenFallback: ["Fast Open Fallback"],
    hyStart: ["HyStart"],
    proportionalRateReduction: ["Proportional Rate Reduction"],
    pacingProfile: ["Pacing Profile"],
  },
  heuristicsTitle: ["TCP Window Scaling heuristics Parameters"],
  heuristics: {
    windowScalingHeuristics: ["Window Scaling heuristics"],
    qualifyingDestinationThreshold: ["Qualifying Destination Threshold"],
    profileTypeUnknown: ["Profile type unknown"],
    profileTypePublic: ["Profile type public"],
    profileTypePrivate: ["Profile type private"],
    profileTypeDomain: ["Profile type domain"],
  },
  heuristicsFootnote: [
    "** The above autotuninglevel setting is the result of Windows Scaling heuristics",
    "overriding any local/policy configuration on at least one profile.",
  ],
  messages: {
    chimneyDisabled: ["Your System Administrator has disabled TCP Chimney."],
    commandNotFound: ["The following command was not found:"],
    requiresElevation: [
      "The requested operation requires elevation (Run as administrator).",
      "The requested operation requires elevation",
    ],
    accessDenied: ["Access is denied."],
    noOwnership: ["Can not obtain ownership information"],
  },
};
