import { readBanner } from "./banners.ts";
import { hostNamePattern, type Marker } from "./marker.ts";

export { readBanner } from "./banners.ts";
export type { Marker } from "./marker.ts";
export { readPrompt } from "./prompts.ts";

const loneName = new RegExp(`^[ \\t]*(${hostNamePattern})[ \\t]*$`);

/** The banner that a line is, when it names a command, a host or a time; plain rules are left to whoever needs them. */
export function readTellingBanner(line: string): Marker | undefined {
  const banner = readBanner(line);
  return banner?.command == null && banner?.host === undefined ? undefined : banner;
}

/** The one word of a line, as `hostname` prints it. */
export function hostNamePrinted(line: string): string | undefined {
  return line.length > 400 ? undefined : loneName.exec(line)?.[1];
}
