import type { CaptureReport, ChimneyStatsReport, HostReport } from "../../report/index.ts";
import { counted, NONE } from "../figures.ts";
import { printable } from "../printable.ts";
import { chimneyStatsWords } from "../words.ts";
import type { Page } from "./page.ts";

/** Cells printed of one capture: enough for the adapters of a server, short enough to read past. */
const MAX_CELLS = 60;

/** What `show chimneystats` answered, for each time it was asked. */
export function chimneyStatsLines(host: HostReport, page: Page): readonly string[] {
  return host.captures
    .filter(({ kind }) => kind === "chimneyStats")
    .flatMap((capture) => {
      const place = page.paint.faint(` (${page.place(capture, capture.endLine)})`);
      const state = chimneyStatsWords(capture);
      return ["", ...page.paragraph(`Chimney statistics${place}: ${state}`, 2), ...cellLines(host, capture, page)];
    });
}

function cellLines(host: HostReport, capture: CaptureReport, page: Page): readonly string[] {
  const cells = host.chimneyStats.filter(
    ({ source, line }) => source === capture.source && line >= capture.line && line <= capture.endLine,
  );
  if (cells.length === 0) return [];
  const rows = cells.slice(0, MAX_CELLS).map(rowOf);
  const rest = cells.length - rows.length;
  return [
    ...page.table([["Interface", "Column", "Value"], ...rows], { indent: 4, align: "lll" }),
    ...(rest > 0 ? page.paragraph(`and ${counted(rest, "more cell")}: --format csv --table chimneystats`, 4) : []),
  ];
}

function rowOf(cell: ChimneyStatsReport): readonly string[] {
  return [printable(cell.interface ?? NONE), printable(cell.column), printable(cell.value)];
}
