import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { defineRule, type Observed } from "../rule.ts";

/** The properties of Get-NetAdapterRsc, by the version of IP. */
const versions = [
  { ip: "IPv4", enabled: "ipv4enabled", working: "ipv4operationalstate", reason: "ipv4failurereason" },
  { ip: "IPv6", enabled: "ipv6enabled", working: "ipv6operationalstate", reason: "ipv6failurereason" },
] as const;

const UPDATING = "update the driver that keeps it off; `Get-NetAdapterBinding` lists what is bound to the adapter";

const IS_OFF = /^false$/i;

export default defineRule({
  id: "rsc-off-on-adapter",
  severity: "info",
  title: "Receive Segment Coalescing is on in Windows but does not work on an adapter",
  rationale:
    "Receive Segment Coalescing works only if Windows, the adapter and everything bound to it allow it. Get-NetAdapterRsc prints whether it works on each adapter and, if not, why. Server 2012 and later.",
  falseAlarms:
    "It is usually off on an adapter of a Hyper-V switch, and on one with a filter driver that does not support it. It is not an error on its own.",
  remedy: `Look at the reason printed. NicPropertyDisabled: ${switching("Enable", ANY_ADAPTER)}. NDISCompatibility or a filter: ${UPDATING}.`,
  rollback: `${switching("Disable", ANY_ADAPTER)} where it was enabled.`,
  references: [source("setNetOffloadGlobalSetting", "defaults")],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSegmentCoalescing", "netAdapterRsc"],
  examples: {
    fails: { text: example("False", "NicPropertyDisabled"), os: "2012R2" },
    passes: { text: example("True", "NoFailure"), os: "2012R2" },
  },
  *check({ receiveSegmentCoalescing, netAdapterRsc }) {
    if (receiveSegmentCoalescing.value !== "enabled") return;
    const latest = netAdapterRsc.at(-1) ?? netAdapterRsc[0];
    for (const adapter of new Set(latest.records.map((record) => record.adapter))) {
      const own = latest.records.filter((record) => record.adapter === adapter);
      const printed = (name: string) => own.find(({ property }) => property.toLowerCase() === name);
      const off = versions.filter((one) =>
        IS_OFF.test(printed(one.working)?.value ?? printed(one.enabled)?.value ?? ""),
      );
      const [first] = off;
      if (first === undefined) continue;
      const reasons = [...new Set(off.flatMap((one) => printed(one.reason)?.value ?? []))];
      const shown = off.flatMap((one) => printed(one.working) ?? printed(one.enabled) ?? []);
      yield {
        kind: "review",
        about: adapter,
        message: `Receive Segment Coalescing is enabled in Windows, but does not work on the adapter "${adapter}" for ${off.map(({ ip }) => ip).join(" and ")}${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`}.`,
        at: [...receiveSegmentCoalescing.at, ...shown.map((record) => placeIn(latest, record))],
        ...steps(`${adapterArgument({ name: adapter })} ${off.map(({ ip }) => `-${ip}`).join(" ")}`, reasons),
      };
    }
  },
});

/** By the reason that is printed: only a property that is disabled can be enabled. */
function steps(argument: string, reasons: readonly string[]): Pick<Observed, "remedy" | "rollback"> {
  const others = reasons.filter((reason) => !/^NicPropertyDisabled$/i.test(reason));
  if (reasons.length === 1 && others.length === 1) return { remedy: `Find out why: ${UPDATING}.`, rollback: null };
  return {
    remedy: `${switching("Enable", argument)}${others.length === 0 ? "" : `; then ${UPDATING}`}. Changing it resets the link.`,
    rollback: `${switching("Disable", argument)}. Changing it resets the link.`,
  };
}

function switching(verb: "Enable" | "Disable", argument: string): string {
  return `\`${verb}-NetAdapterRsc ${argument}\``;
}

function example(works: string, reason: string): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Receive Segment Coalescing State    : enabled

PS C:\> Get-NetAdapterRsc | Format-List

Name                 : Ethernet 1
InterfaceDescription : Contoso 10 Gigabit Adapter
IPv4Enabled          : ${works}
IPv4FailureReason    : ${reason}
IPv4OperationalState : ${works}
IPv6Enabled          : True
IPv6FailureReason    : NoFailure
IPv6OperationalState : True
`;
}
