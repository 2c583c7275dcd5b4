import type { Lot, NameClaim } from "./claims.ts";
import { chooseByAddresses, type Deciding, open, own, ownUnlessDisproved, placeIn, shownName } from "./deciding.ts";
import { shareAddresses, traitsOf } from "./evidence.ts";
import { type Container, isAboutFiles, isHostLike, isHostLikeFolder, type SourcePlace } from "./places.ts";

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

/** Where nothing else names a host: a prefix that names of files share, and a folder beside others of the same make. */
export function byNamesOfFiles<L extends Lot>(deciding: Deciding<L>): void {
  const left = open(deciding);
  const sources = [...new Set(left.map(({ source }) => source))];
  const places = sources.map((source) => placeIn(deciding, source));
  const prefixes = prefixesByFolder(places);
  const twins = twinsByName(places);
  for (const lot of left) {
    const { folder, containers } = placeIn(deciding, lot.source);
    const [first] = containers;
    const beside = prefixes.get(folder);
    if (first?.kind === "prefix") {
      const isShared = (beside?.get(first.key) ?? 0) > 1 || (beside?.size ?? 0) > 1;
      if (isShared && isHostLike(first.name))
        own(deciding, lot, "prefix", byPath(lot.source, first.name, "the file name"));
      continue;
    }
    const [parent] = containers;
    if (parent?.kind !== "folder" || !isHostLikeFolder(parent.name)) continue;
    if ((twins.get(twinKey(parent, lot.source)) ?? 0) > 1) {
      own(deciding, lot, "folder", byPath(lot.source, parent.name, "the folder"));
    }
  }
}

/** By folder, how many sources begin with each prefix. */
function prefixesByFolder(places: readonly SourcePlace[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { folder, containers } of places) {
    const [first] = containers;
    if (first?.kind !== "prefix") continue;
    const counts = found.get(folder) ?? new Map<string, number>();
    found.set(folder, counts);
    counts.set(first.key, (counts.get(first.key) ?? 0) + 1);
  }
  return found;
}

/** How many folders beside one another hold a file of the same name. */
function twinsByName(places: readonly SourcePlace[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { folder, file, containers } of places) {
    const parent = containers.find(({ kind }) => kind === "folder");
    if (parent !== undefined) {
      const key = twinKey(parent, folder + file);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return found;
}

/** The same for files of one name in folders beside one another. */
function twinKey({ key, name }: Container, source: string): string {
  return `${key.slice(0, key.length - name.length - 1)}*/${source.slice(key.length)}`;
}

/** A claim that the name of a file or folder makes. */
export function byPath(source: string, name: string, by: string): NameClaim {
  return { name, by, source, line: null, reach: "source" };
}
