import { source } from "../../facts/sources.ts";
import { clocks, compareBy, type Evidence, type EvidencePlace, goesBy } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

const MINUTES_OF_DAY = 24 * 60;

export default defineRule({
  id: "captures-not-contemporaneous",
  severity: "warning",
  title: "The setting and the connections were not captured at the same time",
  rationale:
    "Settings and connections change within minutes. A finding that compares the two, above all a contradiction, holds only if they were captured at the same time. Any Windows.",
  falseAlarms:
    "Times come from banners and prompts, in the host's local time; if the clock was set in between, they look further apart than they are. Findings that compare the captures are kept: read them with that in mind.",
  remedy:
    "Run the commands in one script on one host, each after `hostname` and `echo %date% %time%`: `netsh int tcp show global`, `netsh int tcp show chimneystats`, `netstat -nato`.",
  references: [source("conclusion", "that settings and connections change within minutes")],
  appliesTo: "any",
  needs: ["netstat", "chimneyOffload"],
  examples: { fails: { text: example("09:58:01") }, passes: { text: example("09:01:30") } },
  *check(evidence, { thresholds }) {
    const { netstat, chimneyOffload } = evidence;
    const at = [netstat.heading, ...chimneyOffload.at];
    const table = netstat.snapshot.time;
    const setting = timeOf(evidence, chimneyOffload.at);
    const apart = table === null || setting === null ? undefined : minutesBetween(table, setting);
    if (apart === undefined)
      yield undecided(
        `how far apart the setting (${setting ?? "no time"}) and the connections (${table ?? "no time"}) were captured is unknown`,
        at,
        "echo %date% %time%",
      );
    else if (apart > thresholds.minutesBetweenCaptures)
      yield {
        message: `The setting was captured at ${setting}, the connections at ${table}: ${Math.round(apart)} minutes apart. Findings that compare the two are less certain.`,
        at,
      };
  },
});

/** The time of the capture that a setting's line stands in. */
function timeOf(
  { tcpGlobal, netOffloadGlobalSetting, ipGlobal, tcpipParameters }: Partial<Evidence>,
  [place]: readonly EvidencePlace[],
): string | null {
  const settings = [...(tcpGlobal ?? []), ...(netOffloadGlobalSetting ?? []), ...(ipGlobal ?? [])];
  const all = [...settings, ...(tcpipParameters ?? [])];
  const found = all.find(
    (capture) => capture.source === place?.source && capture.records.some(({ line }) => line === place.line),
  );
  return found?.time ?? null;
}

/** Undefined when the times do not tell: only one says its zone, one is no time at all, or two days meet at midnight. */
function minutesBetween(one: string, other: string): number | undefined {
  const [first, second] = [
    { time: one, phase: null },
    { time: other, phase: null },
  ] as const;
  const clock = clocks.find((known) => goesBy(known, first) && goesBy(known, second));
  if (clock === undefined) return undefined;
  const minutes = Math.abs(compareBy(clock, first, second)) / 60_000;
  if (clock !== "day") return minutes;
  return minutes > MINUTES_OF_DAY ? minutes - MINUTES_OF_DAY : undefined;
}

function example(clock: string): string {
  return `20240115 09:00:00.250 : netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

20240115 ${clock}.250 : netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
`;
}
