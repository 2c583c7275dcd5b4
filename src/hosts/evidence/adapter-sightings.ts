import type { AdapterProperty } from "../../../grammar/index.ts";
import { virtualAdapter } from "../../facts/adapter-descriptions.ts";
import { type EvidencePlace, type KeptCapture, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** A property, the command that prints it, and its line. */
export interface PrintedProperty {
  readonly kind: AdapterKind;
  readonly property: AdapterProperty;
  readonly at: readonly EvidencePlace[];
}

/** What an adapter is known by. Names are as printed; the others as they are compared. */
export interface AdapterIdentity {
  readonly guid?: string;
  /** Number of its key in the registry, which WMI calls its index. */
  readonly index?: number;
  /** Kind and number by which NDIS knows it. */
  readonly luid?: string;
  readonly connection?: string;
  readonly description?: string;
  readonly mac?: string;
}

/** What one capture says of one adapter. */
export interface AdapterSighting {
  readonly kind: AdapterKind | "ipConfig";
  readonly identity: AdapterIdentity;
  readonly properties: readonly PrintedProperty[];
  readonly addresses: readonly string[];
  /** The line that prints the description. */
  readonly described?: EvidencePlace;
  /** False for what says something of adapters that others show, and of much else besides. */
  readonly isShown: boolean;
  /** True when the number behind the description is our own: the registry has none. */
  readonly isNumbered: boolean;
}

export type AdapterKind = (typeof adapterKinds)[number];

/** Commands that print properties of adapters, the ones that are believed most last. */
export const adapterKinds = [
  "msinfoAdapters",
  "wmicNicConfig",
  "wmicNic",
  "adapterClass",
  "netAdapter",
  "netAdapterVmq",
  "netAdapterAdvancedProperty",
  "netAdapterChecksumOffload",
  "netAdapterLso",
  "netAdapterRss",
] as const;

/** Those that name an adapter by its description; the others do by its connection. */
const describing: readonly AdapterKind[] = ["msinfoAdapters", "wmicNicConfig", "wmicNic", "adapterClass"];

/** Those that list much that is no network card: what has no address there may be anything. */
const listing: readonly AdapterKind[] = ["msinfoAdapters", "wmicNicConfig"];

const DESCRIPTION = "interfacedescription";
const CAPTION = /^\[0{0,7}(\d{1,8})\] {0,3}(.*)$/;
const ADDRESS = /[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}|\d{1,3}(?:\.\d{1,3}){3}/gi;
/** Filters of the network stack have a number of their own behind the name of their adapter. */
const FILTER = /-\d{4}$/;

/**
 * What all captures say of adapters, in the order in which it tells adapters apart: what knows the number and the name of
 * the connection comes first, the registry's own numbering of equal cards last.
 */
export function adapterSightings(kept: KeptCaptures): readonly AdapterSighting[] {
  const [report, config, nic, classes, ...cmdlets] = adapterKinds.map((kind) => sightingsOf(kept, kind));
  const connections = (classes ?? []).filter(({ isNumbered }) => !isNumbered);
  const cards = (classes ?? []).filter(({ isNumbered }) => isNumbered);
  const others = [...(nic ?? []), ...(config ?? []), ...(report ?? []), ...cmdlets.flat(), ...configured(kept)];
  return [...others, ...connections, ...cards].filter(
    ({ identity: { description, connection } }) => !isPassive(description ?? connection ?? ""),
  );
}

/** Tunnels carry what an adapter sends, and nothing of a cluster's own adapter is ever offloaded. */
function isPassive(description: string): boolean {
  const kind = virtualAdapter(description);
  return kind === "tunnel" || kind === "cluster";
}

function sightingsOf(kept: KeptCaptures, kind: AdapterKind): readonly AdapterSighting[] {
  return capturesOf(kept, kind).flatMap((capture) => {
    const records: readonly AdapterProperty[] = capture.records;
    const hasConnections = records.some(({ property }) => property === "NetConnectionID");
    return byAdapter(records).map((own) => {
      const isConnected = own.some(({ property }) => property === "NetConnectionID");
      return sightingOf(capture, own, kind !== "wmicNic" || isConnected || !hasConnections);
    });
  });
}

/** The records of each adapter: of another one with the same name where one of its properties comes again. */
function byAdapter(records: readonly AdapterProperty[]): readonly (readonly AdapterProperty[])[] {
  const groups: AdapterProperty[][] = [];
  const open = new Map<string, { readonly own: AdapterProperty[]; readonly seen: Set<string> }>();
  for (const record of records) {
    const name = record.property.toLowerCase();
    const known = open.get(record.adapter);
    const group = known === undefined || known.seen.has(name) ? { own: [], seen: new Set<string>() } : known;
    if (group !== known) groups.push(group.own);
    open.set(record.adapter, group);
    group.own.push(record);
    group.seen.add(name);
  }
  return groups;
}

function sightingOf(
  capture: KeptCapture<AdapterKind>,
  records: readonly AdapterProperty[],
  isShown: boolean,
): AdapterSighting {
  const { kind } = capture;
  const textOf = (...names: readonly string[]) =>
    records.find(({ property }) => names.includes(property.toLowerCase()))?.value;
  const described = records.find(({ property }) => property.toLowerCase() === DESCRIPTION);
  const name = records[0]?.adapter ?? "";
  const [, captioned, caption] = CAPTION.exec(textOf("caption") ?? "") ?? [];
  const isOfConnection = kind === "adapterClass" && records.every(({ property }) => property === "NetCfgInstanceId");
  const isDescribing = describing.includes(kind) && !isOfConnection;
  const isRate = kind === "wmicNic" && textOf("ndislinkspeed") !== undefined;
  const index = textOf("index") ?? textOf("deviceid") ?? captioned;
  const guid = textOf("netcfginstanceid", "guid", "settingid", "interfaceguid");
  const mac = textOf("macaddress");
  const luid = [textOf("*iftype", "interfacetype"), textOf("netluidindex")];
  const description = described?.value ?? (isDescribing && !isMac(name) ? (CAPTION.exec(name)?.[2] ?? name) : caption);
  const connection = isDescribing ? textOf("netconnectionid") : name;
  const addresses = listing.includes(kind) ? ((textOf("ipaddress") ?? "").match(ADDRESS) ?? []) : [];
  return {
    kind,
    identity: identityOf({
      ...{ index, guid, mac, description, connection },
      luid: luid.includes(undefined) ? undefined : luid.join("_"),
    }),
    properties: records.map((property) => ({ kind, property, at: [placeIn(capture, property)] })),
    addresses,
    ...(described !== undefined && { described: placeIn(capture, described) }),
    isShown:
      isShown && !isOfConnection && (!listing.includes(kind) || addresses.length > 0) && !(isRate && FILTER.test(name)),
    isNumbered: kind === "adapterClass" && !isOfConnection,
  };
}

function configured(kept: KeptCaptures): readonly AdapterSighting[] {
  return capturesOf(kept, "ipConfig").flatMap((capture) =>
    capture.records.map((record): AdapterSighting => {
      const { name, description, physicalAddress, addresses } = record;
      return {
        kind: "ipConfig",
        identity: identityOf({
          connection: name,
          description: description ?? undefined,
          mac: physicalAddress ?? undefined,
        }),
        properties: [],
        addresses,
        ...(description !== null && { described: placeIn(capture, record) }),
        isShown: true,
        isNumbered: false,
      };
    }),
  );
}

function identityOf(
  printed: {
    readonly [K in keyof AdapterIdentity]?: string | undefined;
  },
): AdapterIdentity {
  const { guid, index, mac, connection, description, luid } = printed;
  return {
    ...(luid !== undefined && { luid }),
    ...(guid !== undefined && { guid: guid.replaceAll(/[{}]/g, "").toLowerCase() }),
    ...(index !== undefined && /^\d{1,8}$/.test(index) && { index: Number(index) }),
    ...(mac !== undefined && { mac: mac.replaceAll(/[^0-9a-f]/gi, "").toLowerCase() }),
    ...(connection !== undefined && connection !== "" && { connection }),
    ...(description !== undefined && description !== "" && { description }),
  };
}

function isMac(name: string): boolean {
  return /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(name);
}
