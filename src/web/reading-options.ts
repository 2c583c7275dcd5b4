import type { AnalyzeOptions, Feature } from "../index.ts";

/** What somebody may know of the captures that they don't tell: the options of the command line that go with reading. */
export type ReadingOptions = Pick<AnalyzeOptions, "os" | "host" | "context" | "encoding" | "thresholds">;

/** The options with a feature said to be `on` or `off`; with anything else nothing is said of it. */
export function withFeature(options: ReadingOptions, feature: Feature, value: string): ReadingOptions {
  const { context: said = [], ...others } = options;
  const kept = said.filter((one) => one !== feature && one !== `no-${feature}`);
  const more = value === "on" ? [feature] : value === "off" ? [`no-${feature}` as const] : [];
  const context = [...kept, ...more];
  return context.length === 0 ? others : { ...others, context };
}
