import type { AdapterProperty } from "../../../grammar/index.ts";
import { speedOfCard, virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { connectionOffloadOf, largeSendVersion, speedOf, stateOf, taskOffloadOf } from "./adapter-properties.ts";
import { descriptionsIn } from "./descriptions.ts";
import { type AdapterFacts, type Evidence, type EvidencePlace, type Fact, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** A property, the command that prints it, and its line. */
interface Printed {
  readonly kind: (typeof printers)[number];
  readonly property: AdapterProperty;
  readonly at: readonly EvidencePlace[];
}

/** What was captured of an adapter. */
interface Captured {
  readonly name: string;
  /** In the order in which they are believed: of two values of one property the later one counts. */
  readonly properties: Printed[];
  readonly addresses: Set<string>;
  /** How fast the card can be by its name. */
  rated?: Fact<number>;
}

/** Commands that print properties of adapters, the ones that are believed most last. */
const printers = [
  "wmicNic",
  "adapterClass",
  "netAdapter",
  "netAdapterVmq",
  "netAdapterAdvancedProperty",
  "netAdapterChecksumOffload",
  "netAdapterLso",
  "netAdapterRss",
] as const;

/**
 * The adapters of a host by what is captured of their properties, in the order of their names. Missing when nothing of
 * them was captured but addresses: an adapter of which only those are known, and no speed, tells nothing of offloads.
 */
export function adapterFacts(kept: KeptCaptures): Pick<Partial<Evidence>, "adapters"> {
  const adapters = new Map<string, Captured>();
  for (const kind of printers) {
    for (const capture of capturesOf(kept, kind)) {
      for (const property of capture.records) {
        adapterNamed(adapters, property.adapter).properties.push({ kind, property, at: [placeIn(capture, property)] });
      }
    }
  }
  for (const { adapter, text, at } of descriptionsIn(kept)) {
    const speed = speedOfCard(text);
    if (speed !== undefined) describedAs(adapters, adapter, text).rated = { value: speed, at: [at] };
  }
  if (adapters.size === 0) return {};
  for (const { records } of capturesOf(kept, "ipConfig")) {
    for (const { name, description, addresses } of records) {
      if (virtualAdapter(description ?? name) === "tunnel") continue;
      const adapter = describedAs(adapters, name, description ?? "");
      for (const address of addresses) adapter.addresses.add(address);
    }
  }
  const [first, ...others] = [...adapters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, adapter]) => factsOf(adapter));
  return first === undefined ? {} : { adapters: [first, ...others] };
}

/** Some tools name an adapter by its description; wmic runs it into the name where its column is too narrow. */
function describedAs(adapters: Map<string, Captured>, name: string, description: string): Captured {
  const joined = `${description}${name}`.toLowerCase();
  return adapters.get(description.toLowerCase()) ?? adapters.get(joined) ?? adapterNamed(adapters, name);
}

/** Windows does not tell names apart by case. */
function adapterNamed(adapters: Map<string, Captured>, name: string): Captured {
  const key = name.toLowerCase();
  const known = adapters.get(key);
  if (known !== undefined) return known;
  const adapter: Captured = { name, properties: [], addresses: new Set() };
  adapters.set(key, adapter);
  return adapter;
}

function factsOf({ name, properties, addresses, rated }: Captured): AdapterFacts {
  const ipv4 = latest(properties, (property) => connectionOffloadOf(property).ipv4);
  const ipv6 = latest(properties, (property) => connectionOffloadOf(property).ipv6);
  const rss = latest(properties, (property, kind) => stateOf(property, "*RSS", enabledOf("netAdapterRss", kind)));
  const vmq = latest(properties, (property, kind) => stateOf(property, "*VMQ", enabledOf("netAdapterVmq", kind)));
  const speed = latest(properties, speedOf) ?? rated;
  return {
    name,
    addresses: [...addresses],
    ...(ipv4 !== undefined && { connectionOffloadIPv4: ipv4 }),
    ...(ipv6 !== undefined && { connectionOffloadIPv6: ipv6 }),
    ...(rss !== undefined && { rss }),
    ...(vmq !== undefined && { vmq }),
    ...(speed !== undefined && { speedMbps: speed }),
    taskOffloads: taskOffloadsOf(properties),
  };
}

/** Each cmdlet calls its own feature Enabled. */
function enabledOf(own: Printed["kind"], kind: Printed["kind"]): string | undefined {
  return kind === own ? "Enabled" : undefined;
}

function latest<V>(
  properties: readonly Printed[],
  readingOf: (property: AdapterProperty, kind: Printed["kind"]) => V | undefined,
): Fact<V> | undefined {
  for (const { property, kind, at } of properties.toReversed()) {
    const value = readingOf(property, kind);
    if (value !== undefined) return { value, at };
  }
  return undefined;
}

/** Adapters with the second version of large send offload have the first one switched off: then it tells nothing. */
function taskOffloadsOf(properties: readonly Printed[]): AdapterFacts["taskOffloads"] {
  const isSuperseded = properties.some(({ property }) => largeSendVersion(property) === 2);
  const offloads = new Map<string, AdapterFacts["taskOffloads"][number]>();
  for (const { property, at } of properties) {
    const value = taskOffloadOf(property);
    if (value === undefined || (isSuperseded && largeSendVersion(property) === 1)) continue;
    offloads.set(property.property, { value, at, property: property.property });
  }
  return [...offloads.values()];
}
