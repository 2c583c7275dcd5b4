import type { Diagnostic } from "./diagnostic.ts";
import type { Hint } from "./hint.ts";
import type { SegmentText } from "./place.ts";

/** What became of a line. Every line of every source gets exactly one of these. */
export const lineClasses = [
  "record",
  "heading",
  "blank",
  "banner",
  "prompt",
  "message",
  "unrelated",
  "truncated",
  "unknown",
] as const;

export type LineClass = (typeof lineClasses)[number];

/**
 * What one line, taken by itself, gives away about a kind of capture: a `title` or `heading` may open it and promises
 * that more comes, a `record` is a line of it (so a table without its heading is still found), a `message` is a whole
 * capture in one line. A `name` names the host: it opens a capture as a title does, or goes on with one without a name.
 */
export type Landmark = "title" | "heading" | "record" | "message" | "name";

/** What grammars and the segmenter know of the place a line stands in. */
export interface Surroundings {
  /** The command line that was echoed before the text, as printed; null when none was. */
  readonly command: string | null;
}

/** The name of its host as an output prints it. Untrusted. */
export interface PrintedHost {
  readonly name: string;
  /** What prints it, as it stands behind "named by": "systeminfo", "PSComputerName". */
  readonly by: string;
  readonly line: number;
  /** Set where the output came from another computer than the console's: it says nothing of what stands around it. */
  readonly isRemote?: true;
}

/** What one of several hosts says in an output. */
export interface Share<R, T> {
  /** Undefined for what names no host. */
  readonly host: PrintedHost | undefined;
  readonly records: readonly R[];
  readonly traits: T;
}

/** Records that are made one by one, when they are asked for: a table may have millions. */
export interface RecordsOnDemand<R> {
  readonly size: number;
  at(index: number): R | undefined;
}

/** What a grammar makes of a segment. `classes` has one entry for each line of the text, in order. */
export interface Reading<R, T> {
  readonly records: readonly R[];
  readonly classes: readonly LineClass[];
  readonly diagnostics: readonly Diagnostic[];
  /** Tag of the display language that was recognised; null when only the shape was. */
  readonly locale: string | null;
  /** What is known of the capture as a whole. */
  readonly traits: T;
  /** False when the text turned out not to be of this kind after all: its lines are then unrelated, not unknown. */
  readonly recognised: boolean;
  /** The only host that the text names, also where the text turned out to be nothing else. */
  readonly host?: PrintedHost;
  /** The same records one by one, where that is the cheaper way to them. */
  readonly onDemand?: RecordsOnDemand<R>;
  /** Set where the text is of several hosts: all the records, by host. */
  readonly shares?: readonly Share<R, T>[];
}

/**
 * One kind of capture. A grammar reads; it does not judge: `disabled` is a value here and a finding elsewhere. It
 * never throws: what can't be read becomes a line class and a diagnostic.
 */
export interface Grammar<K extends string, R, T> {
  readonly kind: K;
  /** What people call the capture, for messages: "the netstat table". */
  readonly title: string;
  /** The command to run for such a capture. */
  readonly command: string;
  /** What else prints it, and what of it is read, in Markdown for whoever chooses what to capture. */
  readonly notes?: string;
  /**
   * What every whole capture of the kind has one of, in whatever language and encoding, so that a file without any of
   * all kinds need not be read: ASCII in lower case, found whatever the case. A blank stands for one or more characters
   * that are no letter, digit, _ or dot, # for a digit. The rarer elsewhere the better: "tcp " is, "windows" is not.
   */
  readonly words: readonly string[];
  /** True for an echoed command line (without prompt) whose output is of this kind, whatever its abbreviations. */
  answers(command: string): boolean;
  /** What every line holds that gives something away about this kind by itself, without an echoed command. */
  readonly hint: Hint;
  /** What the line gives away about this kind; undefined when nothing. Called for every line: has to be cheap. */
  landmark(line: string, surroundings: Surroundings): Landmark | undefined;
  /** True when a line that is no landmark may stand inside a segment of this kind (owner lines, wrapped cells, footnotes). */
  continues(line: string, surroundings: Surroundings): boolean;
  /**
   * How many of these lines, counted from the last, belong to a record that begins below them: the first lines of a
   * block may say too little by themselves. Absent where no kind of line is like that.
   */
  above?(lines: readonly string[]): number;
  /** True when a line goes on with a segment without records over the blank lines above it. Absent for never. */
  resumes?(line: string): boolean;
  /** True when the columns of two lines with records are not of one table. Absent where tables don't follow each other. */
  differs?(above: string, below: string): boolean;
  read(segment: SegmentText, surroundings: Surroundings): Reading<R, T>;
}
