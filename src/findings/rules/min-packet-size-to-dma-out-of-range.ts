import { registryCommand, registryDeleteCommand, showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { registryPlace, registryValue, restoringRegistry } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

const NAME = "MinPacketSizeToDma";
/** By KB 912222, in bytes. */
const RANGE = { least: 128, most: 4096, usual: 256 };

export default defineRule({
  id: "min-packet-size-to-dma-out-of-range",
  severity: "warning",
  title: `${NAME} is outside its range, or changed from its default`,
  rationale: `On Server 2003 ${NAME} is the smallest packet for which NetDMA is used. It takes ${RANGE.least} to ${RANGE.most}; the advice is to leave the default of ${RANGE.usual}. What Windows does with a value outside that range is not documented.`,
  falseAlarms:
    "Registry tools print the number in hexadecimal: 0x100 is 256. A changed value within the range is only a note. The value is about NetDMA, not Chimney.",
  remedy: `\`${registryDeleteCommand(NAME)}\` or \`${registryCommand(NAME, RANGE.usual)}\`, then restart.`,
  rollback: restoringRegistry(NAME),
  references: [source("kb912222", "usage, NetDMA")],
  appliesTo: ["2003"],
  needs: ["tcpipParameters"],
  examples: { fails: { text: example("0x40"), os: "2003" }, passes: { text: example("0x100"), os: "2003" } },
  *check({ tcpipParameters }) {
    const fact = registryValue(tcpipParameters, NAME);
    if (fact === undefined)
      yield undecided(`${NAME} was not captured`, [registryPlace(tcpipParameters)], showCommands.registry);
    if (fact === undefined || fact === null) return;
    const { value, at } = fact;
    if (typeof value !== "number") yield undecided(`${NAME} is not a number`, at, showCommands.registry);
    else if (value !== RANGE.usual) {
      const isOutside = value < RANGE.least || value > RANGE.most;
      yield {
        severity: isOutside ? "warning" : "info",
        message: `${NAME} is ${value} (0x${value.toString(16)}), ${isOutside ? `outside ${RANGE.least} to ${RANGE.most}` : `in its range, but not the default ${RANGE.usual}, which should be kept`}.`,
        at,
      };
    }
  },
});

function example(value: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPA    REG_DWORD    0x1
    MinPacketSizeToDma    REG_DWORD    ${value}
`;
}
