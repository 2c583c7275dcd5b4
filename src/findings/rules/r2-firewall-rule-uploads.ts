import { coexistence } from "../../facts/coexistence.ts";
import { showCommands } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "r2-firewall-rule-uploads",
  severity: "info",
  title: "Connections were taken back while Windows Firewall is on: a known issue of 2008 R2 may be why",
  rationale:
    "On Server 2008 R2 and Windows 7 Chimney works with Windows Firewall, but certain firewall rules cause offloaded connections to be taken back and not offloaded again.",
  falseAlarms:
    "The page does not say which rules, so no single rule can be blamed. Connections are taken back for many other reasons, such as a lack of traffic.",
  remedy: "Review the firewall rules that concern these connections. The source names no fix.",
  references: [source("gg162698", "row Windows Firewall")],
  appliesTo: ["2008R2"],
  needs: ["windows-firewall", "chimneyOffload", "netstat", "os"],
  examples: {
    fails: { text: example("InHost"), os: "2008R2", context: ["windows-firewall"] },
    passes: { text: example("Offloaded"), os: "2008R2", context: ["windows-firewall"] },
  },
  *check({ "windows-firewall": firewall, chimneyOffload, netstat, os }) {
    if (firewall.value !== "on" || chimneyOffload.value === "disabled") return;
    const { acrossSnapshots } = netstat;
    if (acrossSnapshots === null) {
      const reason = "only two tables with the Offload State column show whether offloaded connections come back";
      yield undecided(reason, [netstat.heading], `${showCommands.connections} (twice, some minutes apart)`);
      return;
    }
    const { count, examples } = acrossSnapshots.uploadedBack;
    if (count === 0) return;
    yield {
      // A candidate among several: the rules that cause it are not known.
      kind: "review",
      message: `${counted(count, "connection")} went back from the adapter to the host. Windows Firewall is on, which may be why: ${coexistence("windows-firewall", os.value)?.effect ?? ""}`,
      at: [...examples, ...firewall.at, ...chimneyOffload.at],
    };
  },
});

function example(later: string): string {
  const table = (offloadState: string) => String.raw`C:\>netstat -nt

Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
  TCP    192.0.2.10:445         198.51.100.8:50013     ESTABLISHED     ${offloadState}
`;
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

${table("Offloaded")}
${table(later)}`;
}
