import type { Connection } from "../../grammar/kinds/netstat/index.ts";

/** What the offload column of a row says, as a number: the two sides, the two ways between them, and no known word. */
export type OffloadCode = 0 | 1 | 2 | 3 | 4 | 5;

/** Where an eligible connection is handled; transitional ones are on their way from one side to the other. */
export type Side = 0 | 1 | 2;

export const OFFLOADED = 0;
export const IN_HOST = 1;
/** As a side it is any row on its way, as a code one on its way to the adapter. */
export const TRANSITIONAL = 2;
export const OFFLOADING = 2;
export const UPLOADING = 3;
export const ABSENT = 4;
export const UNKNOWN = 5;

/** How many codes there are. */
export const OFFLOAD_CODES = 6;

export function offloadCode({
  offloadState,
  unknownOffloadState,
}: Pick<Connection, "offloadState" | "unknownOffloadState">): OffloadCode {
  if (offloadState === "inHost") return IN_HOST;
  if (offloadState === "offloaded") return OFFLOADED;
  if (offloadState === "offloading") return OFFLOADING;
  if (offloadState === "uploading") return UPLOADING;
  return unknownOffloadState === undefined ? ABSENT : UNKNOWN;
}

/** The side of an eligible or transitional row, by its code. */
export function sideOfCode(code: number): Side {
  if (code === IN_HOST) return IN_HOST;
  return code === OFFLOADED ? OFFLOADED : TRANSITIONAL;
}
