import type { RuleDescription } from "../findings/index.ts";
import type { FindingKind, Report, TableName } from "../report/index.ts";
import type { ConnectionRow } from "../summary/index.ts";

/** The formats there are, in the order in which they are listed; each is a file of its own here. */
export const reporterNames = ["text", "json", "ndjson", "csv", "markdown", "html", "sarif", "junit"] as const;

export type ReporterName = (typeof reporterNames)[number];

/** Decoration of text for people. It may only add to what the words say already: many read it without colour. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
}

export interface CsvOptions {
  /** One character that is neither a quote nor a line end. */
  readonly delimiter: string;
  /** With `utf-8` the file begins with the mark by which Excel knows the encoding. */
  readonly byteOrderMark: "none" | "utf-8";
  /** Neutralised cells can't be taken for formulas by a spreadsheet; raw ones are exactly as captured. */
  readonly cells: "neutralised" | "raw";
}

export interface ReporterOptions {
  /** Version of this program, for formats that begin before there is a report. */
  readonly version: string;
  /** Width of the page in columns of a terminal, for text. */
  readonly columns: number;
  readonly paint: Paint;
  /** For text: a screen that says what to do, or all there is (the usual one). */
  readonly detail?: "brief" | "full";
  /** Lines that markdown may have at most; the least important is left out first. */
  readonly mostLines?: number;
  /** The table to print, for formats that hold one table. */
  readonly table: TableName;
  readonly csv: CsvOptions;
  /** Kinds of findings to print: for text the usual ones when it is missing, for all other formats all of them. */
  readonly show?: readonly FindingKind[];
  /** What the rules are, for formats that describe them beside what they found. */
  readonly catalogue?: readonly RuleDescription[];
}

/** One report being printed: the opening, the connections as they are read, then all that the report holds. */
export interface Rendering {
  /** Printed before anything is read; empty in formats that have nothing to say then. */
  readonly opening: string;
  /** Prints rows as they stream by; missing in formats that print no connections. */
  readonly connections?: (rows: readonly ConnectionRow[]) => Iterable<string>;
  readonly report: (report: Report) => Iterable<string>;
}

/**
 * One output format. It neither prints nor chooses exit codes: what it gives is text, in pieces, and the same text for
 * the same report. Libraries it needs are loaded when it is opened.
 */
export interface Reporter {
  readonly name: ReporterName;
  /** What the format is for, in a few words. */
  readonly description: string;
  /** How files of the format end, in lower case: a file that is named so gets the format without being asked. */
  readonly endings: readonly string[];
  readonly open: (options: ReporterOptions) => Promise<Rendering>;
}

const asItIs = (text: string): string => text;

/** No decoration: what files and pipes get. */
export const plain: Paint = { strong: asItIs, faint: asItIs, error: asItIs, warning: asItIs };

/** What people want to see of what the rules say: what is wrong, and what somebody should look at. */
export const usuallyShown: readonly FindingKind[] = ["fail", "review"];

export const defaultCsvOptions: CsvOptions = { delimiter: ",", byteOrderMark: "none", cells: "neutralised" };
