import type { FindingKind, FleetFindings } from "../../report/report.ts";
import { findingLines } from "./findings.ts";
import type { Page } from "./page.ts";

/** What shows when the hosts are laid side by side; nothing where nothing of it is to be shown. */
export function fleetLines({ findings }: FleetFindings, show: readonly FindingKind[], page: Page): readonly string[] {
  const lines = findingLines({ findings }, show, page);
  return lines.length === 0 ? [] : ["", ...page.paragraph(page.paint.strong("Between the hosts"), 0), ...lines];
}
