import type { Subject } from "../comparison.ts";
import { bareLoops } from "./bare-loops.ts";
import { bundles } from "./bundles.ts";
import { connectionsCsv } from "./connections-csv.ts";
import { foreignText } from "./foreign-text.ts";
import { growth } from "./growth.ts";
import { longLog } from "./interval-log.ts";
import { libraryImport } from "./library-import.ts";
import { merged } from "./merged.ts";
import { shortCapture } from "./short-capture.ts";
import { growthOfAll } from "./sizes.ts";
import { textSummary } from "./text-summary.ts";

/** Everything that is measured, in the order in which it is. */
export const subjects: readonly Subject[] = [
  shortCapture,
  libraryImport,
  textSummary,
  connectionsCsv,
  growth,
  growthOfAll,
  longLog,
  foreignText,
  bundles,
  merged,
  bareLoops,
];
