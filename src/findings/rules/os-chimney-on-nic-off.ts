import { chimneyCommand, showAdaptersCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts, EvidencePlace, KeptCapture } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

/** Connection offload of an adapter: absent when all its properties are known and this is none of them. */
interface AdapterState {
  readonly name: string;
  readonly state: "enabled" | "disabled" | "absent" | "unknown";
  readonly at: readonly EvidencePlace[];
}

type PropertyCaptures = readonly KeptCapture<"netAdapterAdvancedProperty">[];

/** What makes the cmdlet print only some of the properties. */
const selection = /\||\s-(?:display|registry)/i;

export default defineRule({
  id: "os-chimney-on-nic-off",
  severity: "warning",
  title: "Chimney is enabled in Windows, but no adapter has connection offload enabled",
  rationale: "Chimney works only when it is enabled in both places, so the Windows setting has no effect.",
  falseAlarms:
    "Vendors name the property differently (TOE, TCP Offload Engine, TCP Connection Offload, Chimney), so an adapter that seems to lack it may have it under another name. Some adapters offload only with a licence key.",
  remedy: (os) =>
    `Either enable the property on the Advanced tab of the adapter (the vendor's documentation names it), or take the setting back: \`${chimneyCommand(os === "2008R2" ? "automatic" : "disabled", os)}\`.`,
  rollback: ({ os }) => chimneyCommand("enabled", os?.value),
  references: [
    source("kb951037", "How to enable and disable TCP Chimney Offload"),
    source("itPro", "TCP Chimney Offload, adapters"),
  ],
  appliesTo: ["2003", "2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["chimneyOffload", "adapters"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("Disabled", 0), os: "2012R2" },
    passes: { text: example("Enabled", 1), os: "2012R2" },
  },
  *check({ chimneyOffload, adapters, netAdapterAdvancedProperty = [], os }) {
    if (chimneyOffload.value !== "enabled") return;
    const states = adapters.map((adapter) => stateOf(adapter, netAdapterAdvancedProperty));
    if (states.some(({ state }) => state === "enabled")) return;
    const unknown = states.filter(({ state }) => state === "unknown");
    const at = [...chimneyOffload.at, ...states.flatMap((one) => one.at)];
    if (unknown.length > 0)
      yield undecided(
        `no capture shows the connection offload of ${unknown.map(({ name }) => name).join(", ")}`,
        at,
        showAdaptersCommand(os?.value),
      );
    else
      yield {
        message: `Chimney is enabled in Windows, but no adapter has connection offload enabled (${states.map(({ name, state }) => `${name}: ${state}`).join(", ")}). The setting has no effect.`,
        at,
      };
  },
});

function stateOf(adapter: AdapterFacts, captures: PropertyCaptures): AdapterState {
  const { name, connectionOffloadIPv4, connectionOffloadIPv6, isWhole } = adapter;
  const facts = [connectionOffloadIPv4, connectionOffloadIPv6].filter((fact) => fact !== undefined);
  const at = facts.flatMap((fact) => fact.at);
  if (facts.some(({ value }) => value === "enabled")) return { name, state: "enabled", at };
  if (facts.length > 0) return { name, state: "disabled", at };
  const isListed = captures.some(
    ({ command, records }) =>
      command !== null &&
      !selection.test(command) &&
      records.some((record) => record.adapter.toLowerCase() === name.toLowerCase()),
  );
  return { name, state: isListed || isWhole ? "absent" : "unknown", at };
}

function example(shown: string, value: number): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : enabled

PS C:\> Get-NetAdapterAdvancedProperty

Name        DisplayName                    DisplayValue    RegistryKeyword            RegistryValue
----        -----------                    ------------    ---------------            -------------
Ethernet 1  TCP Connection Offload (IPv4)  ${shown.padEnd(15)} *TCPConnectionOffloadIPv4  {${value}}
Ethernet 1  TCP Connection Offload (IPv6)  Disabled        *TCPConnectionOffloadIPv6  {0}
`;
}
