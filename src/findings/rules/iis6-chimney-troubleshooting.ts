import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "iis6-chimney-troubleshooting",
  severity: "info",
  title: "IIS 6 runs on Server 2003 with Chimney enabled",
  rationale:
    "If IIS 6 on Server 2003 has network errors that nothing else explains, switching Chimney off is a test that takes effect at once and is easily undone.",
  falseAlarms: "This is a hint for troubleshooting. Without errors nothing needs to be done.",
  remedy: `If there are errors, as a test: \`${chimneyCommand("disabled", "2003")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [source("iis6", "a test")],
  appliesTo: ["2003"],
  needs: ["iis", "chimneyOffload"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["iis"] },
    passes: { text: example(0), os: "2003", context: ["iis"] },
  },
  *check({ iis, chimneyOffload }) {
    if (iis.value !== "on" || chimneyOffload.value !== "enabled") return;
    yield {
      kind: "review",
      message:
        "IIS is in use on this Server 2003 (from --context), and Chimney is enabled. If there are network errors, test without it.",
      at: [...chimneyOffload.at, ...iis.at],
    };
  },
});

function example(chimney: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x${chimney}
`;
}
