import type { FindingKind, Report } from "../../report/index.ts";
import { printable } from "../printable.ts";
import { type Reporter, usuallyShown } from "../reporter.ts";
import { briefLines } from "./brief.ts";
import { diagnosticLines } from "./diagnostics.ts";
import { fleetLines } from "./findings.ts";
import { hostLines } from "./host.ts";
import { hostsOf, overviewLines } from "./overview.ts";
import { openPage, type Page } from "./page.ts";
import { pageOfReport, sourceNames } from "./places.ts";
import { coverageLines, nothingLines, otherSourceLines } from "./sources.ts";

/** For people: what a support engineer wants to know first stands first. All captured text in it is made printable. */
export const text: Reporter = {
  name: "text",
  description: "for people",
  endings: [".txt", ".log"],
  async open({ columns, paint, show = usuallyShown, detail = "full" }) {
    const page = await openPage(columns, paint);
    return { opening: "", report: (report) => pieces(report, { show, detail }, page) };
  },
};

interface Look {
  readonly show: readonly FindingKind[];
  readonly detail: "brief" | "full";
}

function* pieces(report: Report, { show, detail }: Look, whole: Page): Iterable<string> {
  const names = sourceNames(namesIn(report));
  const page = pageOfReport(whole, names);
  if (detail === "brief" && report.hosts.length > 0) {
    yield joined(briefLines(report, show, page).slice(1));
    return;
  }
  const below = names.folder === "" ? "" : `, files below ${printable(names.folder)}`;
  yield joined([page.paint.faint(`chimneysweep ${printable(report.tool.version)}${below}`)]);
  if (report.hosts.length === 0) {
    yield joined(nothingLines(report, page));
  } else {
    yield joined(overviewLines(hostsOf(report), page));
    if (report.fleet !== null) yield joined(fleetLines(report.fleet, show, page));
    for (const host of report.hosts) yield joined(hostLines(host, show, page));
    yield joined(otherSourceLines(report, page));
  }
  yield joined(diagnosticLines(report, page));
  // The report of a batch holds hosts only: what became of each line stands in its tables.
  if (report.sources.length > 0 || report.hosts.length === 0) yield joined(coverageLines(report, page));
}

/** The names of all sources, whether or not they are listed. */
function namesIn({ sources, hosts }: Report): readonly string[] {
  if (sources.length > 0) return sources.map(({ name }) => name);
  return hosts.flatMap(({ captures }) => captures.map(({ source }) => source));
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
