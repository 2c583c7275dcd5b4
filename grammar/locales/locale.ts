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

/** What a line of `systeminfo` is about; `hotfixes` stands above the list of them. */
export type SystemInfoLabel =
  | "hostName"
  | "osName"
  | "version"
  | "systemManufacturer"
  | "systemModel"
  | "processors"
  | "hotfixes";

/**
 * What a phrase of the firewall listings is. The first three end a title behind the name of a profile or connection,
 * `current` stands behind the title of the profile in force.
 */
export type FirewallWord =
  | "profileSettings"
  | "profileConfiguration"
  | "connectionConfiguration"
  | "current"
  | "status"
  | "profile"
  | "state"
  | "operationalMode"
  | "on"
  | "off";

/**
 * Windows' own words in one display language, as captures or message tables show them; a word nobody captured is left
 * out, never translated by us. Several spellings of one thing are listed, the current one first.
 */
export interface Locale {
  /** BCP 47 tag, which is the file's name too. */
  readonly tag: string;
  /** English name of the language. */
  readonly language: string;
  /** The short form of dates, as Windows writes such forms: `dd.MM.yyyy`. */
  readonly shortDate?: string;
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
  /** Title of `netsh int tcp show supplemental`. */
  readonly supplementalTitle?: readonly string[];
  /** Labels of `netsh int ipv4 show dynamicport`. */
  readonly dynamicPorts?: { readonly startPort: readonly string[]; readonly numberOfPorts: readonly string[] };
  /** Title and labels of `netsh int ip show global`, as far as they matter. */
  readonly ipGlobalTitle?: readonly string[];
  readonly ipGlobal?: { readonly [K in "taskOffload"]?: readonly string[] };
  /** The word before the index and name of an interface, and the end of each sentence about it. */
  readonly ipOffload?: { readonly interface: readonly string[]; readonly supported: readonly string[] };
  /** Title and labels of `ipconfig`; `adapter` stands in a heading between the technology and the name. */
  readonly ipConfig?: {
    readonly title: readonly string[];
    readonly adapter: readonly string[];
    readonly hostName: readonly string[];
    readonly description: readonly string[];
    /** Labels of addresses of the host itself. */
    readonly address: readonly string[];
  };
  /** What `net start` prints above and below the names of services. */
  readonly netStart?: { readonly title: readonly string[]; readonly end: readonly string[] };
  /** Labels of `systeminfo` and of what collectors print instead of it. */
  readonly systemInfo?: { readonly [K in SystemInfoLabel]?: readonly string[] };
  /** Titles, labels and values of `netsh advfirewall show` and `netsh firewall show`. */
  readonly firewall?: { readonly [K in FirewallWord]?: readonly string[] };
  /** The footnote under the settings, line by line as Windows breaks it. */
  readonly heuristicsFootnote: readonly string[];
  readonly messages: {
    readonly chimneyDisabled?: readonly string[];
    /** The text up to the colon after which the command is repeated. */
    readonly commandNotFound?: readonly string[];
    readonly requiresElevation?: readonly string[];
    readonly accessDenied?: readonly string[];
    readonly noOwnership?: readonly string[];
    /** The whole message of `show netdmastats`, which Windows breaks over several lines. */
    readonly netDmaNotSupported?: readonly string[];
    /** What `reg query` says of a key or value that is not there, whole lines. */
    readonly registryNotFound?: readonly string[];
  };
}
