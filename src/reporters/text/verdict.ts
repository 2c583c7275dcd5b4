import type { HostReport } from "../../report/index.ts";
import { withLabels } from "../figures.ts";
import { saidByVerdict } from "../folded.ts";
import { printable } from "../printable.ts";
import { type Page, quoteLines } from "./page.ts";
import { commandLine } from "./steps.ts";

/** Lines quoted; JSON has them all. */
const MAX_QUOTED = 6;

/** The answer to why nothing, or so little, is offloaded; the lines it rests on; what to run next. */
export function verdictLines({ verdict, findings }: HostReport, page: Page): readonly string[] {
  if (verdict === null) return [];
  const { code, statement, because, next } = verdict;
  const rules = saidByVerdict(findings);
  return [
    ...page.paragraph(`${page.paint.strong(printable(withLabels(statement)))} ${page.paint.faint(`[${code}]`)}`, 2),
    ...quoteLines(because, MAX_QUOTED, 4, page),
    ...(rules.length === 0 ? [] : page.paragraph(page.paint.faint(`Rules that say the same: ${rules.join(", ")}`), 2)),
    ...nextLines(next, page),
    "",
  ];
}

function nextLines(next: readonly string[], page: Page): readonly string[] {
  if (next.length === 0) return [];
  return [...page.paragraph("Capture next:", 2), ...next.map((command) => commandLine(command, 4))];
}
