import type { SourcePath } from "./collector.ts";

/** A folder or an archive around a file. */
export interface Container {
  /** Of an archive without its ending, and without the number that a browser gives to a second download. */
  readonly name: string;
  readonly by: "folder" | "archive";
}

const ending = /(?:\.(?:zip|cab|7z|tar|gz|tgz))+$/i;
const copy = / \(\d{1,3}\)$/;

/** The folders and archives around a file, each from the innermost out, the folders first: a folder may be a bundle unpacked by hand. */
export function containersOf(path: SourcePath): readonly Container[] {
  const known = found.get(path);
  if (known !== undefined) return known;
  const containers = listed(path);
  found.set(path, containers);
  return containers;
}

/** Every collector asks for them. */
const found = new WeakMap<SourcePath, readonly Container[]>();

function listed({ archives, folders }: SourcePath): readonly Container[] {
  const named = (names: readonly string[], by: Container["by"]): Container[] =>
    names.map((name) => ({ name: name.replace(ending, "").replace(copy, ""), by })).reverse();
  return [...named(folders, "folder"), ...named(archives, "archive")];
}

/** A container whose name has a pattern, with what its groups found. */
export interface FoundContainer extends Container {
  readonly found: RegExpExecArray;
}

/** The first container whose name has the pattern. */
export function containerLike(path: SourcePath, pattern: RegExp): FoundContainer | undefined {
  for (const container of containersOf(path)) {
    const found = pattern.exec(container.name);
    if (found !== null) return { ...container, found };
  }
  return undefined;
}

/** True when a folder around the file has such a name. */
export function isInFolder({ folders }: SourcePath, name: RegExp): boolean {
  return folders.some((folder) => name.test(folder));
}
