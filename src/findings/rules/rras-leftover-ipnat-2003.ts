import { coexistence } from "../../facts/coexistence.ts";
import { source } from "../../facts/sources.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** Whether a service runs, and the line that says so. */
interface Answer {
  readonly state: "running" | "stopped" | "unknown";
  readonly at: readonly EvidencePlace[];
}

const show = "sc query ipnat";

/** A list of services names drivers such as IPNAT only when it was asked for them. */
const LISTS_DRIVERS = /type=\s{0,4}(?:all|driver|kernel)/i;

/** What routing turns on and leaves on: the short name of the service, or how `net start` calls it. */
const translator = { isDriver: true, matches: /^(?:ipnat|ip network address translator)$/i };
const policyAgent = { isDriver: false, matches: /^(?:policyagent|ipsec services|ipsec policy agent)$/i };

const stopTranslator = "`net stop ipnat`, then `sc config ipnat start= disabled`.";
const stopAgent =
  "If no IPsec policy is assigned on this host, also stop the IPsec Policy Agent: `net stop policyagent`. With a policy, stopping it drops the protection.";

export default defineRule({
  id: "rras-leftover-ipnat-2003",
  severity: "warning",
  title: "Routing was disabled, but the IPNAT it had turned on still blocks Chimney",
  rationale:
    "On Server 2003 bridging and routing services turn IPNAT and the IPsec Policy Agent on. Disabling routing leaves them on, so Chimney and NetDMA stay blocked until IPNAT is turned off itself.",
  falseAlarms:
    "The IPsec Policy Agent runs on every Server 2003 by default: on its own it is neither a leftover nor a policy, and this rule ignores it. Offloaded rows prove that nothing is blocked. The capture has to show which services run, not just which are installed.",
  remedy: stopTranslator,
  rollback: "`sc config ipnat start= system`, `net start ipnat`, and `net start policyagent` where it was stopped.",
  references: [source("kb912222", "bridging and routing services")],
  appliesTo: ["2003"],
  needs: ["chimneyOffload", "rras", "services", "os"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("RUNNING", 4), os: "2003", context: ["no-rras"] },
    passes: { text: example("STOPPED", 1), os: "2003", context: ["no-rras"] },
  },
  *check({ chimneyOffload, rras, services, os }) {
    if (chimneyOffload.value !== "enabled" || rras.value !== "off") return;
    const nat = stateOf(translator, services);
    const agent = stateOf(policyAgent, services);
    const isLeft = agent.state === "running";
    if (nat.state === "running")
      yield {
        message: `Routing is off and Chimney is enabled, but IPNAT still runs${isLeft ? ", and so does the IPsec Policy Agent" : ""}: Chimney and NetDMA stay blocked. ${coexistence("nat", os.value)?.effect ?? ""}`,
        at: [...nat.at, ...(isLeft ? agent.at : []), ...rras.at, ...chimneyOffload.at],
        ...(isLeft ? { remedy: `${stopTranslator} ${stopAgent}` } : {}),
      };
    else if (nat.state === "unknown")
      yield undecided(
        "routing is off and Chimney is enabled, but no capture shows whether IPNAT still runs",
        chimneyOffload.at,
        show,
      );
  },
});

/** Whether a service runs by the last capture that tells, and the line that says so. */
function stateOf(
  { matches, isDriver }: { readonly matches: RegExp; readonly isDriver: boolean },
  captures: readonly KeptCapture<"services">[],
): Answer {
  let answer: Answer = { state: "unknown", at: [] };
  for (const capture of captures) {
    const own = capture.records.find(({ name, displayName }) => matches.test(name ?? displayName ?? ""));
    if (own !== undefined)
      answer = { state: own.state === "stopped" ? "stopped" : "running", at: [placeIn(capture, own)] };
    // A list without short names may hold it under a name in another language.
    else if (
      capture.traits.listsAllRunning &&
      capture.records.some(({ name }) => name !== null) &&
      (!isDriver || LISTS_DRIVERS.test(capture.command ?? ""))
    )
      answer = { state: "stopped", at: [] };
  }
  return answer;
}

function example(state: string, code: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters /v EnableTCPChimney

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1

C:\>sc query ipnat

SERVICE_NAME: ipnat
        TYPE               : 1  KERNEL_DRIVER
        STATE              : ${code}  ${state}

C:\>sc query policyagent

SERVICE_NAME: policyagent
        TYPE               : 20  WIN32_SHARE_PROCESS
        STATE              : 1  STOPPED
`;
}
