/** The settings this program knows, whatever command printed them; the order is that of the settings tables. */
export const settingKeys = [
  "receiveSideScaling",
  "chimneyOffload",
  "netDma",
  "directCacheAccess",
  "receiveWindowAutoTuning",
  "addOnCongestionControlProvider",
  "ecnCapability",
  "rfc1323Timestamps",
  "initialRto",
  "receiveSegmentCoalescing",
  "nonSackRttResiliency",
  "maxSynRetransmissions",
  "fastOpen",
  "fastOpenFallback",
  "hyStart",
  "proportionalRateReduction",
  "pacingProfile",
  "taskOffload",
  "networkDirect",
  "networkDirectAcrossIpSubnets",
  "packetCoalescingFilter",
] as const;

export type SettingKey = (typeof settingKeys)[number];

/** The rows of `netsh int tcp show heuristics`. */
export const heuristicKeys = [
  "windowScalingHeuristics",
  "qualifyingDestinationThreshold",
  "profileTypeUnknown",
  "profileTypePublic",
  "profileTypePrivate",
  "profileTypeDomain",
] as const;

export type HeuristicKey = (typeof heuristicKeys)[number];

/** netstat's English words for the states of a TCP connection; other languages are mapped to these. */
export const connectionStates = [
  "LISTENING",
  "SYN_SENT",
  "SYN_RECEIVED",
  "ESTABLISHED",
  "FIN_WAIT_1",
  "FIN_WAIT_2",
  "CLOSE_WAIT",
  "CLOSING",
  "LAST_ACK",
  "TIME_WAIT",
  "CLOSED",
  "BOUND",
  "DELETE_TCB",
] as const;

export type ConnectionState = (typeof connectionStates)[number];

/** The four offload states, under the names this program uses. */
export const offloadStates = ["inHost", "offloading", "offloaded", "uploading"] as const;

export type OffloadState = (typeof offloadStates)[number];

/** The cells of netstat's column heading that a language has its own word for. */
export type NetstatHeading = "protocol" | "localAddress" | "foreignAddress" | "state" | "processId" | "offloadState";

/**
 * Windows' own words in one display language, as captures or message tables show them; a word nobody captured is left
 * out, never translated by us. Several spellings of one thing are listed, the current one first.
 */
export interface Locale {
  /** BCP 47 tag, which is the file's name too. */
  readonly tag: string;
  /** English name of the language. */
  readonly language: string;
  readonly netstatTitle: readonly string[];
  readonly netstatHeading: { readonly [K in NetstatHeading]?: readonly string[] };
  /** Words for connection states that differ from the English ones (the English ones are read everywhere). */
  readonly states: { readonly [word: string]: ConnectionState };
  readonly offloadStates: { readonly [word: string]: OffloadState };
  readonly globalQuerying: readonly string[];
  readonly globalTitle: readonly string[];
  readonly settings: { readonly [K in SettingKey]?: readonly string[] };
  readonly heuristicsTitle: readonly string[];
  readonly heuristics: { readonly [K in HeuristicKey]?: readonly string[] };
  /** The footnote under the settings, line by line as Windows breaks it. */
  readonly heuristicsFootnote: readonly string[];
  readonly messages: {
    readonly chimneyDisabled?: readonly string[];
    /** The text up to the colon after which the command is repeated. */
    readonly commandNotFound?: readonly string[];
    readonly requiresElevation?: readonly string[];
    readonly accessDenied?: readonly string[];
    readonly noOwnership?: readonly string[];
  };
}
