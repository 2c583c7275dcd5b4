import type { AdapterSighting } from "./adapter-sightings.ts";
import type { JoinedAdapter } from "./joined-adapters.ts";

/** What a driver calls its adapters without the number that Windows puts behind the second one and later ones. */
const NUMBERED = /^(.*?) {0,3}#(\d{1,4})$/;
/** What two adapters differ in whatever they are set to. */
const ownOnly = new Set(["index", "netcfginstanceid", "netluidindex", "driverdesc", "networkaddress"]);

/**
 * The keys of equal cards under the names that other captures have for as many: Windows numbers cards as they are put in,
 * and leaves out the numbers of those that were taken out. Where the counts differ our own numbers stay.
 */
export function namedInOrder(sightings: readonly AdapterSighting[]): readonly AdapterSighting[] {
  const cards = sightings.filter(({ isNumbered }) => isNumbered);
  const printed = printedNames(sightings.filter(({ isNumbered }) => !isNumbered));
  const numbers = new Map<string, (number | undefined)[]>();
  for (const own of cards) {
    const known = numbers.get(makeOf(own)) ?? [];
    numbers.set(makeOf(own), known);
    // The same key may have been captured twice.
    if (!known.includes(own.identity.index)) known.push(own.identity.index);
  }
  return sightings.map((own) => {
    if (!own.isNumbered) return own;
    const names = printed.get(makeOf(own)) ?? [];
    const keys = numbers.get(makeOf(own)) ?? [];
    const description = names.length === keys.length ? names[keys.indexOf(own.identity.index)] : undefined;
    return description === undefined ? own : { ...own, identity: { ...own.identity, description } };
  });
}

/**
 * Adapters whose settings may be those of an equal card: which key of the registry is whose shows by the order of the keys
 * only, and the keys differ. In the order of the adapters, equal ones together.
 */
export function toldByOrder(joined: readonly JoinedAdapter[]): readonly (readonly JoinedAdapter[])[] {
  const makes = new Map<string, JoinedAdapter[]>();
  for (const adapter of joined) {
    const card = adapter.sightings.find(({ isNumbered }) => isNumbered);
    if (card === undefined) continue;
    const own = makes.get(makeOf(card)) ?? [];
    makes.set(makeOf(card), own);
    own.push(adapter);
  }
  return [...makes.values()].filter(
    (alike) => alike.length > 1 && alike.some(isGuess) && new Set(alike.map(settingsOf)).size > 1,
  );
}

/** True for a card of the registry that another capture shows too. */
export function isJoinedCard({ sightings }: JoinedAdapter): boolean {
  return (
    sightings.some(({ isNumbered }) => isNumbered) &&
    sightings.some(({ isNumbered, isShown }) => !isNumbered && isShown)
  );
}

/** True where the key of the registry and the adapter have nothing in common but the description. */
function isGuess(adapter: JoinedAdapter): boolean {
  const { sightings } = adapter;
  const card = sightings.find(({ isNumbered }) => isNumbered);
  const isSame = <V>(one: V | undefined, other: V | undefined) => one !== undefined && one === other;
  const isSure = sightings
    .filter(({ isNumbered }) => !isNumbered)
    .some(({ identity: { guid, index, luid } }) => {
      const own = card?.identity;
      return isSame(own?.guid, guid) || isSame(own?.index, index) || isSame(own?.luid, luid);
    });
  return isJoinedCard(adapter) && !isSure;
}

function settingsOf({ sightings }: JoinedAdapter): string {
  const card = sightings.find(({ isNumbered }) => isNumbered);
  const settings = (card?.properties ?? []).map(({ property: { keyword, property, value } }) => [
    (keyword ?? property).toLowerCase(),
    value,
  ]);
  return JSON.stringify(settings.filter(([name = ""]) => !ownOnly.has(name)).toSorted());
}

/** The names of each make that captures show, in the order of their numbers. */
function printedNames(sightings: readonly AdapterSighting[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Map<number, string>>();
  for (const { identity, isShown } of sightings) {
    if (identity.description === undefined || !isShown) continue;
    const [, make = identity.description, number = "1"] = NUMBERED.exec(identity.description) ?? [];
    const own = names.get(make.toLowerCase()) ?? new Map<number, string>();
    names.set(make.toLowerCase(), own.set(Number(number), identity.description));
  }
  return new Map(
    [...names].map(([make, own]) => [make, [...own].sort(([a], [b]) => a - b).map(([, name]) => name)] as const),
  );
}

function makeOf({ identity: { description = "" } }: AdapterSighting): string {
  return (NUMBERED.exec(description)?.[1] ?? description).toLowerCase();
}
