import { type Citation, source } from "./sources.ts";

/** What has to hold, all of it, before Server 2008 R2 considers a connection in automatic mode. */
export interface AutomaticCriterion {
  readonly id: "link" | "roundTrip" | "transfer";
  readonly text: string;
}

/** Netstat shows none of them: without other evidence each one is unknown. */
export const automaticCriteria: readonly AutomaticCriterion[] = [
  { id: "link", text: "the connection is over a 10 Gbps Ethernet adapter" },
  { id: "roundTrip", text: "the mean round trip takes less than 20 milliseconds" },
  { id: "transfer", text: "at least 130 KB have been exchanged (whether of 1,000 or 1,024 bytes is not stated)" },
];

export const automaticModeSource: Citation = source("itPro", "TCP Chimney Offload, automatic mode");
