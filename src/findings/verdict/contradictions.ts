import { automaticWindows, liveWindows, olderWindows, otherAnswers, removedWindows } from "./conditions.ts";
import type { VerdictRow } from "./rows.ts";
import type { Condition, Dimension } from "./situations.ts";

const DOUBT =
  "They were taken at different times or on different hosts, or one was misread. So nothing can be concluded from the share of offloaded connections.";

/** Captures, or a capture and the version of Windows, that can't both be right. */
export const contradictionRows: readonly VerdictRow[] = [
  contradiction("the captured settings show different states of Chimney", ["chimney"], [{ chimney: ["disagreeing"] }]),
  contradiction(
    "the settings show Chimney disabled, but the table shows connections that are offloaded or being offloaded",
    ["chimney", "rows"],
    [{ chimney: ["disabled"], rows: ["offloaded"] }],
  ),
  contradiction(
    "{windows} has no TCP Chimney, but the settings show it {setting}",
    ["windows", "chimney"],
    [{ windows: removedWindows, chimney: ["enabled", "automatic"] }],
  ),
  contradiction(
    "{windows} has no TCP Chimney, but the table shows connections that are offloaded or changing state",
    ["windows", "rows"],
    [
      { windows: removedWindows, chimney: ["lineMissing", "unknown"], rows: ["offloaded", "uploading"] },
      { windows: removedWindows, chimney: ["disabled"], rows: ["uploading"] },
    ],
  ),
  contradiction(
    "the settings show Chimney automatic, which {windows} does not have",
    ["windows", "chimney"],
    [{ windows: olderWindows, chimney: ["automatic"] }],
  ),
  contradiction(
    "the settings show Chimney {setting}, but chimneystats reports that the administrator disabled it",
    ["chimney", "statistics"],
    [
      { statistics: ["disabledByAdministrator"], chimney: ["enabled"], windows: liveWindows },
      { statistics: ["disabledByAdministrator"], chimney: ["automatic"], windows: automaticWindows },
    ],
  ),
  contradiction(
    "chimneystats reports that the administrator disabled TCP Chimney, but the table shows connections that are offloaded or being offloaded",
    ["statistics", "rows"],
    [
      {
        statistics: ["disabledByAdministrator"],
        chimney: ["lineMissing", "unknown"],
        windows: liveWindows,
        rows: ["offloaded"],
      },
    ],
  ),
  contradiction(
    "connection offload is off on every adapter whose properties were captured, but the table shows connections that are offloaded or being offloaded",
    ["adapter", "rows"],
    [
      {
        adapter: ["off"],
        rows: ["offloaded"],
        statistics: otherAnswers,
        chimney: ["enabled", "lineMissing", "unknown"],
        windows: liveWindows,
      },
      {
        adapter: ["off"],
        rows: ["offloaded"],
        statistics: otherAnswers,
        chimney: ["automatic"],
        windows: automaticWindows,
      },
    ],
  ),
];

function contradiction(what: string, because: readonly Dimension[], when: readonly Condition[]): VerdictRow {
  return {
    verdict: "contradiction",
    when,
    statement: `The captures contradict each other: ${what}. ${DOUBT}`,
    because,
    again: ["windows", "chimney", "statistics", "counts"],
  };
}
