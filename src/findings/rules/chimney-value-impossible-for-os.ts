import { showCommands } from "../../facts/commands.ts";
import { type OsBand, windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

/** Every value that any Windows prints or takes for Chimney. */
const values: readonly (string | number)[] = ["enabled", "disabled", "automatic", "default"];

/** Automatic came with Server 2008 R2 and Windows 7. */
const beforeAutomatic: readonly OsBand[] = ["2003", "2008"];

export default defineRule({
  id: "chimney-value-impossible-for-os",
  severity: "error",
  title: "Chimney has a value that this version of Windows does not have",
  rationale:
    "Automatic mode is new in Server 2008 R2 and Windows 7. Earlier versions do not have it, so the version is wrong or the setting comes from another host; whatever rests on the version would be wrong too. A value that no version has was misread or edited.",
  falseAlarms:
    "Articles about Windows Server 2008 often show the output of Server 2008 R2. PowerShell on Server 2012 and later still accepts automatic.",
  remedy: `Check which Windows version this host runs: \`${showCommands.version}\` beside \`${showCommands.settings}\`.`,
  references: [source("itPro", "TCP Chimney Offload"), source("gg162709", "new in this version")],
  appliesTo: "any",
  needs: ["chimneyOffload", "os"],
  examples: { fails: { text: example("automatic") }, passes: { text: example("enabled") } },
  *check({ chimneyOffload, os }) {
    const at = [...chimneyOffload.at, ...os.at];
    const { value } = chimneyOffload;
    if (!values.includes(value))
      yield { message: `Chimney is shown as "${value}", which no version of Windows has.`, at };
    else if (value === "automatic" && beforeAutomatic.includes(os.value))
      yield {
        message: `Chimney is automatic, which ${windowsName(os.value)} does not have (${os.at.length === 0 ? "the version was declared" : "the version was captured"}): the version and the setting come from different hosts, or one was misread.`,
        at,
      };
  },
});

function example(chimney: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 6.0.6002]

C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}
`;
}
