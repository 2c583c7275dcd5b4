import { showRssCommand } from "../../facts/commands.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "vmq-hides-rss",
  severity: "info",
  title: "An adapter of a Hyper-V host shows Receive-Side Scaling disabled because it has virtual machine queues",
  rationale:
    "On a Hyper-V host (2008 R2 and later) an adapter whose queues are given to virtual machines may show Receive-Side Scaling as disabled. It looks like a fault but is not.",
  falseAlarms: "Only some adapters behave like this; on others somebody did switch Receive-Side Scaling off.",
  remedy: null,
  references: [source("intelRss", "VMQ")],
  appliesTo: ["2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["hyperv", "adapters", "os"],
  examples: {
    fails: { text: example("Enabled", 1), os: "2012R2", context: ["hyperv"] },
    passes: { text: example("Disabled", 0), os: "2012R2", context: ["hyperv"] },
  },
  *check({ hyperv, adapters, os }) {
    if (hyperv.value !== "on") return;
    for (const { name, vmq, rss } of adapters) {
      if (vmq?.value !== "enabled" || rss?.value === "enabled") continue;
      if (rss === undefined) {
        const reason = `no capture shows Receive-Side Scaling of the adapter "${name}"`;
        yield undecided(reason, vmq.at, showRssCommand(os.value));
        continue;
      }
      yield {
        about: name,
        message: `Hyper-V host: the adapter "${name}" has virtual machine queues enabled, which may be why Receive-Side Scaling is disabled on it.`,
        at: [...vmq.at, ...rss.at, ...hyperv.at],
      };
    }
  },
});

function example(queues: string, value: number): string {
  return String.raw`PS C:\> Get-NetAdapterAdvancedProperty | Format-List Name,DisplayName,DisplayValue,RegistryKeyword,RegistryValue

Name            : Ethernet 1
DisplayName     : Virtual Machine Queues
DisplayValue    : ${queues}
RegistryKeyword : *VMQ
RegistryValue   : {${value}}

Name            : Ethernet 1
DisplayName     : Receive Side Scaling
DisplayValue    : Disabled
RegistryKeyword : *RSS
RegistryValue   : {0}
`;
}
