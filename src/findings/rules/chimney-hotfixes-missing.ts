import { hotfixesFor, leastServicePacks, rollupsOf2008R2 } from "../../facts/hotfixes.ts";
import { counted, enumerated } from "../../facts/in-words.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

const troubleshooting = source("kb2643970", "settings");

export default defineRule({
  id: "chimney-hotfixes-missing",
  severity: "info",
  title: "Chimney is enabled without the updates that Microsoft lists for it",
  rationale:
    "For Receive-Side Scaling, Chimney and NetDMA, KB 2643970 asks for SP2, KB 979614 and KB 967224 on Server 2008, and for SP1, KB 2519736 and KB 2511305 on 2008 R2 (and KB 2525390 if Chimney is used). Without them, known faults of the stack remain. Vista and Windows 7 have the same code.",
  falseAlarms:
    "Later updates contain the fixes without these numbers; the convenience rollup KB3125574 and later monthly rollups count as having them, which is inferred. We could not read what some of the updates are about.",
  remedy: "Install the service pack and the updates named here, or a later rollup.",
  references: [troubleshooting, source("conclusion", "that later rollups carry the fixes")],
  appliesTo: ["2008", "2008R2"],
  needs: ["chimneyOffload", "hotfixes", "os"],
  impliedBy: ["chimney-enabled-2008", "sack-bug-2525390"],
  examples: {
    fails: { text: example("KB976902"), os: "2008R2" },
    passes: { text: example("KB3125574"), os: "2008R2" },
  },
  *check({ chimneyOffload, hotfixes, os, osBuild }) {
    if (chimneyOffload.value !== "enabled") return;
    if (hotfixes.value.some((id) => rollupsOf2008R2.includes(id))) return;
    const wanted = hotfixesFor(os.value).filter(({ source: from }) => from.title === troubleshooting.title);
    const missing = wanted.map(({ id }) => id).filter((id) => !hotfixes.value.includes(id));
    const pack = leastServicePacks[os.value];
    const build = Number(osBuild?.value.split(".")[2]);
    const lacksPack = pack !== undefined && build < pack.build;
    if (missing.length === 0 && !lacksPack) return;
    const isNot =
      missing.length === 0
        ? ""
        : ` ${enumerated(missing)} ${missing.length === 1 ? "is" : "are"} not among the ${counted(hotfixes.value.length, "hotfix", "hotfixes")} listed.`;
    yield {
      kind: "review",
      message: `Chimney is enabled on ${windowsName(os.value)}.${isNot}${lacksPack ? ` ${pack.name} is not installed either.` : ""}`,
      at: [...chimneyOffload.at, ...hotfixes.at.slice(0, 3), ...(lacksPack ? (osBuild?.at ?? []) : [])],
    };
  },
});

function example(installed: string): string {
  return String.raw`C:\>wmic qfe get HotFixID,InstalledOn
HotFixID   InstalledOn
${installed}  11/21/2010

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled
`;
}
