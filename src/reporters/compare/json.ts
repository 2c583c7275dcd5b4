import { jsonPieces } from "../json-pieces.ts";
import type { ComparisonReporter } from "./comparison-reporter.ts";

/** The comparison as one document, faithful to the captured text. */
export const json: ComparisonReporter = {
  name: "json",
  async *render(comparison) {
    yield* jsonPieces(comparison, "indented");
    yield "\n";
  },
};
