import { csv } from "./csv.ts";
import { html } from "./html/index.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown/index.ts";
import { ndjson } from "./ndjson.ts";
import type { Reporter, ReporterName } from "./reporter.ts";
import { sarif } from "./sarif/index.ts";
import { text } from "./text/index.ts";

export { counted } from "../facts/in-words.ts";
export { findingKinds } from "../report/index.ts";
export {
  type ComparisonFormat,
  type ComparisonReporterOptions,
  comparisonFormats,
  comparisonReporters,
} from "./compare/index.ts";
export { type Coverage, coverageOf } from "./coverage.ts";
export { csvLines, csvOf } from "./csv.ts";
export { groundingList, ruleExplanation, ruleList, ruleListJson, termExplanation } from "./explanation.ts";
export { fleetHtml } from "./fleet/html.ts";
export { fleetText } from "./fleet/text.ts";
export { identityExplanation } from "./identity.ts";
export { jsonPieces } from "./json-pieces.ts";
export { printable } from "./printable.ts";
export {
  type CsvOptions,
  defaultCsvOptions,
  type Paint,
  plain,
  type Rendering,
  type Reporter,
  type ReporterName,
  type ReporterOptions,
  reporterNames,
  usuallyShown,
} from "./reporter.ts";
export { allFindings, shownInTable, withShown } from "./shown.ts";
export { companionExplanation, hotfixExplanation, verdictExplanation, wordExplanation } from "./topic-explanation.ts";

/** Every format by its name, in the order in which formats are listed. */
export const reporters: { readonly [K in ReporterName]: Reporter } = {
  text,
  json,
  ndjson,
  csv,
  markdown,
  html,
  sarif,
  junit,
};
