import type { Condition, Situation } from "./situations.ts";

export const removedWindows: readonly Situation["windows"][] = ["1709+"];
export const liveWindows: readonly Situation["windows"][] = [
  "2003",
  "2008",
  "2008R2",
  "2012",
  "2012R2",
  "2016",
  "unknown",
];
/** Versions before automatic mode, which came with Server 2008 R2. */
export const olderWindows: readonly Situation["windows"][] = ["2003", "2008"];
export const automaticWindows: readonly Situation["windows"][] = ["2008R2", "2012", "2012R2", "2016", "unknown"];
/** What chimneystats answered, but for the message that Chimney is disabled. */
export const otherAnswers: readonly Situation["statistics"][] = [
  "table",
  "list",
  "notAvailable",
  "unreadable",
  "missing",
];

/** No row of the table is offloaded or on its way to the adapter. */
export const unseen: Condition = { rows: ["uploading", "none"] };
/** Nothing of the table or of chimneystats tells that Chimney works, or that it does not. */
export const silent: Condition = { rows: ["none"], statistics: otherAnswers, adapter: ["on", "unknown"] };
/** The same, and no feature that is known of stands in the way. */
export const unblocked: Condition = { ...silent, coexistence: ["notBlocked", "unknown"] };
/** Chimney is enabled, on a Windows that has it. */
export const enabled: Condition = { chimney: ["enabled"], windows: liveWindows };
/** Chimney is automatic, on a Windows that has automatic mode. */
export const automatic: Condition = { chimney: ["automatic"], windows: automaticWindows };
/** The settings do not say how Chimney is set, on a Windows that has it. */
export const unsaid: Condition = { chimney: ["lineMissing", "unknown"], windows: liveWindows };
export const switchedOn = [enabled, automatic];
/** Everything but disabled. */
export const notOff = [...switchedOn, unsaid];
/** Enabled, and none of enough connections is offloaded. */
export const idle: Condition = { ...unblocked, ...enabled, counts: ["noneOffloaded"] };
export const notExcluded: Condition = { ...idle, portPolicy: ["none", "unknown"] };
/** Rows are offloaded, and no other capture contradicts it. */
export const seen: Condition = { rows: ["offloaded"], statistics: otherAnswers, adapter: ["on", "unknown"] };
