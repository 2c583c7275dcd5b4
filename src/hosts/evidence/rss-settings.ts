import type { AdapterProperty } from "../../../grammar/index.ts";
import type { PrintedProperty } from "./adapter-sightings.ts";
import type { Fact, Processor, RssSettings } from "./evidence.ts";

/** The cmdlet's own property, and the standardised keyword of drivers for the same. */
const names = {
  queues: { property: "numberofreceivequeues", keyword: /^\*?NumRssQueues$/i },
  processors: { property: "maxprocessors", keyword: /^\*?MaxRssProcessors$/i },
} as const;

const BASE_NUMBER = /^\*?RssBaseProcNumber$/i;
const BASE_GROUP = /^\*?RssBaseProcGroup$/i;
const COUNT = /^\{?(\d{1,4})(?!\d)/;
const PROCESSOR = /(\d{1,3}):(\d{1,3})/g;

/** Reads the settings out of what all captures print of an adapter, the one that is believed most last. */
export function rssSettings(properties: readonly PrintedProperty[]): RssSettings {
  const own = properties.toReversed();
  const queues = first(own, (one) => countOf(one, names.queues));
  const processors = first(own, (one) => countOf(one, names.processors));
  const choice = first(own, choiceOf);
  const base = first(own, baseOf) ?? keywordBase(own);
  return {
    ...(queues !== undefined && { queues }),
    ...(processors !== undefined && { processors }),
    ...(base !== undefined && { base }),
    ...(choice !== undefined && { choice }),
  };
}

function first<V>(
  properties: readonly PrintedProperty[],
  readingOf: (one: PrintedProperty) => V | undefined,
): Fact<V> | undefined {
  for (const one of properties) {
    const value = readingOf(one);
    if (value !== undefined) return { value, at: one.at };
  }
  return undefined;
}

/** Get-NetAdapterVmq prints properties of the same names, which are about virtual machine queues. */
function ofRss({ kind }: PrintedProperty): boolean {
  return kind === "netAdapterRss";
}

function countOf(one: PrintedProperty, { property, keyword }: (typeof names)["queues" | "processors"]) {
  const { keyword: printed, property: name } = one.property;
  const isMeant = (ofRss(one) && name.toLowerCase() === property) || keyword.test(printed ?? name);
  return isMeant ? numberIn(one.property) : undefined;
}

/** "8", "8 Queues", "{8}". None at all is what a driver without a say prints. */
function numberIn({ value }: AdapterProperty): number | undefined {
  const [, digits] = COUNT.exec(value.trim()) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

function baseOf(one: PrintedProperty): Processor | undefined {
  if (!ofRss(one) || !/^BaseProcessor\b/i.test(one.property.property)) return undefined;
  return processorsIn(one.property.value)[0];
}

/** Numbers of the registry, and of objects that were exported: the group is the first one unless it says otherwise. */
function keywordBase(properties: readonly PrintedProperty[]): Fact<Processor> | undefined {
  const called = (one: PrintedProperty, keyword: RegExp, property: string) =>
    keyword.test(one.property.keyword ?? one.property.property) || (ofRss(one) && one.property.property === property);
  const number = properties.find((one) => called(one, BASE_NUMBER, "BaseProcessorNumber"));
  const group = properties.find((one) => called(one, BASE_GROUP, "BaseProcessorGroup"));
  const [, digits] = COUNT.exec(number?.property.value.trim() ?? "") ?? [];
  if (number === undefined || digits === undefined) return undefined;
  const [, inGroup = "0"] = COUNT.exec(group?.property.value.trim() ?? "") ?? [];
  return { value: { group: Number(inGroup), number: Number(digits) }, at: number.at };
}

function choiceOf(one: PrintedProperty): readonly Processor[] | undefined {
  if (!ofRss(one) || !/^RssProcessorArray\b(?!Size)/i.test(one.property.property)) return undefined;
  const all = processorsIn(one.property.value);
  return all.length === 0 ? undefined : all;
}

function processorsIn(text: string): readonly Processor[] {
  return [...text.matchAll(PROCESSOR)].map(([, group, number]) => ({ group: Number(group), number: Number(number) }));
}
