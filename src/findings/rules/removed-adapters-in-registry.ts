import { counted } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "removed-adapters-in-registry",
  severity: "info",
  title: "The registry has settings of adapters that the host does not show any more",
  rationale:
    "The registry keeps what the driver of a card was set to after the card was taken out, so its settings are no settings of this host. They are left out of every statement on adapters. On any Windows; before Server 2012 only the registry shows these settings.",
  falseAlarms:
    "`ipconfig` leaves out a card that is disabled or has no TCP/IP, so that card may be there and take part in nothing.",
  remedy: null,
  references: [source("conclusion", "cards that only the registry knows")],
  appliesTo: "any",
  needs: ["removedAdapters"],
  examples: {
    fails: { text: example("") },
    passes: { text: example("8      Example Office Adapter   Office           1000000000\n") },
  },
  *check({ removedAdapters }) {
    if (removedAdapters.length === 0) return;
    const names = removedAdapters.map(({ value }) => `"${value}"`);
    yield {
      message: `No list of adapters shows ${names.join(", ")} as present: what the registry says of ${names.length === 1 ? "it" : `these ${counted(names.length, "card")}`} is left out.`,
      at: removedAdapters.flatMap(({ at }) => at),
    };
  },
});

function example(second: string): string {
  return String.raw`C:\>reg query "HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0007
    DriverDesc    REG_SZ    Example Server Adapter
    Characteristics    REG_DWORD    0x84
    *TCPConnectionOffloadIPv4    REG_SZ    1

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0008
    DriverDesc    REG_SZ    Example Office Adapter
    Characteristics    REG_DWORD    0x84
    *TCPConnectionOffloadIPv4    REG_SZ    0

C:\>wmic nic get Index,Name,NetConnectionID,Speed
Index  Name                     NetConnectionID  Speed
7      Example Server Adapter   Storage          10000000000
${second}
`;
}
