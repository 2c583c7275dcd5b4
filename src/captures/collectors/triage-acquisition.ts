import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";

const report = /^TriageAcquisition\b.{0,150}\.(?:txt|log)$/i;

/**
 * TriageAcquisition: one text, in which titles in the middle of the line name each command in brackets. That the file is
 * called by the tool is concluded, not seen.
 */
export const triageAcquisition: Collector = {
  name: "TriageAcquisition",
  attribute: (path) => (report.test(path.file) ? attributed(triageAcquisition.name, {}) : undefined),
};
