import type { Target } from "../target.ts";
import { analysis } from "./analysis.ts";
import { archiveReading } from "./archives.ts";
import { command } from "./command.ts";
import { comparing } from "./comparison.ts";
import { decoding } from "./decode.ts";
import { grammarReading } from "./grammars.ts";
import { growth } from "./growth.ts";
import { order } from "./order.ts";
import { realProcess } from "./process.ts";
import { readingBack } from "./read-back.ts";
import { renderings } from "./renderings.ts";
import { segments } from "./segments.ts";
import { groundTruth } from "./truth.ts";
import { ways } from "./ways.ts";

/** Everything that is fuzzed, from the bytes on. */
export const targets: readonly Target[] = [
  decoding,
  segments,
  grammarReading,
  analysis,
  groundTruth,
  ways,
  renderings,
  archiveReading,
  command,
  readingBack,
  comparing,
  order,
  growth,
  realProcess,
];
