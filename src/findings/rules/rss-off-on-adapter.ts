import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { showRssCommand } from "../../facts/commands.ts";
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
  remedy: (os) =>
    os === "2008" || os === "2008R2"
      ? "Enable Receive Side Scaling on the Advanced tab of the adapter. Changing it resets the link."
      : "`Enable-NetAdapterRss -Name NAME` for the adapter, or Receive Side Scaling on its Advanced tab. Changing it resets the link.",
  rollback: "Set Receive Side Scaling of the adapter back to Disabled on its Advanced tab.",
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
    for (const { name, rss } of cards) {
      if (rss?.value !== "disabled") continue;
      yield {
        about: name,
        message: `Receive-Side Scaling is enabled in Windows, but disabled on the adapter "${name}": all its receive processing runs on a single CPU.`,
        at: [...receiveSideScaling.at, ...rss.at],
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
