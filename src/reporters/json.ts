import { jsonPieces } from "./json-pieces.ts";
import type { Reporter } from "./reporter.ts";
import { withShown } from "./shown.ts";

/** The report as one document, faithful to the captured text; read back, every reporter can print it. */
export const json: Reporter = {
  name: "json",
  description: "the whole report, one document",
  endings: [".json"],
  open: async ({ show }) => ({
    opening: "",
    *report(report) {
      yield* jsonPieces(withShown(report, show), "indented");
      yield "\n";
    },
  }),
};
