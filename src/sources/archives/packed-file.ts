import type { ArchiveInput, Limits, Member, Trouble } from "./archive.ts";
import { opened } from "./opening.ts";
import { tar } from "./tar.ts";

/**
 * The one file that was packed, or the members of a tar archive that was: nobody means the archive between them when
 * they speak of a `.tar.gz`. What is unpacked is counted as it goes by, so that members passed over cost no memory but
 * can't go on for ever either. The name is asked for when the first bytes are unpacked.
 */
export async function* packedFile(
  bytes: AsyncIterable<Uint8Array>,
  nameOf: () => string,
  input: ArchiveInput,
  limits: Limits,
): AsyncGenerator<Member | Trouble> {
  const opening = await opened(bytes);
  try {
    if (tar.matches(opening.head, input.file)) {
      yield* tar.members({ ...input, stream: () => input.carry(opening.bytes()) }, limits);
    } else {
      yield { name: nameOf(), kind: "file", size: null, packed: null, bytes: opening.bytes };
    }
  } finally {
    await opening.close();
  }
}
