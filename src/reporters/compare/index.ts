import type { ComparisonFormat, ComparisonReporter } from "./comparison-reporter.ts";
import { csv } from "./csv.ts";
import { html } from "./html.tsx";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

export {
  type ComparisonFormat,
  type ComparisonReporter,
  type ComparisonReporterOptions,
  comparisonFormats,
} from "./comparison-reporter.ts";

/** Every format of comparisons by its name, in the order in which formats are listed. */
export const comparisonReporters: { readonly [K in ComparisonFormat]: ComparisonReporter } = {
  text,
  json,
  csv,
  markdown,
  html,
};
