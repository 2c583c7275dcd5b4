import type { AnalyzeOptions } from "../index.ts";

/** What somebody may know of the captures that they don't tell: the options of the command line that go with reading. */
export type ReadingOptions = Pick<AnalyzeOptions, "os" | "host" | "context" | "encoding" | "thresholds">;
