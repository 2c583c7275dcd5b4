import { type Comparison, VERSION } from "../index.ts";
import type { ComparisonReporter } from "../reporters/compare/comparison-reporter.ts";
import { html as comparisonHtml } from "../reporters/compare/html.tsx";
import { json as comparisonJson } from "../reporters/compare/json.ts";
import { markdown as comparisonMarkdown } from "../reporters/compare/markdown.ts";
import { csv } from "../reporters/csv.ts";
import { html } from "../reporters/html/index.ts";
import { json } from "../reporters/json.ts";
import { markdown } from "../reporters/markdown/index.ts";
import { defaultCsvOptions, plain, type Reporter, type ReporterOptions } from "../reporters/reporter.ts";
import type { Download } from "./messages.ts";
import type { Read } from "./reading.ts";

const reporters: { readonly [K in Download["format"]]: Reporter } = { json, csv, html, markdown };

const TYPES: { readonly [K in Download["format"]]: string } = {
  json: "application/json",
  html: "text/html;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  markdown: "text/markdown;charset=utf-8",
};

/** The file of a format, the same bytes as the command line writes. */
export async function rendered(download: Download, { report, rows }: Pick<Read, "report" | "rows">): Promise<Blob> {
  const rendering = await reporters[download.format].open(optionsOf(download));
  const pieces: BlobPart[] = [rendering.opening];
  const { connections } = rendering;
  if (connections !== undefined) for (const piece of connections(rows.all)) pieces.push(piece);
  for (const piece of rendering.report(report)) pieces.push(piece);
  return new Blob(pieces, { type: TYPES[download.format] });
}

const comparisonReporters = {
  json: comparisonJson,
  html: comparisonHtml,
  markdown: comparisonMarkdown,
} as const satisfies { readonly [format: string]: ComparisonReporter };

/** The same of a comparison. */
export async function comparisonRendered(
  format: keyof typeof comparisonReporters,
  comparison: Comparison,
): Promise<Blob> {
  const pieces: BlobPart[] = [];
  const options = { columns: 80, paint: plain, csv: defaultCsvOptions };
  for await (const piece of comparisonReporters[format].render(comparison, options)) pieces.push(piece);
  return new Blob(pieces, { type: TYPES[format] });
}

function optionsOf(download: Download): ReporterOptions {
  const table = download.format === "csv" ? download.table : "connections";
  return { version: VERSION, columns: 80, paint: plain, table, csv: defaultCsvOptions };
}
