import { type Remark, type Source, SourceFault, type UnreadSource } from "../../text/index.ts";
import type { ArchiveFormat, ArchiveInput, Member } from "./archive.ts";
import { type Budget, carried, countEntry, metered } from "./budget.ts";
import { formatIn } from "./format-in.ts";
import { held } from "./held.ts";
import { belowLines } from "./mail-lines.ts";
import { isLaterPart, isPageInsteadOfArchive, passedOver } from "./member-choice.ts";
import { type Label, uniqueLabel } from "./member-name.ts";
import { type Opening, opened } from "./opening.ts";
import type { Volume } from "./volume.ts";

/** What may be an archive or a text: a file, standard input, a member of an archive. */
export interface Candidate {
  /** As reports name it: `bundle.zip!folder/member.txt`. */
  readonly name: string;
  /** The name of the file alone. */
  readonly file: string;
  readonly opening: Opening;
  /** The formats that are known, here and in what is nested; the first one that matches is taken. A browser has its own. */
  readonly formats: readonly ArchiveFormat[];
  /** Of an open file; undefined where bytes only come one after the other. */
  readonly volume: Volume | undefined;
  /** Archives around it. */
  readonly level: number;
  /** Lines above it in the file that it stands in as text. */
  readonly linesAbove: number;
  /** Of a member of an archive, which is one of many. */
  readonly member: Pick<Member, "size" | "packed"> | undefined;
  readonly isOneOfMany: Source["isOneOfMany"];
  readonly remarks: readonly Remark[];
}

/**
 * The sources in something that was opened: itself where it is no archive, and else what is in it, in the order of the
 * archive, with all that is nested in that. What is not read is told in its place. Each source has to be read before
 * the next one is asked for. Throws nothing.
 */
export async function* sourcesIn(candidate: Candidate, budget: Budget): AsyncGenerator<Source | UnreadSource> {
  const { name, file, opening, linesAbove, member, isOneOfMany, remarks } = candidate;
  const format = await formatIn(candidate);
  if (format !== undefined) {
    yield* walk(candidate, format, budget);
  } else if (isPageInsteadOfArchive(file, opening.head)) {
    const reason = "a Web page and no archive, probably an error of the portal that it was downloaded from";
    yield { name, status: "failed", code: "source-page", reason };
  } else if (isLaterPart(file)) {
    const reason = "one part of an archive that was split; join the parts first";
    yield { name, status: "failed", code: "archive-multi-part", reason };
  } else {
    const own = member === undefined ? opening.bytes() : metered(opening.bytes(), member.packed, budget);
    yield {
      name,
      bytes: belowLines(linesAbove, own),
      ...(isOneOfMany && { isOneOfMany }),
      ...(remarks.length > 0 && { remarks }),
    };
  }
}

/** What is known of something that is no member of an archive and maybe no file, by its name alone. */
export function candidateNamed(name: string, formats: Candidate["formats"]): Omit<Candidate, "opening"> {
  const file = name.slice(name.lastIndexOf("/") + 1);
  const alone = { volume: undefined, level: 0, linesAbove: 0, member: undefined, isOneOfMany: undefined, remarks: [] };
  return { name, file, formats, ...alone };
}

/** What became of an archive's members, so that one of which nothing was read has a row of its own. */
interface Tally {
  members: number;
  opened: number;
  /** The rows that say what is amiss; with one of them there is no need of another. */
  faults: number;
  /** What was amiss with the archive's own bytes on the way into memory; what came of them is read all the same. */
  readonly damage: SourceFault[];
}

async function* walk(archive: Candidate, format: ArchiveFormat, budget: Budget): AsyncGenerator<Source | UnreadSource> {
  const { name, level } = archive;
  const { limits } = budget;
  const tally: Tally = { members: 0, opened: 0, faults: 0, damage: [] };
  if (level >= limits.depth) {
    const reason = `an archive nested ${level} deep, one more than is opened`;
    yield { name, status: "failed", code: "archive-limit", reason };
    return;
  }
  try {
    yield* membersOf(archive, format, budget, tally);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    tally.faults += 1;
    if (budget.spent === undefined)
      yield { name, status: statusOf(error, tally), code: error.code, reason: error.message };
  }
  if (budget.spent !== undefined) {
    if (budget.isTold) return;
    budget.isTold = true;
    const reason = `${budget.spent}; nothing more of the bundle is read`;
    yield { name, status: "partial", code: "archive-limit", reason };
    return;
  }
  yield* damageTo(name, tally);
  if (tally.opened === 0 && tally.faults === 0) yield nothingReadOf(name, tally);
}

async function* membersOf(
  archive: Candidate,
  format: ArchiveFormat,
  budget: Budget,
  tally: Tally,
): AsyncGenerator<Source | UnreadSource> {
  const seen = new Map<string, number>();
  for await (const found of format.members(inputOf(archive, budget, tally), budget.limits)) {
    if ("status" in found) {
      tally.faults += 1;
      yield { ...found, name: archive.name };
      continue;
    }
    countEntry(budget);
    if (budget.spent !== undefined) return;
    tally.members += 1;
    if (found.kind !== "directory") {
      yield* memberSources(found, uniqueLabel(found.name, seen, budget.limits), archive, budget, tally);
    }
    if (budget.spent !== undefined) return;
  }
}

/** Why an archive was not all there. That it breaks off, its own format mostly told already. */
function* damageTo(name: string, tally: Tally): Generator<UnreadSource> {
  for (const fault of tally.damage) {
    if (fault.code === "archive-truncated" && tally.faults > 0) continue;
    tally.faults += 1;
    yield { name, status: statusOf(fault, tally), code: fault.code, reason: fault.message };
  }
}

async function* memberSources(
  member: Member,
  label: Label,
  archive: Candidate,
  budget: Budget,
  tally: Tally,
): AsyncGenerator<Source | UnreadSource> {
  const name = `${archive.name}!${label.text}`;
  const reason = passedOver(label.text);
  if (member.kind === "link") {
    yield { name, status: "skipped", code: "member-link", reason: "a link, not followed" };
  } else if (member.kind === "device") {
    yield { name, status: "skipped", code: "member-link", reason: "a device or a pipe, not read" };
  } else if (reason !== undefined) {
    yield { name, status: "skipped", code: null, reason };
  } else if (member.refusal !== undefined) {
    tally.faults += 1;
    yield { name, status: "failed", ...member.refusal };
  } else {
    tally.opened += 1;
    const opening = await opened(member.bytes());
    const file = label.text.slice(label.text.lastIndexOf("/") + 1);
    const place = {
      formats: member.isText === true ? [] : archive.formats,
      volume: undefined,
      level: archive.level + 1,
      linesAbove: member.linesAbove === undefined ? 0 : archive.linesAbove + member.linesAbove,
      member,
      isOneOfMany: true,
      remarks: label.remarks,
    } as const;
    try {
      yield* sourcesIn({ name, file, opening, ...place }, budget);
    } finally {
      await opening.close();
    }
  }
}

function inputOf({ file, opening, volume, member }: Candidate, budget: Budget, { damage }: Tally): ArchiveInput {
  const tell = (fault: SourceFault) => damage.push(fault);
  return {
    file,
    stream: () => (member === undefined ? opening.bytes() : carried(opening.bytes(), budget)),
    volume: async () => volume ?? (await held(opening.bytes(), member?.size ?? null, budget, tell)),
    carry: (bytes) => carried(bytes, budget),
  };
}

/** An archive that was opened before is no failure; one of which something was read did not fail altogether. */
function statusOf({ code }: SourceFault, { opened: count }: Tally): UnreadSource["status"] {
  if (code === "archive-repeats" || code === "archive-needs-package") return "skipped";
  return count > 0 ? "partial" : "failed";
}

function nothingReadOf(name: string, { members }: Tally): UnreadSource {
  if (members === 0) return { name, status: "skipped", code: "source-empty", reason: "an archive with nothing in it" };
  const reason = members === 1 ? "its only member is not read" : `none of its ${members} members is read`;
  return { name, status: "skipped", code: null, reason };
}
