/** A name that a collector gives to its files; its groups `host` and `time`, where it has them, are those of the file. */
export interface KnownFile {
  readonly name: RegExp;
  /** What was run, where the file is its output and no heading says so. */
  readonly command?: string;
  /** When in the run that was. */
  readonly phase?: string;
  /** Set for what names commands and shows none of their outputs. */
  readonly isLog?: true;
}

/** A file that has such a name. */
export interface FoundFile {
  readonly known: KnownFile;
  readonly groups: Partial<Record<string, string>>;
}

/** The first of these names that a file has. */
export function fileAmong(files: readonly KnownFile[], name: string): FoundFile | undefined {
  for (const known of files) {
    const found = known.name.exec(name);
    if (found !== null) return { known, groups: found.groups ?? {} };
  }
  return undefined;
}
