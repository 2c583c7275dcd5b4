import { chimneyCommand } from "../../facts/commands.ts";
import { hotfixesFor } from "../../facts/hotfixes.ts";
import { enumerated } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

const troubleshooting = source("kb2643970", "settings for Server 2008");

/** Updates that KB 2643970 asks for beside SP2. */
const wanted = hotfixesFor("2008")
  .filter(({ source: from }) => from.title === troubleshooting.title)
  .map(({ id }) => id);

export default defineRule({
  id: "chimney-enabled-2008",
  severity: "warning",
  title: "Chimney is enabled on Windows Server 2008",
  rationale:
    "For Server 2008 the recommendation, and the default, is disabled: its stack needs Service Pack 2 and further updates before Chimney is stable. Vista has the same code.",
  falseAlarms:
    "A workload that was measured with and without it, such as backup or replication, may justify it. A manufacturer's installation may come with it enabled.",
  remedy: remedyWith(["Service Pack 2", ...wanted]),
  rollback: restoring("chimneyOffload"),
  references: [source("itPro", "Best-Practice Recommendations"), troubleshooting],
  appliesTo: ["2008"],
  needs: ["chimneyOffload"],
  examples: { fails: { text: example("enabled") }, passes: { text: example("disabled") } },
  *check({ chimneyOffload, osBuild, hotfixes }) {
    if (chimneyOffload.value !== "enabled") return;
    const lacking = hotfixes === undefined ? [] : wanted.filter((id) => !hotfixes.value.includes(id));
    const build = osBuild === undefined ? "" : ` of build ${osBuild.value}`;
    const isBare = osBuild?.value.startsWith("6.0.6001") ?? false;
    const hasPack = osBuild !== undefined && !/^6\.0\.600[01]\b/.test(osBuild.value);
    const gaps = [
      ...(isBare ? ["Service Pack 2 is not installed"] : []),
      ...lacking.map((id) => `${id} is not listed`),
    ];
    yield {
      message: `Chimney is enabled on Windows Server 2008${build}; disabled is recommended.${gaps.length === 0 ? "" : ` ${enumerated(gaps)}.`}`,
      remedy: remedyWith([...(hasPack ? [] : ["Service Pack 2"]), ...(hotfixes === undefined ? wanted : lacking)]),
      at: [...chimneyOffload.at, ...(osBuild?.at ?? []), ...(lacking.length === 0 ? [] : (hotfixes?.at ?? []))],
    };
  },
});

function remedyWith(updates: readonly string[]): string {
  return `\`${chimneyCommand("disabled", "2008")}\`. To keep it: install ${enumerated([...updates, "the current driver of the adapter"])}.`;
}

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.0.6001]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
`;
}
