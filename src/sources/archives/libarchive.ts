import { needOf } from "../../optional-package.ts";
import { SourceFault } from "../../text/index.ts";
import { type ArchiveInput, brokenOff, type Limits, type Member, type Trouble, WRONG_SUM } from "./archive.ts";
import { LIBARCHIVE, type Libarchive, type LoadLibarchive } from "./libarchive-package.ts";
import type { Volume } from "./volume.ts";

/** An archive in the memory of a library of its own; that memory never shrinks, so it is let go of as a whole. */
interface Opened {
  readonly library: Libarchive;
  readonly archive: number;
  /** The place where pieces of members are put. */
  readonly buffer: number;
  /** What was wrong with a member, first of all: what the library complains of later may be no more than its effect. */
  fault: SourceFault | undefined;
}

/** The library wants the whole archive in its memory, which has an end at 2 GB. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Bytes copied into the library at a time. */
const COPIED = 1024 * 1024;

/** Bytes asked for at a time. Of a piece in which a damaged place lies the library gives nothing, so it is a small one. */
const PIECE = 4096;

/** File types of Unix, by which the library tells what members are. */
const TYPE_DIRECTORY = 0o040000;
const TYPE_LINK = 0o120000;
const TYPES_OF_FILES: ReadonlySet<number> = new Set([0, 0o100000]);

/**
 * The members of an archive that libarchive reads. Letters of names that it knows no way to write, which is all but
 * ASCII, come out as U+FFFD. Sizes are not told: of large ones the library gives the lower half.
 */
export async function* unpacked(
  volume: Volume,
  input: Pick<ArchiveInput, "carry">,
  { entries }: Pick<Limits, "entries">,
  load: LoadLibarchive,
): AsyncGenerator<Member | Trouble> {
  const opened = await open(volume, load);
  if ("status" in opened) {
    yield opened;
    return;
  }
  let count = 0;
  for (;;) {
    const entry = nextEntry(opened);
    if (typeof entry !== "number") {
      if (entry !== undefined) yield brokenOff(entry.code, entry.message, count);
      else if (count === 0) yield brokenOff("archive-damaged", "damaged: its list of members can't be read", 0);
      return;
    }
    count += 1;
    if (count > entries + 1) return; // whoever counts them has stopped before
    const member = memberOf(opened, entry);
    yield member;
    if (member.refusal === undefined) await passBy(opened, input);
  }
}

async function open(volume: Volume, load: LoadLibarchive): Promise<Opened | Trouble> {
  if (volume.size > MOST_BYTES) {
    const reason = "larger than the 512 MB that can be read of this format; unpack it and pass the folder";
    return { code: "archive-limit", status: "skipped", reason };
  }
  const library = await load();
  if (library === undefined) {
    return { code: "archive-needs-package", status: "skipped", reason: needOf(LIBARCHIVE) };
  }
  try {
    const place = allocate(library, volume.size);
    for (let at = 0; at < volume.size; at += COPIED) {
      const bytes = await volume.read(at, Math.min(COPIED, volume.size - at));
      library.module.HEAP8.set(bytes, place + at);
    }
    const archive = library.read_new_memory(place, volume.size);
    return { library, archive, buffer: allocate(library, PIECE), fault: undefined };
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    return brokenOff("archive-damaged", "damaged: it can't be opened", 0);
  }
}

function allocate({ module }: Libarchive, size: number): number {
  const place = module._malloc(size);
  if (place === 0) throw new SourceFault("archive-limit", "there is not enough memory to read it");
  return place;
}

/** The next member, undefined at the end, or why there is none. */
function nextEntry({ library, archive, fault }: Opened): number | undefined | SourceFault {
  try {
    const entry = library.read_next_entry(archive);
    const complaint = entry === 0 ? library.error_string(archive) : "";
    if (entry !== 0) return entry;
    return complaint === "" ? undefined : (fault ?? faultOf(complaint));
  } catch (error) {
    return fault ?? faultOf(error);
  }
}

function memberOf(opened: Opened, entry: number): Member {
  const { library } = opened;
  const name = library.entry_pathname(entry).replaceAll("*", "\ufffd");
  const kind = kindOf(library, entry);
  const isEncrypted = library.entry_is_encrypted(entry) !== 0;
  return {
    name,
    kind,
    size: null,
    packed: null,
    ...(isEncrypted && { refusal: { code: "member-encrypted", reason: "encrypted; unpack it and pass the folder" } }),
    bytes: () => piecesOf(opened),
  };
}

function kindOf(library: Libarchive, entry: number): Member["kind"] {
  const type = library.entry_filetype(entry);
  if (type === TYPE_DIRECTORY) return "directory";
  if (type === TYPE_LINK || library.entry_hardlink(entry) !== "") return "link";
  return TYPES_OF_FILES.has(type) ? "file" : "device";
}

/**
 * What is left of the current member, piece by piece. The library's own reader would allocate what a member claims to
 * be. A wrong checksum is complained of before the last piece, which comes when it is asked for once more.
 */
async function* piecesOf(opened: Opened): AsyncGenerator<Uint8Array> {
  let wrongSum: SourceFault | undefined;
  for (;;) {
    const piece = nextPiece(opened);
    if (!(piece instanceof SourceFault)) {
      if (piece.length === 0) break;
      yield piece;
    } else {
      if (piece.code !== "member-checksum" || wrongSum !== undefined) {
        opened.fault ??= piece;
        throw piece;
      }
      wrongSum = piece;
    }
  }
  if (wrongSum !== undefined) throw wrongSum;
}

function nextPiece({ library, archive, buffer }: Opened): Uint8Array | SourceFault {
  try {
    const length = library.read_data(archive, buffer, PIECE);
    return new Uint8Array(library.module.HEAP8.slice(buffer, buffer + length));
  } catch (error) {
    return faultOf(error);
  }
}

/** Carries the rest of a member past, counted: the library would unpack it as well, uncounted. */
async function passBy(opened: Opened, input: Pick<ArchiveInput, "carry">): Promise<void> {
  if (opened.fault !== undefined) return;
  try {
    for await (const piece of input.carry(piecesOf(opened))) void piece;
  } catch (error) {
    // What is wrong with the member was told when it was read; whether more can be read, the next one shows.
    if (!(error instanceof SourceFault) || error.code === "archive-limit") throw error;
  }
}

function faultOf(complaint: unknown): SourceFault {
  const message = complaint instanceof Error ? complaint.message : String(complaint);
  if (/encrypted/i.test(message))
    return new SourceFault("member-encrypted", "encrypted; unpack it and pass the folder");
  if (/bad CRC/i.test(message)) return new SourceFault("member-checksum", WRONG_SUM);
  if (/truncated/i.test(message)) return new SourceFault("archive-truncated", "truncated: the archive breaks off");
  return new SourceFault("archive-damaged", `damaged (${message.slice(0, 200)})`);
}
