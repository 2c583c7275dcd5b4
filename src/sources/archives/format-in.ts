import type { ArchiveFormat } from "./archive.ts";
import type { Opening } from "./opening.ts";
import type { Volume } from "./volume.ts";

/** What may be an archive: its name and beginning, the formats that are known, and the way to the rest where there is one. */
interface Opened {
  readonly file: string;
  readonly opening: Opening;
  readonly formats: readonly ArchiveFormat[];
  readonly volume: Volume | undefined;
}

/** The format of an archive; undefined for what is none, and where it can't be read anywhere to find out. */
export async function formatIn({ file, opening, formats, volume }: Opened): Promise<ArchiveFormat | undefined> {
  const found = formats.find((known) => known.matches(opening.head, file));
  if (found !== undefined || volume === undefined) return found;
  for (const format of formats) {
    if ((await format.standsBehind?.(opening.head, file, volume)) === true) return format;
  }
  return undefined;
}
