import { automatic, enabled, notOff, seen, unsaid } from "./conditions.ts";
import type { VerdictRow } from "./rows.ts";

/** Rows are offloaded, and nothing contradicts it: what is seen counts before what is to be expected. */
export const workingRows: readonly VerdictRow[] = [
  {
    verdict: "worksOutsideTheShare",
    when: notOff.map((one) => ({ ...one, ...seen, counts: ["rowsUnread", "noneEligible", "tooFew", "noneOffloaded"] })),
    statement: "Chimney is at work: the table shows connections that are offloaded or being offloaded. {counts}",
    because: ["rows", "chimney"],
    open: ["chimney", "windows"],
    again: ["counts"],
  },
  {
    verdict: "partlyOffloadedAutomatic",
    when: [{ ...seen, ...automatic, counts: ["someOffloaded"] }],
    statement:
      "{counts} In automatic mode only those over a 10 Gbps adapter with a round trip below 20 ms and at least 130 KB exchanged are considered; the others stay in the host.",
    because: ["rows", "chimney", "coexistence"],
    open: ["windows", "statistics"],
  },
  {
    verdict: "partlyOffloaded",
    when: [enabled, unsaid].map((one) => ({ ...one, ...seen, counts: ["someOffloaded"] })),
    statement:
      "{counts} Chimney works. The rest stay in the host because they carry little traffic, the adapter is full, or a feature, a list of ports or another adapter keeps them there.",
    because: ["rows", "chimney", "coexistence", "portPolicy"],
    open: ["chimney", "windows", "adapter", "coexistence", "portPolicy", "statistics"],
  },
  {
    verdict: "everythingOffloaded",
    when: notOff.map((one) => ({ ...one, ...seen, counts: ["allOffloaded"] })),
    statement: "{counts} Chimney works.",
    because: ["rows", "chimney"],
    open: ["chimney", "windows"],
  },
];
