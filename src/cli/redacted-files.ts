import { zipSync } from "fflate";
import type { RedactedSource } from "../index.ts";

/** The first moment that a zip can tell: what is written says nothing of when. */
const NO_TIME = new Date(1980, 0, 1);

interface Folder {
  readonly files: Map<string, Uint8Array | Folder>;
}

/** The files to write, by their paths within the folder that is handed on: archives anew, with all that is nested in them. */
export function redactedFiles(sources: readonly RedactedSource[]): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const all: Folder = { files: new Map() };
  for (const { name, text } of sources) {
    let place = all;
    const levels = name.split("!");
    for (const level of levels.slice(0, -1)) place = folderIn(place, level);
    place.files.set(levels.at(-1) ?? name, encoder.encode(text));
  }
  return new Map([...all.files].map(([path, file]) => [path, written(file)]));
}

function folderIn({ files }: Folder, name: string): Folder {
  const known = files.get(name);
  if (known !== undefined && "files" in known) return known;
  const made: Folder = { files: new Map() };
  files.set(name, made);
  return made;
}

function written(file: Uint8Array | Folder): Uint8Array {
  if (!("files" in file)) return file;
  const members = [...file.files].map(([path, member]) => [path, written(member)] as const);
  return zipSync(Object.fromEntries(members), { mtime: NO_TIME });
}
