import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

/** More than this share of the connections on their way, and the moment is no good one to count. */
const UNSETTLED = 0.1;

export default defineRule({
  id: "transitional-states-present",
  severity: "info",
  title: "Connections were being offloaded or uploaded at the moment of the capture",
  rationale:
    "Offloading and Uploading are transitional states. A few such rows are normal on any Windows with Chimney. They count for neither side of the ratio; with many of them, another capture may show another ratio.",
  falseAlarms: "A capture taken right after the setting was changed shows many of them; they are soon gone.",
  remedy: null,
  references: [source("tcpmib", "states"), source("conclusion", "the share that counts as unsettled")],
  appliesTo: "any",
  needs: ["netstat"],
  examples: { fails: { text: example("Offloading") }, passes: { text: example("Offloaded") } },
  *check({ netstat }) {
    const { connections, eligible, hasOffloadState } = netstat.snapshot;
    if (!hasOffloadState) {
      yield withoutOffloadStates(netstat);
      return;
    }
    const { offloading, uploading } = connections.byOffloadState;
    if (offloading + uploading === 0) return;
    const all = eligible.total + eligible.transitional;
    const isUnsettled = eligible.transitional > UNSETTLED * all;
    yield {
      message: `${eligible.transitional} of ${all} connections were changing state (${offloading} offloading, ${uploading} uploading).${isUnsettled ? " That is a lot for one snapshot: another capture may show another ratio." : ""}`,
      at: [...netstat.examples.offloading, ...netstat.examples.uploading],
    };
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     InHost
`;
}
