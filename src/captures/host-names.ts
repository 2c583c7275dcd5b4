/** What names a host in a text, and how far that reaches. */
export interface HostMention {
  /** As printed. */
  readonly name: string;
  /** What names it, as a sentence has it: "systeminfo", "the prompt", "the file name". */
  readonly by: string;
  /** Null for names of files, folders and archives, and for what was declared. */
  readonly line: number | null;
  /**
   * `source`: the whole source, when it names no other host, and all around it when nothing there does. `section`: the
   * lines up to the next marker alone, as in a session on another computer than the console's.
   */
  readonly reach: "section" | "source";
}

/** A host that something in a source names. */
export interface NameClaim extends HostMention {
  readonly source: string;
}
