import { ANY_ADAPTER, adapterArgument } from "../../facts/adapter-argument.ts";
import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { source } from "../../facts/sources.ts";
import type { AdapterFacts, EvidencePlace, Processor } from "../../hosts/index.ts";
import { defineRule, type Observed } from "../rule.ts";

/** An adapter, and the processors that receive for it, as far as those are printed. */
interface Placed {
  readonly name: string;
  /** Selects it in a cmdlet. */
  readonly argument: string;
  readonly base: Processor;
  readonly used: readonly Processor[];
  /** All that it may choose from; none where that is not printed. */
  readonly choice: readonly Processor[];
  readonly at: readonly EvidencePlace[];
}

export default defineRule({
  id: "rss-processors-overlap",
  severity: "info",
  title: "Two fast adapters receive on the same processors although others are free",
  rationale:
    "Receive-Side Scaling of an adapter starts at its base processor and uses as many from there as it may. Two busy adapters on the same processors share them while other processors receive nothing. Server 2012 and later show it; the driver keywords are older.",
  falseAlarms:
    "Adapters that are not busy at the same time do not disturb each other, and neither do team members if one is on standby. By default every adapter starts at processor 0: that is left for review only where the adapters are limited to so few processors that each could have its own. That they disturb each other is our conclusion.",
  remedy: movingTo(ANY_ADAPTER, "NUMBER"),
  rollback: "Set the base processor that was captured again, the same way.",
  references: [
    source("rssKeywords", "keywords"),
    source("conclusion", "that adapters with the same processors disturb each other"),
  ],
  appliesTo: ["2012", "2012R2", "2016", "1709+"],
  needs: ["adapters"],
  examples: { fails: { text: example(0), os: "2012R2" }, passes: { text: example(8), os: "2012R2" } },
  *check({ adapters }, { thresholds }) {
    const placed = adapters.flatMap((adapter) => placedOf(adapter, thresholds.rssFastMbps));
    for (const [at, one] of placed.entries()) {
      const other = placed.slice(at + 1).find((candidate) => overlaps(one, candidate));
      if (other === undefined) continue;
      yield {
        kind: "review",
        about: `${one.name} ${other.name}`,
        message: `"${one.name}" and "${other.name}" share processors for receiving: ${ranging(one)} and ${ranging(other)}.`,
        at: [...one.at, ...other.at],
        ...steps(one, other),
      };
    }
  },
});

function placedOf(adapter: AdapterFacts, fastMbps: number): readonly Placed[] {
  const { name, description = name, rss, speedMbps, scaling } = adapter;
  const { base, processors, queues, choice } = scaling;
  const isFast = (speedMbps?.value ?? 0) >= fastMbps && virtualAdapter(description) === undefined;
  if (!isFast || rss?.value === "disabled" || base === undefined || processors === undefined) return [];
  const count = Math.min(processors.value, queues?.value ?? processors.value);
  const { group, number } = base.value;
  const from = choice?.value.findIndex((one) => one.group === group && one.number >= number) ?? -1;
  const used = from < 0 ? counted(base.value, count) : (choice?.value.slice(from, from + count) ?? []);
  const at = [...base.at, ...processors.at];
  return [{ name, argument: adapterArgument(adapter), base: base.value, used, choice: choice?.value ?? [], at }];
}

function counted({ group, number }: Processor, count: number): readonly Processor[] {
  return Array.from({ length: count }, (_, at) => ({ group, number: number + at }));
}

/** They share processors, and need not: both together use fewer than there are, or somebody set the base of one. */
function overlaps(one: Placed, other: Placed): boolean {
  const shares = one.used.some((processor) => other.used.some((candidate) => isSame(processor, candidate)));
  if (!shares) return false;
  const all = new Set([...one.choice, ...other.choice].map(({ group, number }) => `${group}:${number}`));
  if (all.size > 0) return all.size >= one.used.length + other.used.length;
  return one.base.number > 0 || other.base.number > 0;
}

/** Moves the second one behind the first, where its processors are printed and enough of them are free. */
function steps(one: Placed, other: Placed): Pick<Observed, "remedy" | "rollback"> {
  const { argument, base, used, choice } = other;
  const isFree = (processor: Processor) => !one.used.some((taken) => isSame(taken, processor));
  const from = choice.findIndex((first, at) => {
    const wanted = choice.slice(at, at + used.length);
    return first.group === base.group && wanted.length === used.length && wanted.every(isFree);
  });
  return {
    remedy: movingTo(argument, choice[from]?.number ?? "NUMBER"),
    rollback: `\`Set-NetAdapterRss ${argument} -BaseProcessorNumber ${base.number}\`. Changing it resets the link.`,
  };
}

function movingTo(argument: string, base: number | "NUMBER"): string {
  const which = base === "NUMBER" ? ", NUMBER being the first processor after those of the other one" : "";
  return `Give one of them its own processors: \`Set-NetAdapterRss ${argument} -BaseProcessorNumber ${base}\`${which}. Changing it resets the link.`;
}

function isSame(a: Processor, b: Processor): boolean {
  return a.group === b.group && a.number === b.number;
}

function ranging({ base, used }: Placed): string {
  return `${used.length} from ${base.group}:${base.number} on`;
}

function example(base: number): string {
  const card = (name: string, first: number) => `Name                                            : ${name}
InterfaceDescription                            : Contoso 10 Gigabit Adapter${name === "Ethernet 1" ? "" : " #2"}
Enabled                                         : True
NumberOfReceiveQueues                           : 4
BaseProcessor: [Group:Number]                   : 0:${first}
MaxProcessor: [Group:Number]                    : 0:14
MaxProcessors                                   : 4
RssProcessorArray: [Group:Number/NUMA Distance] : 0:0/0  0:2/0  0:4/0  0:6/0  0:8/0  0:10/0  0:12/0  0:14/0
`;
  return `PS C:\\> Get-NetAdapterRss\n\n${card("Ethernet 1", 0)}\n${card("Ethernet 2", base)}`;
}
