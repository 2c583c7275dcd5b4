import type { ArchiveFormat } from "./archive.ts";
import { cabinet } from "./cabinet.ts";
import { gzip } from "./gzip.ts";
import { mail } from "./mail.ts";
import { outlookFormats } from "./outlook.ts";
import { packedStreams } from "./packed-streams.ts";
import { rar } from "./rar.ts";
import { sevenZip } from "./seven-zip.ts";
import { tar } from "./tar.ts";
import { zip } from "./zip.ts";

export type { Limits } from "./archive.ts";
export { type Budget, defaultLimits, newBudget } from "./budget.ts";
export { passedOver } from "./member-choice.ts";
export { HEAD_BYTES, opened } from "./opening.ts";
export { candidateNamed, sourcesIn } from "./walk.ts";

/** Every format of archives that is known; the first one whose first bytes match is taken. */
export const formats: readonly ArchiveFormat[] = [
  zip,
  gzip,
  tar,
  cabinet,
  sevenZip,
  rar,
  ...packedStreams,
  mail,
  ...outlookFormats,
];

/** The format of an archive that begins so, where its name is known of this name; undefined for what is none. */
export function formatOf(head: Uint8Array, file = ""): ArchiveFormat | undefined {
  return formats.find((format) => format.matches(head, file));
}
