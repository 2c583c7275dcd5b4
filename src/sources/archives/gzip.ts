import type { ArchiveFormat, ArchiveInput, Limits, Member, Trouble } from "./archive.ts";
import { GZIP, type GzipNotes, gunzipped } from "./gunzipped.ts";
import { hasSignature, opened } from "./opening.ts";
import { tar } from "./tar.ts";

export const gzip: ArchiveFormat = {
  name: "a gzip archive",
  matches: (head) => hasSignature(head, GZIP),
  members,
};

/** How the names of packed files end. */
const SUFFIX = /\.(?:gz|gzip|tgz)$/i;

/**
 * The one file that was packed, or the members of a tar archive that was: nobody means the archive between them when
 * they speak of a `.tar.gz`. What is unpacked is counted as it goes by, so that members passed over cost no memory but
 * can't go on for ever either.
 */
async function* members(input: ArchiveInput, limits: Limits): AsyncGenerator<Member | Trouble> {
  const notes: GzipNotes = { name: undefined, hasMore: false };
  const opening = await opened(gunzipped(input.stream(), notes));
  try {
    if (tar.matches(opening.head)) {
      yield* tar.members({ ...input, stream: () => input.carry(opening.bytes()) }, limits);
    } else {
      yield { name: nameOf(input.file, notes), kind: "file", size: null, packed: null, bytes: opening.bytes };
    }
    if (notes.hasMore) {
      const reason = "something that is not packed follows the packed data; it is not read";
      yield { code: "archive-ambiguous", status: "partial", reason };
    }
  } finally {
    await opening.close();
  }
}

/** The name of the packed file. A header has it as it was then; the name of the archive is told beside it anyway. */
function nameOf(file: string, { name }: GzipNotes): string {
  return name === undefined || name === "" ? file.replace(SUFFIX, "") : name;
}
