import type { ArchiveFormat, ArchiveInput, Member, Trouble } from "./archive.ts";
import { hasSignature, letters } from "./opening.ts";
import { inBlocks, stretch, type Volume } from "./volume.ts";
import { DamagedList, type Listed, listed } from "./zip-directory.ts";
import { findEnd, type ZipEnd } from "./zip-end.ts";
import { memberOf } from "./zip-entry.ts";
import { salvaged } from "./zip-salvage.ts";

/** Stretches of an archive that members have claimed, none of which overlaps another. */
interface Ranges {
  readonly starts: number[];
  readonly ends: number[];
}

/** What is found on the way through the list. */
interface Findings {
  readonly ranges: Ranges;
  /** Places of the members that the list had, so that none of them is found again without it. */
  readonly headers: Set<number>;
  /** Members whose own headers say something else than the list. */
  disagreeing: number;
}

/** How a zip archive begins: with a member, with its end when it is empty, with the mark of one that is or was split. */
const SPLIT = letters("PK\x07\x08");

/** How a program of Windows begins: the archive may unpack itself. */
const PROGRAM = letters("MZ");

const BEGINNINGS = [letters("PK\x03\x04"), letters("PK\x05\x06"), SPLIT, letters("PK00PK")];

/** What can be said of a member without reading any of it, which would reach into the list of members. */
const TOO_LONG = { code: "member-size", reason: "claims more packed bytes than the archive has for it" } as const;

const JOIN = "one part of an archive that was split; join the parts first";

/**
 * Zip archives, by their list of members alone. Where the list is missing or damaged, as after an upload that was cut
 * off, the members are looked for one behind the other.
 */
export const zip: ArchiveFormat = {
  name: "a zip archive",
  matches: (head) => BEGINNINGS.some((beginning) => hasSignature(head, beginning)),
  // Only looked for where it is likely: a text may quote the record at its end, and a program is no text.
  async standsBehind(head, file, volume) {
    if (!hasSignature(head, PROGRAM) && !/\.zip$/i.test(file)) return false;
    return (await findEnd(volume).catch(() => undefined)) !== undefined;
  },
  async *members(input) {
    const volume = inBlocks(await input.volume());
    const end = await findEnd(volume);
    if (end?.isPart === true || (end === undefined && (await isMarkedAsPart(input, volume)))) {
      yield { status: "failed", code: "archive-multi-part", reason: JOIN };
    } else if (end === undefined) {
      yield* withoutList(volume);
    } else {
      yield* byList(proper(volume, end), end);
    }
  },
};

function noRanges(): Ranges {
  return { starts: [], ends: [] };
}

/** Claims a stretch; false when a part of it is claimed already. Both lists stay in order. */
function claim({ starts, ends }: Ranges, start: number, end: number): boolean {
  const at = firstAfter(starts, start);
  if ((ends[at - 1] ?? 0) > start || (starts[at] ?? Number.POSITIVE_INFINITY) < end) return false;
  starts.splice(at, 0, start);
  ends.splice(at, 0, end);
  return true;
}

async function* byList(volume: Volume, found: ZipEnd): AsyncGenerator<Member | Trouble> {
  const findings: Findings = { ranges: noRanges(), headers: new Set(), disagreeing: 0 };
  const room = found.directory ?? volume.size;
  if (found.directory !== null) claim(findings.ranges, found.directory, volume.size);
  try {
    for await (const one of listed(volume)) {
      const end = one.header + one.length;
      const isTooLong = one.header < room && end > room;
      // Of one that would reach into the list only the place is known to be taken.
      if (!claim(findings.ranges, one.header, isTooLong ? one.header + 1 : end)) {
        yield overlapping(findings.headers.size);
        return;
      }
      findings.headers.add(one.header);
      const member = await memberOf(one.entry, () => packedBytes(one, volume, findings));
      yield isTooLong ? { ...member, refusal: member.refusal ?? TOO_LONG } : member;
    }
  } catch (error) {
    if (!(error instanceof DamagedList)) throw error;
    yield damaged(error, findings.headers.size);
    if (!error.isPart) yield* salvaged(volume, findings.headers);
  }
  yield* oddities(found, findings);
}

async function* packedBytes(
  { dataStart, entry }: Listed,
  volume: Volume,
  findings: Findings,
): AsyncGenerator<Uint8Array> {
  const { at, agrees } = await dataStart();
  if (!agrees) findings.disagreeing += 1;
  yield* stretch(volume, at, at + entry.packed);
}

async function* withoutList(volume: Volume): AsyncGenerator<Member | Trouble> {
  let count = 0;
  for await (const member of salvaged(volume, new Set())) {
    count += 1;
    yield member;
  }
  const reason = `truncated: its end is missing, as after an upload that was interrupted; ${countOf(count)} recovered`;
  yield { status: count === 0 ? "failed" : "partial", code: "archive-truncated", reason };
}

/** The archive proper, where something stands before or behind it, with the place of its list as it is. */
function proper(volume: Volume, { before, behind, directory, misplaced }: ZipEnd): Volume {
  const size = volume.size - before - behind;
  const read: Volume["read"] = (start, length) =>
    volume.read(start + before, Math.max(0, Math.min(length, size - start)));
  if (misplaced === undefined || directory === null) return { size, read };
  const right = Uint8Array.from([0, 8, 16, 24], (bits) => directory >>> bits);
  return {
    size,
    read: async (start, length) => {
      const bytes = await read(start, length);
      if (start + bytes.length <= misplaced || start >= misplaced + right.length) return bytes;
      return bytes.map((byte, at) => right[start + at - misplaced] ?? byte);
    },
  };
}

function overlapping(count: number): Trouble {
  const reason = `members overlap, as in archive bombs; nothing is read after the first ${countOf(count)}`;
  return { status: count === 0 ? "failed" : "partial", code: "archive-overlap", reason };
}

function damaged({ isPart }: DamagedList, count: number): Trouble {
  if (isPart) return { status: "failed", code: "archive-multi-part", reason: JOIN };
  const reason = `the list of its members is damaged after ${countOf(count)}; the others were looked for without it`;
  return { status: "partial", code: "archive-damaged", reason };
}

/** Why two programs may show different things in the archive, and what is odd but hides nothing: of that all was read. */
function* oddities(
  { before, behind, misplaced, hasRival, hasNeighbour }: ZipEnd,
  findings: Findings,
): Generator<Trouble> {
  const { headers, disagreeing } = findings;
  const harmless: string[] = [];
  if (before > 0) harmless.push(`${before} bytes precede it`);
  if (behind > 0) harmless.push(`${behind} bytes follow its end`);
  if (misplaced !== undefined) harmless.push("its list of members is not where its end says");
  const reasons: string[] = [];
  if (hasNeighbour) reasons.push("another archive stands there");
  if (hasRival) reasons.push("it has more than one end");
  if (disagreeing > 0) reasons.push(`${countOf(disagreeing)} called something else in its list than where it lies`);
  if (before === 0 && headers.size > 0 && !headers.has(0) && !headers.has(4))
    reasons.push("its first member is not in its list");
  if (reasons.length > 0) {
    const reason = `ambiguous: ${[...harmless, ...reasons].join(", ")}; its list of members was taken`;
    yield { status: "partial", code: "archive-ambiguous", reason };
  } else if (harmless.length > 0) {
    const reason = `${harmless.join(", ")}; every member in its list was read`;
    yield { status: "skipped", code: "archive-ambiguous", reason };
  }
}

function countOf(count: number): string {
  return count === 1 ? "1 member" : `${count} members`;
}

/** An archive that is marked as split and has no end is the first part of several; so is one that is numbered. */
async function isMarkedAsPart({ file }: ArchiveInput, volume: Volume): Promise<boolean> {
  return /\.(?:z?\d{2,3})$/i.test(file) || hasSignature(await volume.read(0, 4), SPLIT);
}

/** Where in the list the first number stands that is greater. */
function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
