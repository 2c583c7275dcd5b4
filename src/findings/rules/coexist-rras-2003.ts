import { chimneyCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, restoring } from "../rule.ts";

export default defineRule({
  id: "coexist-rras-2003",
  severity: "warning",
  title: "Routing and Remote Access of Server 2003 keeps every connection in the host",
  rationale:
    "On Server 2003 bridging and routing services turn IPNAT and the IPsec Policy Agent on, and with either of them Chimney and NetDMA do not work. Being installed is not enough: the service has to run.",
  falseAlarms:
    "Routing that was set up without address translation may leave IPNAT off; a list of services that includes drivers (`sc query type= all`) shows it.",
  remedy: `Stop Routing and Remote Access, and IPNAT with it, if nobody uses it. Otherwise disable Chimney explicitly: \`${chimneyCommand("disabled", "2003")}\`.`,
  rollback: restoring("chimneyOffload"),
  references: [source("kb912222", "bridging and routing services")],
  appliesTo: ["2003"],
  needs: ["chimneyOffload", "rras"],
  impliedBy: ["coexist-nat-ics"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("RUNNING", 4), os: "2003" },
    passes: { text: example("STOPPED", 1), os: "2003" },
  },
  *check({ chimneyOffload, rras, nat }) {
    // Without IPNAT routing keeps nothing in the host.
    if (rras.value !== "on" || nat?.value === "off" || chimneyOffload.value !== "enabled") return;
    yield {
      message: `Routing and Remote Access runs${rras.at.length === 0 ? " (from --context)" : ""} and Chimney is enabled: routing turns IPNAT and the IPsec Policy Agent on, and with those Chimney and NetDMA do not work.`,
      at: [...rras.at, ...chimneyOffload.at],
    };
  },
});

function example(state: string, code: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters /v EnableTCPChimney

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1

C:\>sc query RemoteAccess

SERVICE_NAME: RemoteAccess
        TYPE               : 20  WIN32_SHARE_PROCESS
        STATE              : ${code}  ${state}
`;
}
