import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

/** No layout of chimneystats was ever published: a column is taken for the count only by what its title says. */
const countTitle = /\boffloaded\b/i;
const count = /^\d{1,9}$/;

export default defineRule({
  id: "chimneystats-vs-netstat-mismatch",
  severity: "info",
  title: "chimneystats and netstat count offloaded connections very differently",
  rationale:
    "Both commands show one moment. A small difference is normal; a large one means that they were not run one right after the other, that only one of them counts the connections of virtual machines, or that something is counted twice. Server 2008 to Server 2012.",
  falseAlarms:
    "No chimneystats table was ever published: the column is recognised by the word Offloaded in its title, so the finding is never certain. The layout in the examples is made up. Drivers count CLOSE_WAIT connections too; the parent partition does not see those of virtual machines.",
  remedy: `Run both in one line: \`${showCommands.connections} & ${showCommands.chimneyStats}\`.`,
  references: [
    source("gg162689", "what it shows"),
    source("tcpOffloadStats", "CurrentlyEstablished"),
    source("conclusion", "which difference is large"),
  ],
  appliesTo: ["2008", "2008R2", "2012"],
  needs: ["chimneyStats", "netstat"],
  examples: { fails: { text: example(90), os: "2008R2" }, passes: { text: example(2), os: "2008R2" } },
  *check({ chimneyStats, netstat }, { thresholds }) {
    const latest = chimneyStats.at(-1) ?? chimneyStats[0];
    const at = [placeIn(latest, latest), netstat.heading];
    const { connections, hasOffloadState, time } = netstat.snapshot;
    const cells = latest.records.filter(({ column, value }) => countTitle.test(column) && count.test(value));
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (latest.traits.state === "disabledByAdministrator") return;
    else if (cells.length === 0)
      yield undecided("chimneystats has no column titled Offloaded with numbers in it", at, showCommands.chimneyStats);
    else {
      const adapters = cells.reduce((sum, { value }) => sum + Number(value), 0);
      const rows = connections.byOffloadState.offloaded;
      const difference = Math.abs(adapters - rows);
      const most = Math.max(adapters, rows) * thresholds.statsDifferenceShare;
      if (difference <= Math.max(thresholds.statsDifference, most)) return;
      const each = cells.map((cell) => `${cell.interface ?? "?"}: ${cell.value}`).join(", ");
      yield {
        kind: "review",
        message: `chimneystats counts ${counted(adapters, "offloaded connection")} (by the title of its column; interface ${each}), netstat ${rows}.${latest.time === null || time === null ? "" : ` Captured ${latest.time} and ${time}.`}`,
        at: [...cells.map((cell) => placeIn(latest, cell)), netstat.heading, ...netstat.examples.offloaded],
      };
    }
  },
});

function example(offloaded: number): string {
  return String.raw`C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     Offloaded

C:\>netsh int tcp show chimneystats

Idx   Offloaded
---   ---------
12    ${offloaded}
`;
}
