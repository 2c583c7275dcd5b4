import type { AdapterProperty } from "../../../grammar/index.ts";
import { speedOfCard } from "../../facts/adapter-descriptions.ts";
import { connectionOffloadOf, largeSendVersion, speedOf, stateOf, taskOffloadOf } from "./adapter-properties.ts";
import {
  type AdapterIdentity,
  type AdapterKind,
  type AdapterSighting,
  adapterKinds,
  adapterSightings,
  type PrintedProperty,
} from "./adapter-sightings.ts";
import { isJoinedCard, namedInOrder, toldByOrder } from "./alike-adapters.ts";
import type { AdapterFacts, Evidence, Fact } from "./evidence.ts";
import { type JoinedAdapter, joinAdapters } from "./joined-adapters.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";
import { byPresence } from "./present-adapters.ts";
import { rssSettings } from "./rss-settings.ts";

type AdapterEvidence = Pick<Partial<Evidence>, "adapters" | "removedAdapters" | "alikeAdapters">;

/**
 * The adapters of a host by what is captured of them, in the order of their names. Missing when nothing of them was
 * captured but addresses: an adapter of which only those are known, and no speed, tells nothing of offloads.
 */
export function adapterFacts(kept: KeptCaptures): AdapterEvidence {
  const shown = joinAdapters(namedInOrder(adapterSightings(kept))).filter(({ sightings }) =>
    sightings.some((own) => own.isShown),
  );
  const { present, removed } = byPresence(shown, kept);
  const isWholeClass = capturesOf(kept, "adapterClass").some(({ traits }) => traits.wholeKeys);
  const facts = present.map((adapter) => factsOf(adapter, isWholeClass));
  return {
    ...presentFacts(present, facts),
    ...(removed !== undefined && { removedAdapters: removed.map((card) => keyOf(card, card.identity.description)) }),
    ...(present.some(isJoinedCard) && {
      alikeAdapters: toldByOrder(present).map((adapters) => adapters.map((card) => keyOf(card))),
    }),
  };
}

/** The name of an adapter, and the lines that show its key in the registry; those of other captures where it has none. */
function keyOf({ identity, sightings }: JoinedAdapter, name = nameOf(identity)): Fact<string> {
  const keys = sightings.filter(({ kind }) => kind === "adapterClass");
  const lines = (keys.length > 0 ? keys : sightings).flatMap(({ properties: [first] }) => first?.at ?? []);
  return { value: name, at: lines };
}

function presentFacts(present: readonly JoinedAdapter[], facts: readonly AdapterFacts[]): AdapterEvidence {
  const isTelling =
    facts.some(({ speedMbps }) => speedMbps !== undefined) ||
    present.some(({ sightings }) => sightings.some(({ properties }) => properties.length > 0));
  const [first, ...others] = facts.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return first === undefined || !isTelling ? {} : { adapters: [first, ...others] };
}

function factsOf({ identity, sightings }: JoinedAdapter, isWholeClass: boolean): AdapterFacts {
  const properties = adapterKinds.flatMap((kind) =>
    sightings.flatMap((own) => (own.kind === kind ? own.properties : [])),
  );
  const described = sightings.findLast((own) => own.identity.description !== undefined);
  const ipv4 = latest(properties, (property) => connectionOffloadOf(property).ipv4);
  const ipv6 = latest(properties, (property) => connectionOffloadOf(property).ipv6);
  const rss = latest(properties, (property, kind) => stateOf(property, "*RSS", enabledOf("netAdapterRss", kind)));
  const vmq = latest(properties, (property, kind) => stateOf(property, "*VMQ", enabledOf("netAdapterVmq", kind)));
  const linkSpeed = latest(properties, speedOf);
  const speed = linkSpeed ?? ratedSpeed(sightings);
  const driver = latest(properties, driverVersion);
  return {
    name: nameOf(identity),
    addresses: [...new Set(sightings.flatMap(({ addresses }) => addresses))],
    ...(described?.identity.description !== undefined && { description: described.identity.description }),
    ...(ipv4 !== undefined && { connectionOffloadIPv4: ipv4 }),
    ...(ipv6 !== undefined && { connectionOffloadIPv6: ipv6 }),
    ...(rss !== undefined && { rss }),
    scaling: rssSettings(properties),
    ...(vmq !== undefined && { vmq }),
    ...(speed !== undefined && { speedMbps: speed }),
    ...(driver !== undefined && { driver }),
    isRated: linkSpeed === undefined && speed !== undefined,
    taskOffloads: taskOffloadsOf(properties),
    isWhole: isWholeClass && properties.some(({ kind, property }) => kind === "adapterClass" && isOffload(property)),
  };
}

function nameOf({ connection, description, mac }: AdapterIdentity): string {
  return connection ?? description ?? mac ?? "";
}

/** A driver that has written one of its offloads into the registry has written all of them. */
function isOffload(property: AdapterProperty): boolean {
  return taskOffloadOf(property) !== undefined;
}

/** How fast the card can be by its name, where no link is printed. */
function ratedSpeed(sightings: readonly AdapterSighting[]): Fact<number> | undefined {
  for (const { identity, described, properties } of sightings.toReversed()) {
    const speed = identity.description === undefined ? undefined : speedOfCard(identity.description);
    const at = described ?? properties[0]?.at[0];
    if (speed !== undefined && at !== undefined) return { value: speed, at: [at] };
  }
  return undefined;
}

function driverVersion({ property, value }: AdapterProperty): string | undefined {
  return /^DriverVersion(?:String)?$/i.test(property) && value !== "" ? value : undefined;
}

/** Each cmdlet calls its own feature Enabled. */
function enabledOf(own: AdapterKind, kind: AdapterKind): string | undefined {
  return kind === own ? "Enabled" : undefined;
}

function latest<V>(
  properties: readonly PrintedProperty[],
  readingOf: (property: AdapterProperty, kind: AdapterKind) => V | undefined,
): Fact<V> | undefined {
  for (const { property, kind, at } of properties.toReversed()) {
    const value = readingOf(property, kind);
    if (value !== undefined) return { value, at };
  }
  return undefined;
}

/** Adapters with the second version of large send offload have the first one switched off: then it tells nothing. */
function taskOffloadsOf(properties: readonly PrintedProperty[]): AdapterFacts["taskOffloads"] {
  const isSuperseded = properties.some(({ property }) => largeSendVersion(property) === 2);
  const offloads = new Map<string, AdapterFacts["taskOffloads"][number]>();
  for (const { property, at } of properties) {
    const value = taskOffloadOf(property);
    if (value === undefined || (isSuperseded && largeSendVersion(property) === 1)) continue;
    offloads.set(property.property, { value, at, property: property.property });
  }
  return [...offloads.values()];
}
