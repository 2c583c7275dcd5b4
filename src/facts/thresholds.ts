/** The limits that rules compare with: each with its default and where that comes from. All of them can be set. */
export const thresholds = {
  leastConnections: {
    value: 4,
    source: "inferred: with three connections, even none offloaded allows a share of 56 %",
  },
  minutesBetweenCaptures: { value: 15, source: "inferred: settings and connections change in minutes" },
  uploadingConnections: { value: 3, source: "inferred" },
  uploadingShare: { value: 0.2, source: "inferred" },
  flappingTransitions: { value: 2, source: "inferred" },
  statsDifference: { value: 5, source: "inferred: rows that come and go between two captures" },
  statsDifferenceShare: { value: 0.1, source: "inferred" },
  automaticLinkMbps: { value: 10_000, source: "Windows IT Pro, Give SNP Another Look: a 10 Gbps adapter" },
  automaticRttMs: { value: 20, source: "Windows IT Pro, Give SNP Another Look: less than 20 milliseconds" },
  automaticKilobytes: { value: 130, source: "Windows IT Pro, Give SNP Another Look: at least 130 KB" },
  connectionsForShares: { value: 30, source: "inferred: with fewer connections a share is that of a small sample" },
  shortLivedShare: { value: 0.7, source: "inferred" },
  bulkShare: { value: 0.5, source: "inferred" },
  portsInAList: { value: 12, source: "KB 912222: a maximum of 12 ports" },
  capacityNearShare: { value: 0.9, source: "inferred" },
  hostsToCompare: { value: 3, source: "inferred: of two hosts that differ, neither is the odd one" },
  dynamicPortsShare: { value: 0.8, source: "inferred: beyond it a burst of connections finds no free port" },
  closeWaitConnections: { value: 50, source: "inferred" },
  synSentConnections: { value: 10, source: "inferred" },
  synReceivedConnections: { value: 20, source: "inferred" },
  rssFastMbps: { value: 10_000, source: "inferred: one processor copes with a slower link" },
  rssLeastProcessors: { value: 4, source: "inferred: what a link of 10 Gbps may need" },
  blanketDisabled: { value: 3, source: "inferred" },
} as const satisfies Record<string, { readonly value: number; readonly source: string }>;

export type ThresholdName = keyof typeof thresholds;

/** The limits in force for a run. */
export type Thresholds = { readonly [K in ThresholdName]: number };

/** Fewer connections than this are only counted: a percentage of three would pretend to be more than it is. */
export const LEAST_CONNECTIONS: number = thresholds.leastConnections.value;

/** From this many connections on percentages have a decimal and are not called those of a small sample. */
export const LARGE_SAMPLE: number = thresholds.connectionsForShares.value;
