import type { ArchiveFormat, ArchiveInput, Limits, Member, Trouble } from "./archive.ts";
import { GZIP, type GzipNotes, gunzipped } from "./gunzipped.ts";
import { hasSignature } from "./opening.ts";
import { packedFile } from "./packed-file.ts";

export const gzip: ArchiveFormat = {
  name: "a gzip archive",
  matches: (head) => hasSignature(head, GZIP),
  members,
};

/** How the names of packed files end. */
const SUFFIX = /\.(?:gz|gzip|tgz)$/i;

async function* members(input: ArchiveInput, limits: Limits): AsyncGenerator<Member | Trouble> {
  const notes: GzipNotes = { name: undefined, hasMore: false };
  yield* packedFile(gunzipped(input.stream(), notes), () => nameOf(input.file, notes), input, limits);
  if (notes.hasMore) {
    const reason = "unpacked data follow the packed data; they are not read";
    yield { code: "archive-ambiguous", status: "partial", reason };
  }
}

/** The name of the packed file. A header has it as it was then; the name of the archive is told beside it anyway. */
function nameOf(file: string, { name }: GzipNotes): string {
  return name === undefined || name === "" ? file.replace(SUFFIX, "") : name;
}
