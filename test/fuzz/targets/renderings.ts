import { analyze, type ConnectionRow, catalogue, type Report } from "../../../src/index.ts";
import { tableNames } from "../../../src/report/tables/index.ts";
import {
  defaultCsvOptions,
  plain,
  type ReporterOptions,
  reporterNames,
  reporters,
} from "../../../src/reporters/index.ts";
import { inputsOf, mutatedText } from "../mutations/index.ts";
import { sourceOf } from "../oracles.ts";
import { checkPrinted, readsBack } from "../printed.ts";
import type { Target } from "../target.ts";

const widths = [20, 80, 200];

/** Every format of the report of an input whose name is as hostile as its text. */
export const renderings: Target = {
  name: "renderings",
  inputs: inputsOf(mutatedText),
  runs: 4,
  async check({ bytes, choice }, step) {
    const rows: ConnectionRow[] = [];
    step();
    const source = sourceOf("a<script>\u202e\u001b[31m|`=1+1.txt", bytes)();
    const report = await analyze([source], { onConnections: (more) => void rows.push(...more) });
    const options = optionsFor(choice);
    for (const format of reporterNames) {
      step();
      const text = await rendered(format, report, rows, options);
      await checkPrinted(format, text, await emptyPage());
      if (format === "html" || format === "json") await readsBack(text, report);
    }
  },
};

function optionsFor(choice: number): ReporterOptions {
  return {
    version: "0",
    columns: widths[choice % widths.length] ?? 80,
    paint: plain,
    table: tableNames[choice % tableNames.length] ?? "connections",
    csv: defaultCsvOptions,
    ...(choice % 5 === 0 && { show: ["fail", "review", "notEvaluated", "pass", "notApplicable"] as const }),
    catalogue: catalogue(),
    ...(choice % 3 === 0 && { mostLines: 5 + (choice % 60) }),
  };
}

async function rendered(
  format: (typeof reporterNames)[number],
  report: Report,
  rows: readonly ConnectionRow[],
  options: ReporterOptions,
): Promise<string> {
  const { opening, connections, report: pieces } = await reporters[format].open(options);
  return [opening, ...(connections?.(rows) ?? []), ...pieces(report)].join("");
}

let page: Promise<string> | undefined;

/** The page of a report without captures, made once. */
export function emptyPage(): Promise<string> {
  page ??= analyze("").then((report) => rendered("html", report, [], optionsFor(1)));
  return page;
}
