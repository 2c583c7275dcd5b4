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
export function containersOf({ archives, folders }: SourcePath): readonly Container[] {
  const named = (names: readonly string[], by: Container["by"]): Container[] =>
    names.map((name) => ({ name: name.replace(ending, "").replace(copy, ""), by })).reverse();
  return [...named(folders, "folder"), ...named(archives, "archive")];
}

/** The first container whose name has the pattern, with what its groups found. */
export function containerLike(
  path: SourcePath,
  pattern: RegExp,
): (Container & { readonly found: RegExpExecArray }) | undefined {
  for (const container of containersOf(path)) {
    const found = pattern.exec(container.name);
    if (found !== null) return { ...container, found };
  }
  return undefined;
}
