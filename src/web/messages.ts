import type { Report } from "../index.ts";
import type { TableName } from "../report/index.ts";
import type { Explanation } from "../reporters/html/parts.ts";
import type { Compared, ComparisonAsked } from "./comparing.ts";
import type { Input } from "./inputs.ts";
import type { ReadingOptions } from "./reading-options.ts";
import type { FacetValues, RowsAsked, RowsFound } from "./rows.ts";

/** What the page can be asked to hand out: of the report, or of what was compared last. */
export type Download =
  | { readonly format: "json" | "html" | "markdown"; readonly of?: "comparison" }
  | { readonly format: "csv"; readonly table: TableName };

/** What the page asks of the worker. */
export type Request =
  | { readonly kind: "read"; readonly inputs: readonly Input[]; readonly options: ReadingOptions }
  /** The program of a library for archives, as the page carries it. */
  | { readonly kind: "library"; readonly program: string }
  /** Lines of a source from the zero-based `from` up to `to`. */
  | { readonly kind: "lines"; readonly source: string; readonly from: number; readonly to: number }
  /** Rows of the connections that are wanted, and where among them that of a line stands. */
  | { readonly kind: "rows"; readonly asked: RowsAsked }
  | { readonly kind: "compare"; readonly id: number; readonly asked: ComparisonAsked }
  | { readonly kind: "render"; readonly id: number; readonly download: Download };

/** What the worker says, in the order in which it comes to know it. */
export type Answer =
  /** What there is to say of rules, verdicts, settings and words; before anything else. */
  | { readonly kind: "explanations"; readonly explanations: readonly Explanation[] }
  | { readonly kind: "progress"; readonly bytes: number }
  /** Classes of lines from the zero-based `from` on, each as its place in the list of classes. */
  | { readonly kind: "classes"; readonly source: string; readonly from: number; readonly classes: Uint8Array }
  | {
      readonly kind: "report";
      readonly report: Report;
      readonly shown: readonly ShownSource[];
      readonly connections: ConnectionsRead;
      /** True where something was captured twice, so that two moments can be compared. */
      readonly hasMoments: boolean;
    }
  | { readonly kind: "rows"; readonly found: RowsFound }
  | { readonly kind: "lines"; readonly source: string; readonly from: number; readonly lines: readonly string[] }
  | { readonly kind: "compared"; readonly id: number; readonly compared: Compared }
  | { readonly kind: "rendered"; readonly id: number; readonly file: Blob }
  | { readonly kind: "failed"; readonly message: string };

/** A source whose text was kept, so that its lines can be shown. */
export interface ShownSource {
  readonly name: string;
  readonly lines: number;
  /** Whether all of it was kept; of very much text the rest is not. */
  readonly extent: "whole" | "beginning";
}

/** The rows of all tables: how many, and what stands in the columns that have few values. */
export interface ConnectionsRead {
  readonly total: number;
  readonly values: FacetValues;
}
