import { type Source, source } from "./sources.ts";

/** Why an adapter asks for a connection to be taken back (TCP_UPLOAD_REASON). Netstat shows none: candidates only. */
export interface UploadReason {
  readonly name: string;
  /** True where the host has to take the connection back, false where it may. */
  readonly mandatory: boolean;
  readonly circumstance: string;
}

export const uploadReasons: readonly UploadReason[] = [
  { name: "HardwareFailure", mandatory: true, circumstance: "the state in hardware is corrupt" },
  { name: "InvalidState", mandatory: true, circumstance: "something was sent on an invalidated state object" },
  { name: "ReceivedUrgentData", mandatory: true, circumstance: "urgent data came in" },
  { name: "TimeoutExpiration", mandatory: true, circumstance: "the connection timed out" },
  { name: "UploadRequested", mandatory: true, circumstance: "unspecified, or resources are short" },
  { name: "HighDropRate", mandatory: false, circumstance: "too many segments are dropped on the way out" },
  { name: "HighFragmentation", mandatory: false, circumstance: "too many fragments" },
  { name: "HighOutofOrderPackets", mandatory: false, circumstance: "too many segments out of order" },
  { name: "LowActivity", mandatory: false, circumstance: "too little traffic" },
  { name: "NoBufferProposting", mandatory: false, circumstance: "no receive buffers were posted in advance" },
  { name: "SmallIO", mandatory: false, circumstance: "receive buffers are too small" },
];

/** Why the host takes connections back by itself; its source says that the list is not complete. */
export const hostUploadReasons: readonly string[] = [
  "connections of higher priority need to be offloaded",
  "the adapter asks for it",
  "not enough data is sent or received",
  "the link is lost",
  "the network stack pauses the adapter",
];

export const uploadReasonsSource: Source = source("eventIndicate");
export const hostUploadReasonsSource: Source = source("terminateOffload");
/** A driver gives everything back at once, for example when an 802.3ad team fails over. */
export const uploadAllSource: Source = source("uploadAll");
