import { type AnalyzeInput, type AnyCapture, analyze, type Report } from "../../../src/index.ts";
import { hostOf } from "./attributed.ts";
import type { TestBundle } from "./bundle.ts";
import { sourcesOf } from "./sources.ts";

/** What came out of bundles, by host. A host that nothing names is `-`. */
export interface Captured {
  /** `SRV01_TCPIP_info.TXT: 11 netstat (netstat -nato)` for each capture, in order; without the name of its host. */
  readonly captures: { readonly [host: string]: readonly string[] };
  /** `psSDP 2024-02-02T19:18:40Z`: collector, time and phase, as far as known, each once. */
  readonly marks: { readonly [host: string]: readonly string[] };
  /** Codes of the diagnostics, each once. */
  readonly codes: readonly string[];
  readonly report: Report;
}

/** How the name of a source goes on from the name of its bundle to the path of the file in it. */
export type Around = "archive" | "folder";

/** Reads the text files of bundles under the names that they have in an archive or in a folder. */
export function captured(around: Around, ...bundles: readonly TestBundle[]): Promise<Captured> {
  return capturedFrom(
    bundles.flatMap((bundle) => sourcesOf(bundle, around === "archive" ? "cases/*.zip!" : "cases/*/")),
  );
}

/** Reads whatever was opened. */
export async function capturedFrom(input: AnalyzeInput): Promise<Captured> {
  const seen: AnyCapture[] = [];
  const report = await analyze(input, { onCapture: (capture) => void seen.push(capture) });
  return {
    captures: byHost(report, seen, told),
    marks: Object.fromEntries(
      Object.entries(byHost(report, seen, mark)).map(([host, marks]) => [host, [...new Set(marks)]]),
    ),
    codes: [...new Set(report.diagnostics.map(({ code }) => code))].sort(),
    report,
  };
}

function byHost(
  report: Report,
  captures: readonly AnyCapture[],
  tell: (capture: AnyCapture, host: string | null) => string,
): Record<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const capture of captures) {
    const host = hostOf(report, capture);
    hosts.set(host ?? "-", [...(hosts.get(host ?? "-") ?? []), tell(capture, host)]);
  }
  // An object of its own making: `__proto__` is a name like any other.
  return Object.fromEntries(hosts);
}

function told({ source, kind, command, records }: AnyCapture, host: string | null): string {
  const file = /[^/!]*$/.exec(source)?.[0] ?? source;
  const what = host !== null && file.startsWith(`${host}_`) ? file.slice(host.length + 1) : file;
  return `${what}: ${records.length} ${kind}${command === null ? "" : ` (${command})`}`;
}

function mark({ collector, time, phase }: AnyCapture): string {
  return [collector, time, phase].filter((part) => part !== null).join(" ");
}
