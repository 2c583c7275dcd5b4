import type { AdapterIdentity, AdapterSighting } from "./adapter-sightings.ts";

/** What all captures say of one adapter. */
export interface JoinedAdapter {
  identity: AdapterIdentity;
  readonly sightings: AdapterSighting[];
}

/** Adapters by what they are known by: by a name there may be several. */
type Register = Map<string, JoinedAdapter[]>;

/** No computer has as many adapters; of a text that was made to show more the others are left out. */
const MOST_ADAPTERS = 300;

/** Puts together what is said of the same adapter, in the order of the sightings. */
export function joinAdapters(sightings: readonly AdapterSighting[]): readonly JoinedAdapter[] {
  const register: Register = new Map();
  const joined: JoinedAdapter[] = [];
  for (const sighting of sightings) {
    const known = knownAdapter(register, sighting);
    if (known === undefined && joined.length >= MOST_ADAPTERS) continue;
    const adapter: JoinedAdapter = known ?? { identity: {}, sightings: [] };
    if (known === undefined) joined.push(adapter);
    enter(register, adapter, sighting);
  }
  return joined;
}

/** What is said first is the surest; a number behind a description is a guess where the registry leaves it out. */
function enter(register: Register, adapter: JoinedAdapter, sighting: AdapterSighting): void {
  adapter.identity = { ...sighting.identity, ...adapter.identity };
  adapter.sightings.push(sighting);
  for (const key of keysOf(sighting)) {
    const own = register.get(key);
    if (own === undefined) register.set(key, [adapter]);
    else if (!own.includes(adapter)) own.push(adapter);
  }
}

/** The adapter that is meant: by its GUID, its number, its connection, its description, and by its address alone. */
function knownAdapter(register: Register, sighting: AdapterSighting): JoinedAdapter | undefined {
  const { connection, description, mac } = sighting.identity;
  // The members of a team have the address of the team.
  const sameMac = register.get(`mac ${mac}`) ?? [];
  const isNamed = connection !== undefined || description !== undefined;
  const candidates = [
    ...keysOf(sighting)
      .filter((key) => !key.startsWith("mac "))
      .flatMap((key) => register.get(key) ?? []),
    // wmic runs description and connection into one where its column is too narrow.
    ...(register.get(nameKey(`${description ?? ""}${connection ?? ""}`)) ?? []),
    ...(isNamed || sameMac.length > 1 ? [] : sameMac),
  ];
  return candidates.find((own) => !isAnother(own, sighting));
}

/** The keys of an adapter, the one that tells it most surely first. */
function keysOf({ identity, isNumbered }: AdapterSighting): readonly string[] {
  const { guid, index, luid, connection, description, mac } = identity;
  return [
    ...(guid === undefined ? [] : [`guid ${guid}`]),
    ...(index === undefined ? [] : [`index ${index}`]),
    ...(luid === undefined ? [] : [`luid ${luid}`]),
    ...(connection === undefined ? [] : [nameKey(connection)]),
    ...(description === undefined ? [] : [nameKey(description)]),
    ...(mac === undefined || isNumbered ? [] : [`mac ${mac}`]),
  ];
}

/** Windows does not tell names apart by case. Some tools name an adapter by its description. */
function nameKey(name: string): string {
  return `name ${name.toLowerCase()}`;
}

/** True for another adapter with the same description, whatever else is alike. */
function isAnother(
  { identity: own, sightings }: JoinedAdapter,
  { identity: other, isNumbered }: AdapterSighting,
): boolean {
  if (differ(own.guid, other.guid) || differ(own.index, other.index) || differ(own.luid, other.luid)) return true;
  if ((own.guid ?? other.guid ?? "") !== "" && own.guid === other.guid) return false;
  if (own.index !== undefined && own.index === other.index) return false;
  if (own.luid !== undefined && own.luid === other.luid) return false;
  const connections = [own.connection, other.connection].map((name) => name?.toLowerCase());
  const descriptions = [own.description, other.description].map((name) => name?.toLowerCase());
  const isByDescription = connections.some((name) => name !== undefined && descriptions.includes(name));
  if (!isByDescription && differ(connections[0], connections[1])) return true;
  return isNumbered && sightings.some((sighting) => sighting.isNumbered);
}

function differ<V>(own: V | undefined, other: V | undefined): boolean {
  return own !== undefined && other !== undefined && own !== other;
}
