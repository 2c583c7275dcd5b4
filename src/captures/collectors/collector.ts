/** Where a source lies, as its name tells: `cases/tss_….zip!SRV01_TCPIP_info.TXT`. All names are untrusted. */
export interface SourcePath {
  /** Names of the archives around it, the outermost first; without folders. */
  readonly archives: readonly string[];
  /** Names of all folders on the way, in and around the archives, the outermost first. */
  readonly folders: readonly string[];
  /** The name of the file itself. */
  readonly file: string;
}

/** What made a file, and what its name, its folder or the name of its archive say of the captures in it. */
export interface Attribution {
  /** Name of the collector. */
  readonly collector: string;
  /** False for what is no output of a command at all, though it names commands: transcripts, overviews, echoes. */
  readonly holdsCaptures: boolean;
  /** The host, and what says so. A name in the text counts before it. */
  readonly host?: { readonly name: string; readonly by: "file name" | "folder" | "archive" };
  /** Another host that something around the file names, where the collector puts files of one host only together. */
  readonly otherHost?: NonNullable<Attribution["host"]>;
  /** The command whose output the file is, where the collector prints no heading above it. */
  readonly command?: string;
  /** The commands of a file that holds several outputs of one kind, in their order. */
  readonly commands?: readonly string[];
  /**
   * ISO 8601: with `Z` only where the collector's clock is known to be UTC, without a zone for the host's local time. A
   * time in the text counts before it.
   */
  readonly time?: string;
  /** When in the collector's run the capture was made, such as `start` and `stop` around a reproduction. */
  readonly phase?: string;
}

/** A tool that collects support bundles, known by the layout of what it leaves behind. One file a collector. */
export interface Collector {
  /** As its users call it; it stands in reports. */
  readonly name: string;
  /**
   * What is known of a file of this collector's; undefined for a file that is not. `head` is the beginning of its text
   * (some thousand characters), for layouts whose file names tell nothing. Called once for each source: has to be cheap.
   */
  attribute(path: SourcePath, head: string): Attribution | undefined;
}
