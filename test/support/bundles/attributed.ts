import { type AnyCapture, analyze, type Report } from "../../../src/index.ts";
import type { TestBundle } from "./bundle.ts";
import { sourcesOf } from "./sources.ts";

/** What came out of a bundle: a line for each capture, and the report. */
export interface Attributed {
  /** `file | kind | records | command | phase | time | collector`, by host, in order; a host that nothing names is `-`. */
  readonly hosts: { readonly [host: string]: readonly string[] };
  readonly report: Report;
}

/**
 * Reads the text files of bundles and of the archives inside. `around` is what their names begin with, a star standing
 * for the name of the bundle, such as `*.zip!`.
 */
export async function attributed(around: string, ...bundles: readonly TestBundle[]): Promise<Attributed> {
  const hosts = new Map<string, string[]>();
  const captures: AnyCapture[] = [];
  const sources = bundles.flatMap((bundle) => sourcesOf(bundle, around));
  const report = await analyze(sources, { onCapture: (capture) => void captures.push(capture) });
  for (const capture of captures) {
    const host = hostOf(report, capture);
    hosts.set(host ?? "-", [...(hosts.get(host ?? "-") ?? []), told(capture, host)]);
  }
  // An object of its own making: `__proto__` is a name like any other.
  return { hosts: Object.fromEntries(hosts), report };
}

/** The host that a capture turned out to be of. */
export function hostOf({ hosts }: Report, { kind, source, line }: AnyCapture): string | null {
  const isIt = (one: { readonly kind: string; readonly source: string; readonly line: number }) =>
    one.kind === kind && one.source === source && one.line === line;
  return hosts.find(({ captures }) => captures.some(isIt))?.host ?? null;
}

function told({ source, kind, records, command, phase, time, collector }: AnyCapture, host: string | null): string {
  const file = /[^/!]*$/.exec(source)?.[0] ?? source;
  const short = host !== null && file.startsWith(`${host}_`) ? file.slice(host.length) : file;
  return [short, kind, records.length, command, phase, time, collector].map((part) => part ?? "-").join(" | ");
}
