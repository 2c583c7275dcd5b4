/** What the help says of a command. */
export interface CommandHelp {
  /** What stands behind the name of the program. */
  readonly usage: string;
  /** In one line, for the list of commands. */
  readonly about: string;
  /** More of it, for its own help. */
  readonly text: string;
  /** Options that it takes, beside those of every command; the most used ones first. */
  readonly options: readonly string[];
  /** What --format takes, where it is not what analyze takes. */
  readonly formats?: string;
  readonly examples: readonly [Example, Example, ...Example[]];
}

/** A command line, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** Options that every command takes. */
export const COMMON: readonly string[] = ["quiet", "no-progress", "color", "no-color"];

/** How captures are read, and what is said of their hosts. */
export const READING: readonly string[] = [
  "os",
  "context",
  "host",
  "computer-name",
  "as",
  "encoding",
  "threshold",
  "limit",
  "config",
  "no-config",
];

/** How tables are printed as CSV. */
export const CSV: readonly string[] = ["excel", "delimiter", "csv-raw"];

/** How bundles are taken as they come, and reported on one by one. */
export const COMING: readonly string[] = ["follow", "every", "rest", "reports", "format"];

/** What paths may be, for the help of commands that take them. */
export const PATHS =
  "Paths are files, folders (read with all that is below), archives, saved mail, patterns such as *.txt, or - for standard input.";
