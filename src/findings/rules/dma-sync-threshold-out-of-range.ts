import { registryCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { registryPlace, registryValue, restoringRegistry } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

const NAME = "DmaSyncCompletionHighThreshold";
/** By KB 912222. The default 0 means that TCP never waits. */
const MOST = 87_600;

export default defineRule({
  id: "dma-sync-threshold-out-of-range",
  severity: "warning",
  title: `${NAME} is outside its range, or changed from its default`,
  rationale: `On Server 2003 TCP waits for NetDMA to finish if less space than ${NAME} is left in the buffer that was posted. It takes 0 to ${MOST}; 0, the default, means that TCP does not wait. What Windows does with a value outside that range is not documented.`,
  falseAlarms:
    "Registry tools print the number in hexadecimal: 0x15630 is 87,600. A changed value within the range is only a note. The value is about NetDMA, not Chimney.",
  remedy: `\`${registryCommand(NAME, 0)}\`, then restart.`,
  rollback: restoringRegistry(NAME),
  references: [source("kb912222", "usage, NetDMA")],
  appliesTo: ["2003"],
  needs: ["tcpipParameters"],
  examples: { fails: { text: example("0x15631"), os: "2003" }, passes: { text: example("0x0"), os: "2003" } },
  *check({ tcpipParameters }) {
    const fact = registryValue(tcpipParameters, NAME);
    if (fact === undefined)
      yield undecided(`${NAME} was not captured`, [registryPlace(tcpipParameters)], showCommands.registry);
    if (fact === undefined || fact === null) return;
    const { value, at } = fact;
    if (typeof value !== "number") yield undecided(`${NAME} is not a number`, at, showCommands.registry);
    else if (value !== 0) {
      const isOutside = value < 0 || value > MOST;
      yield {
        severity: isOutside ? "warning" : "info",
        message: `${NAME} is ${value} (0x${value.toString(16)}), ${isOutside ? `outside 0 to ${MOST}` : "in its range, but not the default 0: TCP may wait for NetDMA"}.`,
        at,
      };
    }
  },
});

function example(value: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPA    REG_DWORD    0x1
    DmaSyncCompletionHighThreshold    REG_DWORD    ${value}
`;
}
