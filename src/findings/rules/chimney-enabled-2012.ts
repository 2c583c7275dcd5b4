import { chimneyCommand } from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "chimney-enabled-2012",
  severity: "warning",
  title: "Chimney is enabled or automatic on Windows Server 2012 or 2012 R2",
  rationale:
    "On Server 2012 and 2012 R2 (Windows 8 and 8.1) the default is disabled, and no Microsoft source recommends turning Chimney on; later versions deprecate and then remove it. NIC Teaming of these versions does not support it.",
  falseAlarms: "Storage and iSCSI appliances shipped with Chimney on: ask the vendor first.",
  remedy: (os) =>
    `\`${chimneyCommand("disabled", os)}\` or \`Set-NetOffloadGlobalSetting -Chimney Disabled\` in PowerShell.`,
  rollback: restoring("chimneyOffload"),
  references: [
    source("setNetOffloadGlobalSetting", "-Chimney"),
    source("progress", "recommendation"),
    source("teamingGuide2012", "Chimney"),
    source("conclusion", "the severity"),
  ],
  appliesTo: ["2012", "2012R2"],
  needs: ["os", "chimneyOffload"],
  examples: { fails: { text: example("enabled") }, passes: { text: example("disabled") } },
  *check({ chimneyOffload, os, teaming }) {
    const { value } = chimneyOffload;
    if (value !== "enabled" && value !== "automatic") return;
    const isTeamed = teaming?.value === "on";
    yield {
      message: `Chimney is ${value} on ${windowsName(os.value)}; the default is disabled.${isTeamed ? " Adapters are teamed, and teaming that is part of Windows does not support Chimney." : ""}`,
      at: [...chimneyOffload.at, ...(isTeamed ? teaming.at : [])],
    };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.3.9600]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
NetDMA State                        : disabled
`;
}
