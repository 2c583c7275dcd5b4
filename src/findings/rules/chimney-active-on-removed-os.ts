import { showCommands } from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided, withoutOffloadStates } from "../rule.ts";

export default defineRule({
  id: "chimney-active-on-removed-os",
  severity: "error",
  title: "Chimney is on, or connections are offloaded, on a Windows that has no Chimney",
  rationale:
    "Chimney was removed with Windows 10 1709; Server 1709, 2019 and later share that code. A setting that is on or a connection that is offloaded cannot come from such a host: the version is wrong, captures of two hosts were mixed, or one was misread.",
  falseAlarms:
    "The removal is documented in the list for clients; for servers we conclude it from the shared code, and one page about Server 2019 and 2022 still calls the feature deprecated.",
  remedy: `Find out which host each capture is of: \`hostname\` and \`${showCommands.version}\` beside \`${showCommands.settings}\` and \`${showCommands.connections}\`.`,
  references: [
    source("removed1709", "TCP Offload Engine"),
    source("kb4014193", "deprecation"),
    source("conclusion", "that servers are like the clients of the same code"),
  ],
  appliesTo: ["1709+"],
  needs: ["os"],
  examples: { fails: { text: example("Offloaded") }, passes: { text: example("InHost") } },
  *check({ os, chimneyOffload, tcpGlobal, netstat }) {
    const value = chimneyOffload?.value;
    const isOn = value === "enabled" || value === "automatic";
    const { offloaded = 0, offloading = 0, uploading = 0 } = netstat?.snapshot.connections.byOffloadState ?? {};
    const rows = offloaded + offloading + uploading;
    if (chimneyOffload !== undefined && isOn)
      yield {
        message: `Chimney is ${value} on a version of Windows that has none (${windowsName(os.value)}).`,
        at: [...chimneyOffload.at, ...os.at],
      };
    if (netstat !== undefined && rows > 0)
      yield {
        message: `netstat shows rows that are offloaded (${offloaded}), offloading (${offloading}) or uploading (${uploading}) on a version of Windows that has no Chimney (${windowsName(os.value)}).`,
        at: [...netstat.examples.offloaded, ...netstat.examples.offloading, ...netstat.examples.uploading, ...os.at],
      };
    if (isOn || rows > 0) return;
    const at = [...(chimneyOffload?.at ?? []), ...(netstat === undefined ? [] : [netstat.heading]), ...os.at];
    if (netstat === undefined) yield undecided("no netstat table was captured", at, showCommands.connections);
    else if (!netstat.snapshot.hasOffloadState) yield withoutOffloadStates(netstat);
    else if (chimneyOffload === undefined && tcpGlobal === undefined)
      yield undecided("the state of Chimney was not captured", at, showCommands.settings);
  },
});

function example(offloadState: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 10.0.17763.1339]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Receive Window Auto-Tuning Level    : normal
HyStart                             : enabled

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     ${offloadState}
`;
}
