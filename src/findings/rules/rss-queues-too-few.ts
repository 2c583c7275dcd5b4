import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { hasAdapterCmdlets, showRssCommand } from "../../facts/commands.ts";
import { counted } from "../../facts/in-words.ts";
import type { OsBand } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts } from "../../hosts/index.ts";
import { defineRule, type Observed, undecided } from "../rule.ts";

/** So many times more processors than are used make it "very low", as the source has it. */
const VERY_LOW = 4;

/** What is enough for 10 Gbps, whoever the vendor is. */
const ENOUGH = 8;

export default defineRule({
  id: "rss-queues-too-few",
  severity: "warning",
  title: "A fast adapter has too few queues or processors for Receive-Side Scaling",
  rationale:
    "Receive-Side Scaling spreads the packets of an adapter over as many processors as it has queues, and over no more than it may use. With one queue or one processor it is on but does nothing. Windows IT Pro calls too few RSS processors for the server a common mistake. Server 2008 and later.",
  falseAlarms:
    "Adapters below 10 Gbps and virtual ones are not counted. How many queues a 10 Gbps link needs is our conclusion; vendors have their own recommendations. The machine may have no more processors than that.",
  remedy: (os) => raising("the adapter", `${ANY_ADAPTER} ${numbers(ENOUGH, ENOUGH)}`, os),
  rollback: "Set the numbers that were captured again, the same way.",
  references: [source("itPro", "Receive-Side Scaling"), source("conclusion", "how many are too few")],
  appliesTo: ["2008", "2008R2", "2012", "2012R2", "2016", "1709+"],
  needs: ["receiveSideScaling", "adapters", "os"],
  examples: {
    fails: { text: example(1, 8), os: "2012R2" },
    passes: { text: example(8, 8), os: "2012R2" },
  },
  *check({ receiveSideScaling, adapters, os }, { thresholds }) {
    if (receiveSideScaling.value !== "enabled") return;
    const fast = adapters.filter(
      ({ name, description, rss, speedMbps }) =>
        virtualAdapter(description ?? name) === undefined &&
        rss?.value !== "disabled" &&
        (speedMbps?.value ?? 0) >= thresholds.rssFastMbps,
    );
    const shown = fast.filter(({ scaling }) => (scaling.queues ?? scaling.processors) !== undefined);
    for (const adapter of shown) yield* judged(adapter, thresholds.rssLeastProcessors, os.value);
    if (fast.length > 0 && shown.length === 0)
      yield undecided(
        "no capture shows how many queues and processors the fast adapters have for Receive-Side Scaling",
        receiveSideScaling.at,
        showRssCommand(os.value),
      );
  },
});

function* judged(adapter: AdapterFacts, least: number, os: OsBand): Iterable<Observed> {
  const { name, scaling, speedMbps, isRated } = adapter;
  const { queues, processors, choice } = scaling;
  const used = Math.min(queues?.value ?? Number.POSITIVE_INFINITY, processors?.value ?? Number.POSITIVE_INFINITY);
  const available = choice?.value.length;
  // More than there are can't be used.
  if (used >= least || (available !== undefined && available <= used)) return;
  const isVeryLow = used === 1 || (available !== undefined && available >= VERY_LOW * used);
  const shares = [queues && counted(queues.value, "queue"), processors && counted(processors.value, "processor")];
  const speed = `${(speedMbps?.value ?? 0) / 1000} Gbps${isRated ? ", by its name" : ""}`;
  const effect =
    used === 1 ? "all its receive processing runs on a single CPU" : `at most ${used} processors receive for it`;
  yield {
    kind: isVeryLow ? "fail" : "review",
    severity: isVeryLow ? "warning" : "info",
    about: name,
    message: `Receive-Side Scaling is on, but the adapter "${name}" (${speed}) has ${shares.filter((one) => one !== undefined).join(" and ")} for it${available === undefined ? "" : ` (${counted(available, "processor")} to choose from)`}: ${effect}.`,
    at: [...(queues?.at ?? []), ...(processors?.at ?? []), ...(speedMbps?.at ?? [])],
    ...steps(adapter, os),
  };
}

/** Raises what is too low, to no more processors than there are, and restores what was captured of it. */
function steps(adapter: AdapterFacts, os: OsBand): Pick<Observed, "remedy" | "rollback"> {
  const { queues, processors, choice } = adapter.scaling;
  const most = Math.min(ENOUGH, choice?.value.length ?? ENOUGH);
  const low = (fact: typeof queues) => (fact !== undefined && fact.value < most ? fact.value : undefined);
  const argument = adapterArgument(adapter);
  const [fewQueues, fewProcessors] = [low(queues), low(processors)];
  const raised = numbers(fewQueues && most, fewProcessors && most);
  return {
    remedy: raising(`"${adapter.name}"`, `${argument} ${raised}`, os),
    ...(hasAdapterCmdlets(os) && {
      rollback: `\`Set-NetAdapterRss ${argument} ${numbers(fewQueues, fewProcessors)}\`. Changing it resets the link.`,
    }),
  };
}

function numbers(queues: number | undefined, processors: number | undefined): string {
  const parts = [
    ...(queues === undefined ? [] : [`-NumberOfReceiveQueues ${queues}`]),
    ...(processors === undefined ? [] : [`-MaxProcessors ${processors}`]),
  ];
  return parts.join(" ");
}

/** Windows before Server 2012 has no cmdlet for it. */
function raising(adapter: string, given: string, os: OsBand | undefined): string {
  return os !== undefined && !hasAdapterCmdlets(os)
    ? `Raise the number of RSS queues, and of RSS processors, on the Advanced tab of ${adapter} to what its vendor recommends. Changing it resets the link.`
    : `\`Set-NetAdapterRss ${given}\`, or what the vendor recommends. Changing it resets the link.`;
}

function example(queues: number, processors: number): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled

PS C:\> Get-NetAdapterRss

Name                                            : Ethernet 1
InterfaceDescription                            : Contoso 10 Gigabit Adapter
Enabled                                         : True
NumberOfReceiveQueues                           : ${queues}
Profile                                         : NUMAStatic
BaseProcessor: [Group:Number]                   : 0:0
MaxProcessor: [Group:Number]                    : 0:14
MaxProcessors                                   : ${processors}
RssProcessorArray: [Group:Number/NUMA Distance] : 0:0/0  0:2/0  0:4/0  0:6/0  0:8/0  0:10/0  0:12/0  0:14/0
`;
}
