import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "chimney-deprecated-2016",
  severity: "warning",
  title: "Chimney is not disabled on Windows Server 2016, where it is deprecated",
  rationale:
    "For Server 2016 and Windows 10 before version 1709 Microsoft says not to use Chimney: it is deprecated and may make performance worse. The next version no longer has it.",
  falseAlarms:
    "The list for clients dates the deprecation to version 1703, the documentation of the server to Server 2016: on a client before 1703 it was not yet announced.",
  remedy: `\`${chimneyCommand("disabled", "2016")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("adapterTuning", "Do not use TCP Chimney Offload"),
    source("hpnFeatures", "TCP Chimney Offload"),
    source("kb4014193", "deprecation"),
  ],
  appliesTo: ["2016"],
  needs: ["chimneyOffload"],
  examples: { fails: { text: example("enabled") }, passes: { text: example("disabled") } },
  *check({ chimneyOffload, osBuild }) {
    if (chimneyOffload.value === "disabled") return;
    yield {
      message: `Chimney is ${chimneyOffload.value}${osBuild === undefined ? "" : ` on build ${osBuild.value}`}; on Windows Server 2016 it is deprecated and not to be used.`,
      at: [...chimneyOffload.at, ...(osBuild?.at ?? [])],
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 10.0.14393]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
`;
}
