import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "vmq-off-on-adapter",
  severity: "info",
  title: "A fast adapter of a Hyper-V host has virtual machine queues off",
  rationale:
    "Behind a virtual switch, virtual machine queues spread what guests receive; the host's Receive-Side Scaling does not. Without the queues a single CPU receives for all guests of the adapter, which limits a 10 Gbps link. By default they are on from 10 Gbps up and off below. Server 2012 and later.",
  falseAlarms:
    "An adapter that is bound to no virtual switch needs none; the captures do not show which ones are bound. With some faulty drivers the queues were turned off on purpose; current drivers are said to be fixed.",
  remedy: enabling(ANY_ADAPTER),
  rollback: disabling(ANY_ADAPTER),
  references: [source("vmqDeepDive", "why VMQ"), source("conclusion", "which ones are bound is not captured")],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["hyperv", "adapters"],
  examples: {
    fails: { text: example("False"), os: "2012R2", context: ["hyperv"] },
    passes: { text: example("True"), os: "2012R2", context: ["hyperv"] },
  },
  *check({ hyperv, adapters }, { thresholds }) {
    if (hyperv.value !== "on") return;
    const fast = adapters.filter(
      ({ name, description, speedMbps }) =>
        virtualAdapter(description ?? name) === undefined && (speedMbps?.value ?? 0) >= thresholds.rssFastMbps,
    );
    for (const adapter of fast) {
      const { name, vmq } = adapter;
      if (vmq?.value !== "disabled") continue;
      yield {
        kind: "review",
        about: name,
        message: `Hyper-V host: virtual machine queues are off on the fast adapter "${name}". If a virtual switch uses it, a single CPU receives for all its guests.`,
        at: [...vmq.at, ...hyperv.at],
        remedy: enabling(adapterArgument(adapter)),
        rollback: disabling(adapterArgument(adapter)),
      };
    }
    const [first] = fast;
    if (first !== undefined && fast.every(({ vmq }) => vmq === undefined))
      yield undecided(
        "no capture shows the virtual machine queues of the fast adapters",
        first.speedMbps?.at ?? [],
        "Get-NetAdapterVmq",
      );
  },
});

function enabling(argument: string): string {
  return `If a virtual switch uses the adapter and its driver is current: \`Enable-NetAdapterVmq ${argument}\`. Changing it resets the link.`;
}

function disabling(argument: string): string {
  return `\`Disable-NetAdapterVmq ${argument}\`. Changing it resets the link.`;
}

function example(enabled: string): string {
  return String.raw`PS C:\> Get-NetAdapterVmq

Name                           InterfaceDescription              Enabled BaseVmqProcessor MaxProcessors NumberOfReceiveQueues
----                           --------------------              ------- ---------------- ------------- ---------------------
Ethernet 1                     Contoso 10 Gigabit Adapter        ${enabled.padEnd(7)} 0:0              8             31
`;
}
