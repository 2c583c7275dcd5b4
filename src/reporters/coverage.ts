import type { LineClass } from "../../grammar/contract/grammar.ts";
import type { Report } from "../report/index.ts";

/** How much of the captures was understood. */
export interface Coverage {
  /** Lines of captures: those that say something, so neither blank lines nor what stands around captures. */
  readonly lines: number;
  readonly understood: number;
  /** understood / lines; null when there is no such line. */
  readonly share: number | null;
}

const UNDERSTOOD: readonly LineClass[] = ["record", "heading", "message"];
const NOT_UNDERSTOOD: readonly LineClass[] = ["truncated", "unknown"];

/** The coverage of all sources together. */
export function coverageOf(report: Report): Coverage {
  const understood = linesOf(report, UNDERSTOOD);
  const lines = understood + linesOf(report, NOT_UNDERSTOOD);
  return { lines, understood, share: lines === 0 ? null : understood / lines };
}

function linesOf(report: Report, classes: readonly LineClass[]): number {
  let lines = 0;
  for (const { ledger } of report.sources) {
    for (const name of classes) lines += ledger[name];
  }
  return lines;
}
