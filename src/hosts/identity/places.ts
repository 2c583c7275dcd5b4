import { beginsWithCapture, nameInFile, saysWhatOrWhen, sharedNameIn } from "./file-names.ts";

/** Something around a source in which one name of a host may be that of all: a folder, an archive, a shared prefix. */
export interface Container {
  readonly kind: "prefix" | "folder" | "archive";
  /** Unique in a run. */
  readonly key: string;
  /** Name of the folder, the archive, or the prefix itself. */
  readonly name: string;
}

/** Where a source lies: the containers around it, the innermost first, and its own name. */
export interface SourcePlace {
  readonly folder: string;
  readonly file: string;
  readonly containers: readonly Container[];
}

/** The containers of a source by its name, in which archives end with "!" and folders with "/". */
export function placeOfSource(source: string): SourcePlace {
  const at = Math.max(source.lastIndexOf("/"), source.lastIndexOf("!")) + 1;
  const folder = source.slice(0, at);
  const file = source.slice(at);
  const prefix = nameInFile(file);
  const own: Container[] = prefix === "" ? [] : [{ kind: "prefix", key: prefixKey(folder, prefix), name: prefix }];
  return { folder, file, containers: [...own, ...foldersUpTo(folder)] };
}

/** The folders around, up to and with the innermost archive: what lies beside an archive is of other hosts. */
function foldersUpTo(folder: string): readonly Container[] {
  const containers: Container[] = [];
  let rest = folder;
  while (rest !== "") {
    const isArchive = rest.endsWith("!");
    const above = rest.slice(0, -1);
    const before = Math.max(above.lastIndexOf("/"), above.lastIndexOf("!")) + 1;
    containers.push({ kind: isArchive ? "archive" : "folder", key: rest, name: rest.slice(before, -1) });
    if (isArchive) break;
    rest = rest.slice(0, before);
  }
  // Files that were given by name, without any folder, were given together.
  return containers.length === 0 ? [{ kind: "folder", key: "", name: "" }] : containers;
}

/**
 * The containers of sources. A word that may be any counts as the name of a host where names of files beside one
 * another say so: `netstat_alpha.txt` and `tcp_alpha.txt` are of one host, `netstat_beta.txt` is of another.
 */
export function placesOf(sources: Iterable<string>): ReadonlyMap<string, SourcePlace> {
  const places = new Map([...sources].map((source) => [source, placeOfSource(source)]));
  const shared = sharedNames([...places.values()]);
  for (const [source, place] of places) {
    const around = place.containers.filter(({ kind, name }) => kind !== "prefix" || !beginsWithCapture(name));
    const name = around[0]?.kind === "prefix" ? undefined : sharedNameIn(place.file)?.name;
    const key = name && prefixKey(place.folder, name);
    if (name === undefined || key === undefined || !shared.has(key)) continue;
    places.set(source, { ...place, containers: [{ kind: "prefix", key, name }, ...around] });
  }
  return places;
}

/** Keys of names that stand beside several captures in one folder, or of which several stand beside one capture. */
function sharedNames(places: readonly SourcePlace[]): ReadonlySet<string> {
  const captures = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const { folder, file, containers } of places) {
    const found = sharedNameIn(file);
    if (found === undefined || saysWhatOrWhen(found.name)) continue;
    const key = prefixKey(folder, found.name);
    addTo(captures, key, found.about);
    addTo(names, `${folder}\n${found.about}`, key);
    if (containers[0]?.key === key) addTo(captures, key, "");
  }
  const several = [...names.values()].filter(({ size }) => size > 1).flatMap((keys) => [...keys]);
  return new Set([...several, ...[...captures].flatMap(([key, { size }]) => (size > 1 ? [key] : []))]);
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function prefixKey(folder: string, name: string): string {
  return `${folder}${name.toUpperCase()}*`;
}
