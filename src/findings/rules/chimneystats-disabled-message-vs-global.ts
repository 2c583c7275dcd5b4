import { chimneyCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "chimneystats-disabled-message-vs-global",
  severity: "error",
  title: "chimneystats says that the administrator disabled Chimney; show global says otherwise",
  rationale:
    "`show chimneystats` answers with that message when Chimney is disabled, from Server 2008 to Server 2016. Another state in `show global` contradicts it: the two were captured at different times or on different hosts. When both say disabled, all is well.",
  falseAlarms: "The setting was changed between the two captures.",
  remedy: (os) =>
    `Capture both again, one right after the other: \`${showCommands.settings}\` and \`${showCommands.chimneyStats}\`. If they still differ, set what is wanted explicitly: \`${chimneyCommand(os === "2008R2" ? "automatic" : "disabled", os)}\`.`,
  rollback: ({ chimneyOffload, os }) => {
    const value = chimneyOffload?.value;
    return chimneyCommand(value === "automatic" || value === "default" ? value : "enabled", os?.value);
  },
  references: [
    source("kb942861", "sample of chimneystats"),
    source("conclusion", "that the two contradict each other"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["chimneyStats", "chimneyOffload"],
  examples: {
    fails: { text: example("automatic"), os: "2008R2" },
    passes: { text: example("disabled"), os: "2008R2" },
  },
  *check({ chimneyStats, chimneyOffload }) {
    const latest = chimneyStats.at(-1) ?? chimneyStats[0];
    const at = [placeIn(latest, latest), ...chimneyOffload.at];
    const { state } = latest.traits;
    if (state === "notAvailable" || state === "unreadable")
      yield undecided("chimneystats gave no answer that could be compared", at, showCommands.chimneyStats);
    else if (state === "disabledByAdministrator" && chimneyOffload.value !== "disabled")
      yield {
        message: `chimneystats${moment(latest.time)} says that the administrator disabled Chimney, but its state is shown as "${chimneyOffload.value}". The captures contradict each other.`,
        at,
      };
  },
});

function moment(time: string | null): string {
  return time === null ? "" : ` (captured ${time})`;
}

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}

C:\>netsh int tcp show chimneystats
Your System Administrator has disabled TCP Chimney.
`;
}
