import type { FindingKind, Report } from "../../report/index.ts";
import { printable } from "../printable.ts";
import { type Reporter, usuallyShown } from "../reporter.ts";
import { diagnosticLines } from "./diagnostics.ts";
import { fleetLines } from "./findings.ts";
import { hostLines, overviewLines } from "./host.ts";
import { openPage, type Page } from "./page.ts";
import { coverageLines, nothingLines, otherSourceLines } from "./sources.ts";

/** For people: what a support engineer wants to know first stands first. All captured text in it is made printable. */
export const text: Reporter = {
  name: "text",
  description: "for people",
  endings: [".txt", ".log"],
  async open({ columns, paint, show = usuallyShown }) {
    const page = await openPage(columns, paint);
    return { opening: "", report: (report) => pieces(report, show, page) };
  },
};

function* pieces(report: Report, show: readonly FindingKind[], page: Page): Iterable<string> {
  yield joined([page.paint.faint(`chimneysweep ${printable(report.tool.version)}`)]);
  if (report.hosts.length === 0) {
    yield joined(nothingLines(report, page));
  } else {
    yield joined(overviewLines(report.hosts, page));
    if (report.fleet !== null) yield joined(fleetLines(report.fleet, show, page));
    for (const host of report.hosts) yield joined(hostLines(host, show, page));
    yield joined(otherSourceLines(report, page));
  }
  yield joined(diagnosticLines(report, page));
  yield joined(coverageLines(report, page));
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
