import { jsonPieces } from "../json-pieces.ts";
import type { Reporter } from "../reporter.ts";
import { withShown } from "../shown.ts";
import { sarifLog } from "./log.ts";

/** SARIF 2.1.0, for tools that collect what analysers find. */
export const sarif: Reporter = {
  name: "sarif",
  description: "findings as SARIF 2.1.0, for tools that collect them",
  endings: [".sarif"],
  open: async ({ show, catalogue = [] }) => ({
    opening: "",
    *report(report) {
      yield* jsonPieces(sarifLog(withShown(report, show), catalogue), "indented");
      yield "\n";
    },
  }),
};
