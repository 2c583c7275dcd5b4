import { isTellingName } from "../../../grammar/markers/index.ts";
import { byPath } from "./around.ts";
import type { Lot } from "./claims.ts";
import { type Deciding, open, own, placeIn } from "./deciding.ts";
import { isAboutFiles, isHostLike, isHostLikeFolder, saysWhatOrWhen, wholeNameOf } from "./file-names.ts";
import { grouped } from "./groups.ts";
import type { Container, SourcePlace } from "./places.ts";

/**
 * Where nothing else names a host: a name that files share, a folder beside others of the same make, or in an archive
 * by its look, and files that are called by one word each. A word that may be any names no host where what it is to tell
 * apart has the same local addresses: then it says when.
 */
export function byNamesOfFiles<L extends Lot>(deciding: Deciding<L>): void {
  bySharedNames(deciding);
  byFolders(deciding);
  byWholeNames(deciding);
}

function bySharedNames<L extends Lot>(deciding: Deciding<L>): void {
  const places = placesIn(deciding.lots, deciding);
  const prefixes = grouped(places, ({ folder }) => folder);
  const prefixOf = (lot: L) => prefixIn(placeIn(deciding, lot.source));
  const moments = momentsAmong(deciding.lots, (lot) => {
    const prefix = prefixOf(lot);
    return prefix && { group: placeIn(deciding, lot.source).folder, key: prefix.key };
  });
  for (const lot of open(deciding)) {
    const prefix = prefixOf(lot);
    const beside = (prefixes.get(placeIn(deciding, lot.source).folder) ?? []).flatMap((own) => prefixIn(own) ?? []);
    if (prefix === undefined || beside.length < 2 || !isHostLike(prefix.name)) continue;
    if (!isTellingName(prefix.name) && moments.has(prefix.key)) continue;
    own(deciding, lot, "prefix", byPath(lot.source, prefix.name, "the file name"));
  }
}

function byFolders<L extends Lot>(deciding: Deciding<L>): void {
  const twins = grouped(
    placesIn(deciding.lots, deciding).flatMap((place) => {
      const folder = folderOfHost(place);
      return folder === undefined ? [] : [twinKey(folder, place.folder + place.file)];
    }),
    (key) => key,
  );
  const moments = momentsAmong(deciding.lots, (lot) => {
    const folder = folderOfHost(placeIn(deciding, lot.source));
    return folder && { group: parentOf(folder), key: folder.key };
  });
  for (const lot of open(deciding)) {
    const place = placeIn(deciding, lot.source);
    const folder = folderOfHost(place);
    if (folder === undefined) continue;
    const hasTwins = (twins.get(twinKey(folder, lot.source)) ?? []).length > 1;
    const isInArchive = place.containers.some(({ kind }) => kind === "archive");
    const isName = hasTwins
      ? isHostLikeFolder(folder.name) || (isPlainName(folder.name) && !moments.has(folder.key))
      : isInArchive && isTellingName(folder.name) && isPlainName(folder.name);
    if (isName) own(deciding, lot, "folder", byPath(lot.source, folder.name, "the folder"));
  }
}

/** Sessions of several servers, each saved under the name of its own. */
function byWholeNames<L extends Lot>(deciding: Deciding<L>): void {
  const folderOf = ({ source }: L) => placeIn(deciding, source).folder;
  for (const lots of grouped(open(deciding), folderOf).values()) {
    const named = lots.flatMap((lot) => {
      const place = placeIn(deciding, lot.source);
      const name = prefixIn(place) === undefined ? wholeNameOf(place.file) : undefined;
      return name === undefined || lot.tableAddresses.size === 0 ? [] : [{ lot, name }];
    });
    const addresses = named.flatMap(({ lot }) => [...lot.tableAddresses]);
    const areApart = new Set(addresses).size === addresses.length;
    const isEach = new Set(named.map(({ lot }) => lot.source)).size === named.length;
    if (named.length < 2 || !areApart || !isEach) continue;
    for (const { lot, name } of named) own(deciding, lot, "prefix", byPath(lot.source, name, "the file name"));
  }
}

/** Keys whose tables have a local address of another key in their group: what parts them are moments of one host. */
function momentsAmong<L extends Lot>(
  lots: readonly L[],
  placeOf: (lot: L) => { readonly group: string; readonly key: string } | undefined,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const moments = new Set<string>();
  for (const lot of lots) {
    const place = placeOf(lot);
    if (place === undefined) continue;
    for (const address of lot.tableAddresses) {
      const known = first.get(`${place.group}\n${address}`) ?? place.key;
      first.set(`${place.group}\n${address}`, known);
      if (known !== place.key) moments.add(known).add(place.key);
    }
  }
  return moments;
}

/** The places of the lots' sources, each once. */
function placesIn<L extends Lot>(lots: readonly L[], deciding: Deciding<L>): readonly SourcePlace[] {
  return [...new Set(lots.map(({ source }) => source))].map((source) => placeIn(deciding, source));
}

function prefixIn({ containers: [first] }: SourcePlace): Container | undefined {
  return first?.kind === "prefix" ? first : undefined;
}

/** The innermost folder that looks like a host, else the innermost one that is not called by what lies in it. */
function folderOfHost({ containers }: SourcePlace): Container | undefined {
  const folders = containers.filter(({ kind, name }) => kind === "folder" && !isAboutFiles(name));
  return folders.find(({ name }) => isTellingName(name) && isPlainName(name)) ?? folders[0];
}

function isPlainName(name: string): boolean {
  return name.length > 2 && isHostLike(name) && !saysWhatOrWhen(name);
}

function parentOf({ key, name }: Container): string {
  return key.slice(0, key.length - name.length - 1);
}

/** The same for files of one name in folders beside one another. */
function twinKey(folder: Container, source: string): string {
  return `${parentOf(folder)}*/${source.slice(folder.key.length)}`;
}
