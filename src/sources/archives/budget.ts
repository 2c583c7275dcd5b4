import { SourceFault } from "../../text/index.ts";
import type { Limits } from "./archive.ts";

const MEGABYTE = 1024 * 1024;

/** What is read of a bundle unless somebody says otherwise: many times what collectors leave behind as text. */
export const defaultLimits: Limits = {
  entries: 50_000,
  memberBytes: 64 * MEGABYTE,
  bundleBytes: 512 * MEGABYTE,
  depth: 4,
  nameBytes: 1024,
  ratio: 200,
};

/** Archives within archives that are streamed are mostly carried past, so more of them goes by than is read. */
const CARRIED_FOR_READ = 16;

/** Below this much a high ratio is no bomb but a short file of the same line over and over. */
const RATIO_FROM = MEGABYTE;

/** What has been used up of the limits, shared by a bundle and all that is nested in it. */
export interface Budget {
  readonly limits: Limits;
  /** Of archives that were held in memory, by which one that comes again is known. */
  readonly fingerprints: Set<string>;
  entries: number;
  bytes: number;
  carried: number;
  /** Why nothing more of the bundle is read; undefined while something may be. */
  spent: string | undefined;
  /** Whether that has been told: once is enough, though every archive around stops as well. */
  isTold: boolean;
}

export function newBudget(limits: Limits = defaultLimits): Budget {
  return { limits, fingerprints: new Set(), entries: 0, bytes: 0, carried: 0, spent: undefined, isTold: false };
}

/** Counts a member, read or not; the budget is spent when there are too many. */
export function countEntry(budget: Budget): void {
  budget.entries += 1;
  if (budget.entries > budget.limits.entries) budget.spent = `more than ${budget.limits.entries} members`;
}

/** The bytes of a member that is read, until a limit is reached: then a SourceFault that names it. */
export async function* metered(
  bytes: AsyncIterable<Uint8Array>,
  packed: number | null,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  const { memberBytes, ratio } = budget.limits;
  let produced = 0;
  for await (const chunk of bytes) {
    const room = Math.min(memberBytes - produced, roomIn(budget));
    const within = chunk.subarray(0, room);
    produced += within.length;
    budget.bytes += within.length;
    if (within.length > 0) yield within;
    if (chunk.length > room) throw produced === memberBytes ? memberFault(memberBytes) : spend(budget);
    if (packed !== null && produced > RATIO_FROM && produced > packed * ratio) {
      throw new SourceFault("member-limit", `unpacks to more than ${ratio} times its size; the rest is not read`);
    }
  }
}

/** The bytes of an archive within an archive that is read from its beginning to its end. */
export async function* carried(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    budget.carried += chunk.length;
    if (budget.carried > budget.limits.bundleBytes * CARRIED_FOR_READ) throw spend(budget);
    yield chunk;
  }
}

/** How many more bytes of the bundle may be read. */
export function roomIn({ bytes, limits }: Budget): number {
  return Math.max(0, limits.bundleBytes - bytes);
}

/** The fault of a bundle of which nothing more is read because of its size. */
export function spend(budget: Budget): SourceFault {
  budget.spent = `more than ${megabytes(budget.limits.bundleBytes)} unpacked altogether`;
  return new SourceFault("archive-limit", `${budget.spent}; the rest is not read`);
}

function memberFault(memberBytes: number): SourceFault {
  return new SourceFault("member-limit", `more than ${megabytes(memberBytes)} unpacked; the rest is not read`);
}

/** So many bytes, for people. */
export function megabytes(bytes: number): string {
  return bytes % MEGABYTE === 0 ? `${bytes / MEGABYTE} MB` : `${bytes} bytes`;
}
