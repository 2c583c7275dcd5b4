import type { DiagnosticCode } from "../../../grammar/index.ts";
import type { Volume } from "./volume.ts";

/** An archive on the way to be read. Formats that need to jump about ask for the volume, the others for the stream. */
export interface ArchiveInput {
  /** Name of the file, for formats that keep no name of what is in them; without folders. */
  readonly file: string;
  /** May be asked for once, and not beside the volume. */
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** Holds the archive in memory where it is no file of its own; throws a SourceFault where it is too large for that. */
  readonly volume: () => Promise<Volume>;
  /** Counts what is unpacked only because something that is wanted stands behind it; a SourceFault where it is too much. */
  readonly carry: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** Something that an archive holds. */
export interface Member {
  /** As the archive has it, decoded; `\` and `..` and worse may be in it. Empty where it has none. */
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "device";
  /** Bytes when unpacked, as the archive claims; null where it does not. */
  readonly size: number | null;
  /** Bytes when packed; null where that is not known. */
  readonly packed: number | null;
  /** Lines of the archive above it, of a text that stands in the archive as it is; its lines are those of the archive then. */
  readonly linesAbove?: number;
  /** Text that is no archive, whatever it begins like. */
  readonly isText?: true;
  /** Why it can't be read, where that is known beforehand. */
  readonly refusal?: { readonly code: DiagnosticCode; readonly reason: string };
  /** May be asked for once, before the next member is. Throws a SourceFault at the place up to which it can be read. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** Something amiss with the archive as a whole. What was read of it until then counts. */
export interface Trouble {
  readonly code: DiagnosticCode;
  readonly status: "failed" | "partial" | "skipped";
  readonly reason: string;
}

/** One format of archives. */
export interface ArchiveFormat {
  /** As `sniff` calls it. */
  readonly name: string;
  /** The first bytes (512, fewer of a shorter file) are those of such an archive; a few show in the file's name alone. */
  readonly matches: (head: Uint8Array, file: string) => boolean;
  /** True for such an archive behind something else, such as the program that unpacks it; missing where that can't be. */
  readonly standsBehind?: (head: Uint8Array, file: string, volume: Volume) => Promise<boolean>;
  /**
   * What the archive holds, in its own order, and what is amiss with it. Throws nothing but a SourceFault; bytes of a
   * member that is passed over are not unpacked where the format can help it.
   */
  readonly members: (input: ArchiveInput, limits: Limits) => AsyncGenerator<Member | Trouble>;
}

/** How much is read of what strangers send. One set of them for a bundle with all that is nested in it. */
export interface Limits {
  /** Members of all archives together. */
  readonly entries: number;
  /** Bytes of one member, unpacked. */
  readonly memberBytes: number;
  /** Bytes of all members that are read, unpacked, together. */
  readonly bundleBytes: number;
  /** Archives within one another. */
  readonly depth: number;
  /** UTF-8 bytes of a member's name. */
  readonly nameBytes: number;
  /** Unpacked bytes for a packed one; counts only beyond the first megabyte. */
  readonly ratio: number;
}

/** What is said of data that can be unpacked and yet are not what was packed. */
export const WRONG_SUM = "the checksum of the packed data is wrong: some of it may have been changed";

/** What is amiss with an archive from some place on, when so many members were found in what comes before it. */
export function brokenOff(code: DiagnosticCode, what: string, members: number): Trouble {
  return { code, status: members === 0 ? "failed" : "partial", reason: `${what}; ${found(members)}` };
}

/** How much of an archive was found before it breaks off, the member it breaks off in included. */
export function found(members: number): string {
  if (members === 0) return "it has no members";
  return members === 1 ? "1 member was found before that" : `${members} members were found before that`;
}
