import { chimneyCommand, registryCommand, showCommands } from "../../facts/commands.ts";
import { enumerated } from "../../facts/in-words.ts";
import { source } from "../../facts/sources.ts";
import type { Evidence } from "../../hosts/index.ts";
import { registryPlace, restoringRegistry } from "../derived.ts";
import { defineRule, undecided } from "../rule.ts";

/** The switches of the pack, by the value of the registry and the setting that it stands for on Server 2003. */
const switches = [
  { name: "EnableTCPChimney", key: "chimneyOffload" },
  { name: "EnableRSS", key: "receiveSideScaling" },
  { name: "EnableTCPA", key: "netDma" },
] as const;

export default defineRule({
  id: "exchange-2003-era-snp",
  severity: "warning",
  title: "Exchange runs on Server 2003 with features of the Scalable Networking Pack on",
  rationale:
    "After SP2 had turned the pack on, Exchange servers with Server 2003 lost connections, and the Exchange team and its analyzer warned of it. The advice is for Server 2003 only.",
  falseAlarms:
    "For Server 2008 R2 the advice was reversed: the Exchange team revisited it in 2011, and capacity was gained with the features left at their defaults. With current drivers the features may work on Server 2003 as well.",
  remedy: `Install KB 948496 or current drivers (Broadcom: 3.7.19 or later). Or turn them off: \`${chimneyCommand("disabled", "2003")}\`, ${switches.map(({ name }) => `\`${registryCommand(name, 0)}\``).join(", ")}, then restart.`,
  rollback: restoringRegistry("EnableTCPChimney", "EnableRSS", "EnableTCPA"),
  references: [
    source("exchange2007", "connections lost"),
    source("exchangeAnalyzer", "Scalable Networking Pack Update is Available"),
    source("itPro", "Best-Practice Recommendations"),
    source("exchange2011", "2008 R2"),
  ],
  appliesTo: ["2003"],
  needs: ["exchange", "tcpipParameters"],
  examples: {
    fails: { text: example(1), os: "2003", context: ["exchange"] },
    passes: { text: example(0), os: "2003", context: ["exchange"] },
  },
  *check(evidence) {
    const { exchange, tcpipParameters } = evidence;
    if (exchange.value !== "on") return;
    const on = enabledIn(evidence);
    const unknown = switches.filter(({ key }) => evidence[key] === undefined).map(({ name }) => name);
    if (on.length > 0)
      yield {
        message: `Exchange is in use on this Server 2003 (from --context), and the pack's ${enumerated(on.map(({ name }) => name))} ${on.length === 1 ? "is" : "are"} on.`,
        at: [...on.flatMap(({ at }) => at), ...exchange.at],
      };
    else if (unknown.length > 0)
      yield undecided(
        `Exchange is in use on this Server 2003 (from --context), and ${enumerated(unknown)} ${unknown.length === 1 ? "was" : "were"} not found in the registry; absent means the default of the pack, which is on with SP2`,
        [registryPlace(tcpipParameters)],
        showCommands.registry,
      );
  },
});

function enabledIn(evidence: Partial<Evidence>) {
  return switches.flatMap(({ name, key }) => {
    const fact = evidence[key];
    return fact?.value === "enabled" ? [{ name, at: fact.at }] : [];
  });
}

function example(rss: number): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x0
    EnableRSS    REG_DWORD    0x${rss}
    EnableTCPA    REG_DWORD    0x0
`;
}
