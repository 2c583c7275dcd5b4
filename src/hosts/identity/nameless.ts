import { tableKinds } from "../../../grammar/index.ts";
import type { Lot, Reason } from "./claims.ts";
import { type Deciding, placeIn } from "./deciding.ts";
import { isAboutFiles, momentIn } from "./file-names.ts";
import { grouped } from "./groups.ts";
import type { Container, SourcePlace } from "./places.ts";

/** Captures of one host that nothing names. */
export interface NamelessHost<L extends Lot> {
  readonly names: null;
  readonly lots: readonly L[];
  readonly reasons: readonly Reason[];
}

/**
 * Puts together what nothing names. What lies in one folder (or begins alike there) is one host when no command
 * occurs twice but netstat, and its tables share a local address: so people save the outputs of one server. The same
 * for what names of files or folders say to be of one moment; several moments are of one host where their tables share
 * an address. Otherwise nothing says what belongs together, and each source stands alone.
 */
export function joinNameless<L extends Lot>(
  deciding: Pick<Deciding<L>, "places">,
  lots: readonly L[],
): readonly NamelessHost<L>[] {
  const places = new Map(lots.map((lot): [L, SourcePlace] => [lot, placeIn(deciding, lot.source)]));
  const folderOf = (lot: L) => places.get(lot)?.containers[0];
  const folders = grouped(lots, (lot) => folderOf(lot)?.key ?? "");
  const hosts = [...folders.values()].flatMap((group) =>
    hostsOf(group, (lot) => momentIn(places.get(lot)?.file ?? "")),
  );
  const beside = grouped(hosts, ({ lots: [lot] }) => (lot && besideMoments(folderOf(lot))) ?? "");
  const all = joinInSource([...beside].flatMap(([key, group]) => (key === "" ? group : joinMoments(group))));
  const order = new Map(lots.map((lot, at) => [lot, at]));
  const first = ({ lots: [lot] }: NamelessHost<L>) => (lot === undefined ? 0 : (order.get(lot) ?? 0));
  return all.toSorted((a, b) => first(a) - first(b));
}

/** The folder around one that is called by a moment. */
function besideMoments(folder: Container | undefined): string | undefined {
  const isMoment = folder?.kind === "folder" && isAboutFiles(folder.name) && momentIn(folder.name) !== "";
  return isMoment ? folder.key.slice(0, -folder.name.length - 1) : undefined;
}

function hostsOf<L extends Lot>(group: readonly L[], momentOf: (lot: L) => string): readonly NamelessHost<L>[] {
  if (isOneHost(group)) return [hostOf(group)];
  const moments = [...grouped(group, momentOf).values()];
  if (moments.length > 1 && moments.every(isOneHost)) return joinMoments(moments.map(hostOf));
  return group.map((lot) => hostOf([lot]));
}

function isOneHost(group: readonly Lot[]): boolean {
  const tables = byAddresses(group.filter(hasTable));
  const others = group.filter((lot) => !hasTable(lot));
  // Several tables by themselves may be of several customers whose networks use the same private addresses.
  const isOne = group.length === 1 || (tables.length <= 1 && others.length > 0);
  return isOne && areComplementary(others);
}

/** Moments whose tables share a local address are of one host. */
function joinMoments<L extends Lot>(hosts: readonly NamelessHost<L>[]): readonly NamelessHost<L>[] {
  const tables = byAddresses(hosts.flatMap(({ lots }) => lots).filter(hasTable));
  const groupOf = new Map(tables.flatMap((lots, at) => lots.map((lot): [Lot, number] => [lot, at])));
  const keyOf = ({ lots }: NamelessHost<L>) => lots.map((lot) => groupOf.get(lot)).find((at) => at !== undefined);
  return [...grouped(hosts, (host) => String(keyOf(host)))].flatMap(([key, group]) =>
    key === "undefined" ? group : [hostOf(group.flatMap(({ lots }) => lots))],
  );
}

function hasTable({ kinds }: Lot): boolean {
  return tableKinds.some((kind) => kinds.has(kind));
}

function hostOf<L extends Lot>(lots: readonly L[]): NamelessHost<L> {
  const sources = [...new Set(lots.map(({ source }) => source))];
  const ground = sources.length > 1 ? "complementary" : "alone";
  return { names: null, lots, reasons: sources.map((source) => ({ source, ground, claim: null })) };
}

/** What several words head in one source is of one host where its tables share a local address, and where it has none. */
function joinInSource<L extends Lot>(hosts: readonly NamelessHost<L>[]): readonly NamelessHost<L>[] {
  const sourceOf = ({ reasons: [first, ...more] }: NamelessHost<L>) => (more.length > 0 ? "" : (first?.source ?? ""));
  return [...grouped(hosts, sourceOf)].flatMap(([source, group]) => {
    if (source === "" || group.length < 2) return group;
    const tables = byAddresses(group.flatMap(({ lots }) => lots).filter(hasTable));
    const groupOf = new Map(tables.flatMap((lots, at) => lots.map((lot): [Lot, number] => [lot, at])));
    let latest = 0;
    const placed = group.map(({ lots }) => {
      latest = lots.map((lot) => groupOf.get(lot)).find((at) => at !== undefined) ?? latest;
      return { lots, at: latest };
    });
    return [...grouped(placed, ({ at }) => String(at)).values()].map((same) =>
      hostOf(same.flatMap(({ lots }) => lots)),
    );
  });
}

/** Lots with tables, those that share a local address together. */
function byAddresses<L extends Lot>(lots: readonly L[]): readonly (readonly L[])[] {
  const groups: { readonly lots: L[]; readonly addresses: Set<string> }[] = [];
  const holder = new Map<string, number>();
  for (const lot of lots) {
    const known = [...new Set([...lot.tableAddresses].flatMap((address) => holder.get(address) ?? []))];
    const [first = groups.length, ...more] = known.toSorted((a, b) => a - b);
    const group = groups[first] ?? { lots: [], addresses: new Set<string>() };
    groups[first] = group;
    group.lots.push(lot);
    for (const address of lot.tableAddresses) group.addresses.add(address);
    for (const other of more) {
      group.lots.push(...(groups[other]?.lots.splice(0) ?? []));
      for (const address of groups[other]?.addresses ?? []) group.addresses.add(address);
    }
    for (const address of group.addresses) holder.set(address, first);
  }
  return groups.map((group) => group.lots).filter((group) => group.length > 0);
}

/** A console prints its banner, and with it the version of Windows, into every file that is saved from it. */
function areComplementary(lots: readonly Lot[]): boolean {
  const seen = new Set<string>();
  for (const { kinds } of lots) {
    for (const kind of kinds) {
      if (kind === "systemInfo") continue;
      if (seen.has(kind)) return false;
      seen.add(kind);
    }
  }
  return true;
}
