import type { Comparison } from "../../compare/index.ts";
import type { ReporterOptions } from "../reporter.ts";

/** The formats of a comparison, in the order in which they are listed; each is a file of its own here. */
export const comparisonFormats = ["text", "json", "csv", "markdown", "html"] as const;

export type ComparisonFormat = (typeof comparisonFormats)[number];

/** One format of comparisons: the same text for the same comparison, in pieces. */
export interface ComparisonReporter {
  readonly name: ComparisonFormat;
  readonly render: (comparison: Comparison, options: ComparisonReporterOptions) => AsyncIterable<string>;
}

export type ComparisonReporterOptions = Pick<ReporterOptions, "columns" | "paint" | "csv" | "mostLines" | "detail">;
