import {
  automatic,
  idle,
  liveWindows,
  notExcluded,
  notOff,
  otherAnswers,
  removedWindows,
  silent,
  switchedOn,
  unblocked,
  unsaid,
  unseen,
} from "./conditions.ts";
import { contradictionRows } from "./contradictions.ts";
import type { VerdictCode, VerdictRow } from "./rows.ts";
import type { Condition } from "./situations.ts";
import { workingRows } from "./successes.ts";

const OPEN_CAUSES =
  "Chimney is enabled in Windows. {counts} {causes}Too little traffic or a full adapter would have the same effect.";

/**
 * Why nothing, or so little, is offloaded: for every possible situation exactly one row holds. Wherever the captures
 * contradict each other, that is the answer and no share is spoken of.
 */
export const verdictRows: readonly VerdictRow[] = [
  ...contradictionRows,
  {
    verdict: "chimneyRemoved",
    when: [{ windows: removedWindows, chimney: ["disabled", "lineMissing", "unknown"], rows: ["none"] }],
    statement:
      "This is {windows}, which has no TCP Chimney: all connections are in the host. Nothing about Chimney needs fixing. {counts}",
    because: ["windows", "chimney", "counts"],
    open: ["windows"],
  },
  {
    verdict: "chimneyDisabled",
    when: [{ ...unseen, chimney: ["disabled"], windows: liveWindows }],
    statement: "Chimney is disabled in Windows. With Chimney off, every connection stays InHost. {counts}",
    because: ["chimney", "statistics", "counts"],
    open: ["windows"],
  },
  {
    verdict: "chimneyDisabledByStatistics",
    when: [{ ...unseen, ...unsaid, statistics: ["disabledByAdministrator"] }],
    statement: "chimneystats reports: TCP Chimney was disabled by the administrator. {counts}",
    because: ["statistics", "counts"],
    open: ["chimney", "windows"],
  },
  {
    verdict: "adapterOff",
    when: notOff.map((one) => ({ ...one, ...unseen, statistics: otherAnswers, adapter: ["off"] })),
    statement:
      "Connection offload is off on every adapter whose properties were captured, and Chimney works only if it is on in Windows and on the adapter. {counts}",
    because: ["adapter", "chimney", "counts"],
    open: ["chimney", "windows", "counts"],
  },
  {
    verdict: "uploadingOnly",
    when: notOff.map((one) => ({ ...one, ...silent, rows: ["uploading"] })),
    statement: "More connections are being taken back into the host than are offloaded. {counts}",
    because: ["rows", "chimney"],
    open: ["chimney", "windows"],
    again: ["counts"],
  },
  {
    verdict: "blockedByFeature",
    when: notOff.map((one) => ({ ...one, ...silent, coexistence: ["blocked"] })),
    statement: "On {windows} no connection is offloaded alongside {blocking}. {counts}",
    because: ["coexistence", "chimney", "windows"],
    open: ["chimney", "windows", "counts"],
  },
  {
    verdict: "nothingCaptured",
    when: [{ ...unblocked, ...unsaid, chimney: ["unknown"], counts: ["noTable", "noColumn"] }],
    statement: "{neither} {counts}",
    because: ["chimney", "statistics", "counts"],
    open: ["chimney", "windows", "counts"],
  },
  {
    verdict: "settingUnknown",
    when: [
      {
        ...unblocked,
        ...unsaid,
        chimney: ["unknown"],
        counts: ["rowsUnread", "noneEligible", "tooFew", "noneOffloaded"],
      },
    ],
    statement: "{counts} {unset}",
    because: ["chimney", "counts", "statistics"],
    open: ["chimney", "windows", "statistics"],
  },
  {
    verdict: "lineMissing",
    when: [{ ...unblocked, chimney: ["lineMissing"], windows: ["unknown"] }],
    statement:
      "The captured settings have no line for Chimney: either this Windows no longer has it, or the capture is incomplete. {counts}",
    because: ["chimney", "counts"],
    open: ["windows", "chimney", "counts"],
  },
  {
    verdict: "lineMissingOnOlderWindows",
    when: [{ ...unblocked, chimney: ["lineMissing"], windows: ["2003", "2008", "2008R2", "2012", "2012R2", "2016"] }],
    statement:
      "The captured settings have no line for Chimney, which {windows} prints: the capture is incomplete or comes from another version. {counts}",
    because: ["chimney", "windows"],
    open: ["windows", "chimney", "counts"],
  },
  ...countless(
    "tableMissing",
    "noTable",
    "Chimney is {setting} in Windows. {counts} Whether it has any effect is unknown.",
  ),
  ...countless(
    "columnMissing",
    "noColumn",
    "Chimney is {setting} in Windows. {counts} Whether it has any effect is unknown.",
  ),
  ...countless(
    "rowsUnread",
    "rowsUnread",
    "Chimney is {setting} in Windows. {counts} Whether it has any effect is unknown.",
  ),
  ...countless("noneEligible", "noneEligible", "Chimney is {setting} in Windows. {counts}"),
  ...countless("tooFew", "tooFew", "Chimney is {setting} in Windows. {counts}"),
  {
    verdict: "automaticNothingOffloaded",
    when: [{ ...unblocked, ...automatic, counts: ["noneOffloaded"] }],
    statement:
      "{counts} In automatic mode that is normal: only connections over a 10 Gbps adapter with a round trip below 20 ms and at least 130 KB exchanged are considered. netstat shows none of these, so they must be checked separately.",
    because: ["chimney", "counts"],
    open: ["windows"],
  },
  {
    verdict: "portsExcluded",
    when: [{ ...idle, portPolicy: ["excluded"] }],
    statement:
      "Chimney is enabled in Windows, but all eligible connections use ports that are excluded from it. {counts}",
    because: ["portPolicy", "chimney", "counts"],
  },
  {
    verdict: "enabledNothingOffloaded",
    when: [
      { ...notExcluded, adapter: ["unknown"] },
      { ...notExcluded, adapter: ["on"], coexistence: ["unknown"] },
      { ...notExcluded, adapter: ["on"], coexistence: ["notBlocked"], portPolicy: ["unknown"] },
    ],
    statement: OPEN_CAUSES,
    because: ["chimney", "counts"],
    open: ["windows", "adapter", "coexistence", "portPolicy", "statistics"],
  },
  {
    verdict: "enabledUnexplained",
    when: [{ ...notExcluded, adapter: ["on"], coexistence: ["notBlocked"], portPolicy: ["none"] }],
    statement:
      "Chimney is on in Windows and on the adapter, and no known feature or list of ports stands in its way. {counts} That leaves too little traffic, a full adapter or its driver as the cause.",
    because: ["chimney", "adapter", "counts"],
    open: ["windows", "statistics"],
    again: ["counts"],
  },
  ...workingRows,
];

/** Chimney is on, and the table gives no number to speak of. */
function countless(
  verdict: VerdictCode,
  counts: "noTable" | "noColumn" | "rowsUnread" | "noneEligible" | "tooFew",
  statement: string,
): readonly VerdictRow[] {
  const when = switchedOn.map((one): Condition => ({ ...one, ...unblocked, counts: [counts] }));
  return [{ verdict, when, statement, because: ["chimney", "counts"], open: ["windows", "counts"] }];
}
