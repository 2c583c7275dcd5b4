import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { showRssCommand } from "../../facts/commands.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "rss-off-on-adapter",
  severity: "warning",
  title: "Receive-Side Scaling is on in Windows, but off on an adapter",
  rationale:
    "Receive-Side Scaling works only where it is enabled in Windows and on the adapter. On an adapter that has it off, all receive processing runs on a single CPU. Server 2008 and later.",
  falseAlarms:
    "On a Hyper-V host an adapter with virtual machine queues may show it as off. An adapter with little traffic may stay as it is, and so may any adapter of a machine with a single processor. Virtual adapters are not counted.",
  remedy: (os) => switching("Enable", "the adapter", ANY_ADAPTER, os),
  rollback: ({ os }) => switching("Disable", "the adapter", ANY_ADAPTER, os?.value),
  references: [source("itPro", "Receive-Side Scaling"), source("itPro", "Best-Practice Recommendations")],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSideScaling", "adapters", "os"],
  impliedBy: ["vmq-hides-rss"],
  examples: {
    fails: { text: example("False"), os: "2012R2" },
    passes: { text: example("True"), os: "2012R2" },
  },
  *check({ receiveSideScaling, adapters, os }) {
    if (receiveSideScaling.value !== "enabled") return;
    const cards = adapters.filter(({ name, description }) => virtualAdapter(description ?? name) === undefined);
    for (const adapter of cards) {
      const { name, rss } = adapter;
      if (rss?.value !== "disabled") continue;
      const named = [`"${name}"`, adapterArgument(adapter), os.value] as const;
      yield {
        about: name,
        message: `Receive-Side Scaling is enabled in Windows, but disabled on the adapter "${name}": all its receive processing runs on a single CPU.`,
        at: [...receiveSideScaling.at, ...rss.at],
        remedy: switching("Enable", ...named),
        rollback: switching("Disable", ...named),
      };
    }
    const isKnown = cards.some(({ rss }) => rss !== undefined);
    if (cards.length > 0 && !isKnown)
      yield undecided(
        "no capture shows Receive-Side Scaling of the adapters",
        receiveSideScaling.at,
        showRssCommand(os.value),
      );
  },
});

/** Windows before Server 2012 has no cmdlet for it. */
function switching(verb: "Enable" | "Disable", adapter: string, argument: string, os: OsBand | undefined): string {
  return os === "2008" || os === "2008R2"
    ? `${verb} Receive Side Scaling on the Advanced tab of ${adapter}. Changing it resets the link.`
    : `\`${verb}-NetAdapterRss ${argument}\`. Changing it resets the link.`;
}

function example(enabled: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled

PS C:\> Get-NetAdapterRss

Name                                            : Ethernet 1
InterfaceDescription                            : Contoso 10 Gigabit Adapter
Enabled                                         : ${enabled}
NumberOfReceiveQueues                           : 8
Profile                                         : Closest
`;
}
