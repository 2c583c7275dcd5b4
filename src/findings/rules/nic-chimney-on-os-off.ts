import { showAdaptersCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "nic-chimney-on-os-off",
  severity: "info",
  title: "An adapter has connection offload enabled, but Windows has Chimney disabled",
  rationale:
    "Chimney has to be on in both places, so nothing is offloaded. That is harmless, and many hosts are set up this way (Server 2008, 2012 and later have it disabled in Windows). It is reported because the adapter's properties alone look as if offloading were on.",
  falseAlarms:
    "The driver documentation gives Enabled as the keyword's default, KB 951037 says disabled in both places, so the value does not show that somebody changed it. Checksum and large send offloads are not Chimney.",
  remedy: null,
  references: [
    source("kb951037", "How to enable and disable TCP Chimney Offload"),
    source("connectionOffloadKeywords", "keywords"),
  ],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016"],
  needs: ["chimneyOffload", "adapters"],
  saidBy: ["chimneyDisabled", "chimneyDisabledByStatistics"],
  refutedBy: ["offloadedRows"],
  examples: {
    fails: { text: example("disabled"), os: "2012R2" },
    passes: { text: example("enabled"), os: "2012R2" },
  },
  *check({ chimneyOffload, adapters, os }) {
    if (chimneyOffload.value !== "disabled") return;
    const shown = adapters.flatMap(({ name, connectionOffloadIPv4, connectionOffloadIPv6 }) => [
      { what: `${name} (IPv4)`, fact: connectionOffloadIPv4 },
      { what: `${name} (IPv6)`, fact: connectionOffloadIPv6 },
    ]);
    const on = shown.filter(({ fact }) => fact?.value === "enabled");
    if (on.length > 0)
      yield {
        message: `Connection offload is enabled on ${on.map(({ what }) => what).join(", ")}, but Chimney is disabled in Windows: nothing is offloaded, and nothing is wrong with that.`,
        at: [...chimneyOffload.at, ...on.flatMap(({ fact }) => fact?.at ?? [])],
      };
    else if (shown.every(({ fact }) => fact === undefined))
      yield undecided(
        "no capture shows the connection offload of an adapter",
        chimneyOffload.at,
        showAdaptersCommand(os?.value),
      );
  },
});

function example(chimney: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : ${chimney}

PS C:\> Get-NetAdapterAdvancedProperty

Name        DisplayName                    DisplayValue    RegistryKeyword            RegistryValue
----        -----------                    ------------    ---------------            -------------
Ethernet 1  TCP Connection Offload (IPv4)  Enabled         *TCPConnectionOffloadIPv4  {1}
Ethernet 1  TCP Connection Offload (IPv6)  Disabled        *TCPConnectionOffloadIPv6  {0}
`;
}
