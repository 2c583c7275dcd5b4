import type { Doubt, Ground, Lot, NameClaim } from "./claims.ts";
import { contradiction, shareAddresses, type Traits, traitsOf } from "./evidence.ts";
import type { KnownNames } from "./names.ts";
import { placeOfSource, type SourcePlace } from "./places.ts";

/** What a run has seen: its captures in lots, and everything that names a host, also in sources without captures. */
export interface Seen<L extends Lot> {
  /** In the order in which they were read. */
  readonly lots: readonly L[];
  readonly claims: readonly NameClaim[];
  /** By source, what its collector's names of files, folders and archives tell. */
  readonly collectorClaims: ReadonlyMap<string, NameClaim>;
  /** The name that the user gave. */
  readonly declared: string | null;
}

/** Of whom a lot is, and why. */
export interface Owner {
  readonly name: string;
  readonly ground: Ground;
  readonly claim: NameClaim;
}

/** The state of a decision, shared by its steps. */
export interface Deciding<L extends Lot> extends Seen<L> {
  readonly names: KnownNames;
  readonly owners: Map<L, Owner>;
  /** Lots whose host can't be told, with the hosts they may be of; none when they only contradict one. */
  readonly undecided: Map<L, readonly string[]>;
  readonly doubts: Doubt[];
  /** By host, what its own captures tell that name it themselves; made once, after the first step. */
  readonly traits: Map<string, Traits>;
  /** By source, where it lies. */
  readonly places: ReadonlyMap<string, SourcePlace>;
}

/** Where a source lies. */
export function placeIn({ places }: Pick<Deciding<Lot>, "places">, source: string): SourcePlace {
  return places.get(source) ?? placeOfSource(source);
}

export function shownName({ names }: Pick<Deciding<Lot>, "names">, name: string): string {
  return names.of(name)?.shown ?? name;
}

/** Lots that no step has decided so far. */
export function open<L extends Lot>({ lots, owners, undecided }: Deciding<L>): readonly L[] {
  return lots.filter((lot) => !owners.has(lot) && !undecided.has(lot));
}

export function own<L extends Lot>(deciding: Deciding<L>, lot: L, ground: Ground, claim: NameClaim): void {
  deciding.owners.set(lot, { name: shownName(deciding, claim.name), ground, claim });
}

/** The same unless evidence disproves it, which is said. */
export function ownUnlessDisproved<L extends Lot>(
  deciding: Deciding<L>,
  lot: L,
  ground: Ground,
  claim: NameClaim,
): void {
  const name = shownName(deciding, claim.name);
  const host = deciding.traits.get(name);
  const why = host === undefined ? undefined : (contradiction(traitsOf([lot]), host) ?? apart(deciding, lot, name));
  if (why === undefined) {
    own(deciding, lot, ground, claim);
    return;
  }
  const message = `Only ${name} is named around this capture (${placeOfClaim(claim)}), but ${why}. It is kept apart; use --host to name it.`;
  deciding.doubts.push({ code: "host-contradicted", message, source: lot.source, line: lot.line });
  deciding.undecided.set(lot, []);
}

/** What another table of the host in the same source says against it, where nothing shows that both addresses are its own. */
function apart<L extends Lot>({ names, traits }: Deciding<L>, lot: L, name: string): string | undefined {
  const isApart = [...lot.apartFrom].some((other) => names.of(other)?.shown === name);
  const adapters = traits.get(name)?.adapterAddresses ?? new Set();
  if (!isApart || [...lot.tableAddresses].some((address) => adapters.has(address))) return undefined;
  return "none of its local addresses is in that host's own table";
}

/** Among several named hosts captures are of the one whose addresses they have; otherwise nothing decides. */
export function chooseByAddresses<L extends Lot>(
  deciding: Deciding<L>,
  lot: L,
  named: ReadonlyMap<string, NameClaim>,
): void {
  const own_ = traitsOf([lot]);
  const fits = [...named].filter(([name]) => {
    const host = deciding.traits.get(name);
    return host !== undefined && shareAddresses(own_, host);
  });
  const [only] = fits;
  if (only !== undefined && fits.length === 1) own(deciding, lot, "addresses", only[1]);
  else deciding.undecided.set(lot, [...named.keys()]);
}

/** The hosts that claims name, each with its first claim. */
export function distinct(
  deciding: Pick<Deciding<Lot>, "names">,
  claims: readonly NameClaim[],
): ReadonlyMap<string, NameClaim> {
  const found = new Map<string, NameClaim>();
  for (const claim of claims) {
    const name = shownName(deciding, claim.name);
    if (!found.has(name)) found.set(name, claim);
  }
  return found;
}

/** Where a claim stands, as sentences cite it. */
export function placeOfClaim({ source, line, by }: NameClaim): string {
  return line === null ? by : `${by}, ${source}:${line}`;
}
