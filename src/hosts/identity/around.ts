import type { Lot, NameClaim } from "./claims.ts";
import { chooseByAddresses, type Deciding, open, ownUnlessDisproved, placeIn, shownName } from "./deciding.ts";
import { shareAddresses, traitsOf } from "./evidence.ts";
import { isAboutFiles } from "./file-names.ts";
import type { Container, SourcePlace } from "./places.ts";

type Named = ReadonlyMap<string, NameClaim>;

/** The only host named in the folder or archive, the innermost first; among several the one with the addresses. */
export function byContainer<L extends Lot>(deciding: Deciding<L>): void {
  const within = namesByContainer(deciding);
  const kinds = kindsByContainer(deciding);
  for (const lot of open(deciding)) {
    const around = placeIn(deciding, lot.source).containers.find(({ key }) => within.has(key));
    const named: Named = within.get(around?.key ?? "") ?? new Map();
    const [only] = named.values();
    if (around === undefined || only === undefined) continue;
    if (named.size > 1) chooseByAddresses(deciding, lot, named);
    else if (!isOfAnother(deciding, lot, only, around, kinds)) ownUnlessDisproved(deciding, lot, "container", only);
  }
}

/** By the key of each folder, archive and prefix the hosts that are named in it, each with its first claim. */
function namesByContainer<L extends Lot>(deciding: Deciding<L>): ReadonlyMap<string, Named> {
  const found = new Map<string, Map<string, NameClaim>>();
  const reaching = deciding.claims.filter(({ reach }) => reach === "source");
  for (const claim of [...reaching, ...deciding.collectorClaims.values()]) {
    const name = shownName(deciding, claim.name);
    for (const { key } of placeIn(deciding, claim.source).containers) {
      const named = found.get(key);
      if (named === undefined) found.set(key, new Map([[name, claim]]));
      else if (!named.has(name)) named.set(name, claim);
    }
  }
  return found;
}

function kindsByContainer<L extends Lot>(deciding: Deciding<L>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { source, kinds } of deciding.lots) {
    for (const { key } of placeIn(deciding, source).containers) {
      const known = found.get(key) ?? new Set<string>();
      found.set(key, known);
      for (const kind of kinds) if (kind !== "systemInfo") known.add(kind);
    }
  }
  return found;
}

/**
 * True when lot and claim lie in two parts of the container that hold the same commands, as the folders of two servers
 * do; unless the parts are called by when they were captured, or their addresses are the same.
 */
function isOfAnother<L extends Lot>(
  deciding: Deciding<L>,
  lot: L,
  claim: NameClaim,
  around: Container,
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { traits, names } = deciding;
  const ours = partOf(placeIn(deciding, lot.source), around);
  const theirs = partOf(placeIn(deciding, claim.source), around);
  if (ours === undefined || theirs === undefined || ours.key === theirs.key) return false;
  if (isAboutFiles(ours.name) && isAboutFiles(theirs.name)) return false;
  const host = traits.get(names.of(claim.name)?.shown ?? claim.name);
  if (host !== undefined && shareAddresses(traitsOf([lot]), host)) return false;
  const known = kinds.get(theirs.key);
  return [...(kinds.get(ours.key) ?? [])].some((kind) => known?.has(kind) === true);
}

/** The container directly inside of this one that a source lies in; undefined when it lies there itself. */
function partOf({ containers }: SourcePlace, { key }: Container): Container | undefined {
  return containers[containers.findIndex((container) => container.key === key) - 1];
}

/** A claim that the name of a file or folder makes. */
export function byPath(source: string, name: string, by: string): NameClaim {
  return { name, by, source, line: null, reach: "source" };
}
