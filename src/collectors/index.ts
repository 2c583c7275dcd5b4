import type { Attribution, Collector } from "./collector.ts";
import { pathOf } from "./source-path.ts";

export type { Attribution, Collector, SourcePath } from "./collector.ts";
export { isSameHost } from "./same-host.ts";

/** Every collector, most particular layout first: the first one that knows a file says what it is. */
export const collectors: readonly Collector[] = [];

/** What the name of a source and the beginning of its text say of the captures in it. */
export function attribute(name: string, head: string): Attribution | undefined {
  const path = pathOf(name);
  for (const collector of collectors) {
    const attribution = collector.attribute(path, head);
    if (attribution !== undefined) return attribution;
  }
  return undefined;
}
