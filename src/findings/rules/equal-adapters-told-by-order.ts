import { showCommands } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "equal-adapters-told-by-order",
  severity: "info",
  title: "Which of the equal adapters has which settings is told by the order of their keys only",
  rationale:
    "The registry knows a card by a number and a GUID, ipconfig by the name that its driver gives to all cards of one make. Windows counts these in the order in which they were put in, and so do the keys; a card that was changed since may break that order. On any Windows.",
  falseAlarms: "The order of the keys mostly is that of the names.",
  remedy: `Capture what names the number or the GUID beside the connection: \`${showCommands.linkSpeeds}\``,
  references: [source("conclusion", "equal cards")],
  appliesTo: "any",
  needs: ["alikeAdapters"],
  examples: {
    fails: { text: example("0") },
    passes: { text: example("1") },
  },
  *check({ alikeAdapters }) {
    for (const adapters of alikeAdapters) {
      const names = adapters.map(({ value }) => `"${value}"`);
      yield {
        kind: "review",
        about: names.join(),
        message: `${names.join(", ")} are cards of one make that are set differently in the registry. Nothing but the order of their keys tells which settings are whose.`,
        at: adapters.flatMap(({ at }) => at),
      };
    }
  },
});

/** Two cards of one make, the second one with connection offload as given. */
function example(second: string): string {
  return String.raw`C:\>reg query "HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0007
    DriverDesc    REG_SZ    Example Server Adapter
    Characteristics    REG_DWORD    0x84
    *TCPConnectionOffloadIPv4    REG_SZ    1

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0009
    DriverDesc    REG_SZ    Example Server Adapter
    Characteristics    REG_DWORD    0x84
    *TCPConnectionOffloadIPv4    REG_SZ    ${second}

C:\>ipconfig /all

Ethernet adapter Storage:

   Description . . . . . . . . . . . : Example Server Adapter
   IPv4 Address. . . . . . . . . . . : 192.0.2.10(Preferred)

Ethernet adapter Office:

   Description . . . . . . . . . . . : Example Server Adapter #2
   IPv4 Address. . . . . . . . . . . : 198.51.100.10(Preferred)

`;
}
