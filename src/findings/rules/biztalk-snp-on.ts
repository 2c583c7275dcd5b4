import { chimneyCommand, registryCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { registryValue, restoringRegistry } from "../derived.ts";
import { defineRule, restoring } from "../rule.ts";

const PROTECTION = "SynAttackProtect";

export default defineRule({
  id: "biztalk-snp-on",
  severity: "warning",
  title: "BizTalk Server, or the SQL Server it uses, has Chimney switched on",
  rationale:
    "Microsoft names the features of the Scalable Networking Pack as a cause of general network errors between BizTalk Server and SQL Server. For Server 2003 this is a warning, for later versions a note.",
  falseAlarms:
    "Without such errors nothing needs to be done. The same articles name SynAttackProtect of Server 2003 for the same errors. It has nothing to do with Chimney and is shown separately. Switch it off only on servers that are reached from an intranet alone.",
  remedy: (os) =>
    os === "2003"
      ? `\`${chimneyCommand("disabled", os)}\`, and in the registry ${["EnableTCPChimney", "EnableRSS", "EnableTCPA"].map((name) => `\`${registryCommand(name, 0)}\``).join(", ")}, then restart. If the errors stay, and only on an intranet (KB 899599): \`${registryCommand(PROTECTION, 0)}\`.`
      : os === "2008R2"
        ? "If there are such errors: turn TCP connection offload off on the adapters of this host and of that of SQL Server."
        : `If there are such errors: \`${chimneyCommand("disabled", os)}\` on this host and on that of SQL Server.`,
  rollback: (evidence) => {
    const values = ["EnableTCPChimney", "EnableRSS", "EnableTCPA", PROTECTION] as const;
    const back = restoring("chimneyOffload")(evidence);
    return evidence.os?.value === "2003" ? `\`${back}\`; ${restoringRegistry(...values)(evidence)}` : back;
  },
  references: [source("kb970406", "cause"), source("gg634557", "general network errors")],
  appliesTo: ["2003", "2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["biztalk", "chimneyOffload", "os"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["biztalk"] },
    passes: { text: example(0), os: "2003", context: ["biztalk"] },
  },
  *check({ biztalk, chimneyOffload, os, netDma, receiveSideScaling, tcpipParameters }) {
    if (biztalk.value !== "on" || chimneyOffload.value === "disabled") return;
    const is2003 = os.value === "2003";
    const rss = is2003 ? receiveSideScaling : undefined;
    const others = [
      ...(rss?.value === "enabled" ? [{ text: "Receive-Side Scaling is enabled too.", at: rss.at }] : []),
      ...(netDma?.value === "enabled" ? [{ text: "NetDMA is enabled too.", at: netDma.at }] : []),
    ];
    const protection = is2003 && tcpipParameters !== undefined ? registryValue(tcpipParameters, PROTECTION) : undefined;
    if (typeof protection?.value === "number") {
      const text = `${PROTECTION}, which is another matter, is ${protection.value}.`;
      others.push({ text, at: protection.at });
    }
    yield {
      severity: is2003 ? "warning" : "info",
      message: `BizTalk Server is in use (from --context), and Chimney is ${chimneyOffload.value}.${others.map(({ text }) => ` ${text}`).join("")}`,
      at: [...chimneyOffload.at, ...others.flatMap(({ at }) => at), ...biztalk.at],
    };
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
    EnableRSS    REG_DWORD    0x0
    EnableTCPA    REG_DWORD    0x0
    SynAttackProtect    REG_DWORD    0x1
`;
}
