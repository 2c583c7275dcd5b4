import { hotfix, rollupsOf2008R2 } from "../../facts/hotfixes.ts";
import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, withoutOffloadStates } from "../rule.ts";

const ID = "KB2525390";

export default defineRule({
  id: "sack-bug-2525390",
  severity: "warning",
  title: `Connections are offloaded and ${ID} is not among the hotfixes`,
  rationale:
    "On Windows 7 and Server 2008 R2 the selective acknowledgement option is always on for offloaded connections, even if the adapter does not support it. Transfers over them may then be extremely slow. Hosts that use Chimney need the hotfix.",
  falseAlarms:
    "The convenience rollup KB3125574 and later monthly rollups count as having the fix. That is inferred: they bring a later tcpip.sys. Other updates may contain the fix without its number, so check the version of tcpip.sys. That KB2525390 is the article whose title Windows IT Pro gives is our conclusion from both texts.",
  remedy: `Check the version of tcpip.sys, and install ${ID} or the rollup KB3125574 if it is older.`,
  references: [
    source("itPro", "TCP Chimney Offload, SACK"),
    source("kb2643970", "settings for Server 2008 R2"),
    source("tcpConnectionOffload", "SupportSack"),
    source("conclusion", "that title and number are of one article"),
  ],
  appliesTo: ["2008R2"],
  needs: ["netstat", "hotfixes"],
  examples: {
    fails: { text: example("KB2511305"), os: "2008R2" },
    passes: { text: example(ID), os: "2008R2" },
  },
  *check({ netstat, hotfixes }) {
    const { connections, hasOffloadState } = netstat.snapshot;
    const { offloaded } = connections.byOffloadState;
    if (hotfixes.value.some((id) => id === ID || rollupsOf2008R2.includes(id))) return;
    if (!hasOffloadState) yield withoutOffloadStates(netstat);
    else if (offloaded > 0)
      yield {
        // Absence from a list is a reason to look, not a proof.
        kind: "review",
        message: `Offloaded rows: ${offloaded}, and ${ID} (${hotfix(ID)?.topic ?? ""}) is not among the ${counted(hotfixes.value.length, "hotfix", "hotfixes")} listed. A later update may contain it.`,
        at: [netstat.heading, ...netstat.examples.offloaded.slice(0, 3), ...hotfixes.at.slice(0, 3)],
      };
  },
});

function example(installed: string): string {
  return String.raw`C:\>wmic qfe get HotFixID,InstalledOn
HotFixID   InstalledOn
KB976902   11/21/2010
${installed}  3/14/2012

C:\>netstat -nt

  Proto  Local Address          Foreign Address        State           Offload State
  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     Offloaded
`;
}
