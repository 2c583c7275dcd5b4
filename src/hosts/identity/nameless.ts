import { tableKinds } from "../../../grammar/index.ts";
import type { Lot, Reason } from "./claims.ts";
import { grouped } from "./groups.ts";
import { placeOfSource } from "./places.ts";

/** Captures of one host that nothing names. */
export interface NamelessHost<L extends Lot> {
  readonly names: null;
  readonly lots: readonly L[];
  readonly reasons: readonly Reason[];
}

/**
 * Puts together what nothing names. What lies in one folder (or begins alike there) is one host when no command
 * occurs twice but netstat, and its tables share a local address: so people save the outputs of one server. Otherwise
 * nothing says what belongs together, and each source stands alone.
 */
export function joinNameless<L extends Lot>(lots: readonly L[]): readonly NamelessHost<L>[] {
  const folders = grouped(lots, ({ source }) => groupOf(source));
  const hosts = [...folders.values()].flatMap((group) => hostsOf(group));
  const order = new Map(lots.map((lot, at) => [lot, at]));
  const first = ({ lots: [lot] }: NamelessHost<L>) => (lot === undefined ? 0 : (order.get(lot) ?? 0));
  return hosts.toSorted((a, b) => first(a) - first(b));
}

function groupOf(source: string): string {
  return placeOfSource(source).containers[0]?.key ?? "";
}

function hostsOf<L extends Lot>(group: readonly L[]): readonly NamelessHost<L>[] {
  const tables = byAddresses(group.filter(hasTable));
  const others = group.filter((lot) => !hasTable(lot));
  // Several tables by themselves may be of several customers whose networks use the same private addresses.
  const isOne = group.length === 1 || (tables.length <= 1 && others.length > 0);
  if (isOne && areComplementary(others)) return [hostOf(group, group.length > 1 ? "complementary" : "alone")];
  return group.map((lot) => hostOf([lot], "alone"));
}

function hasTable({ kinds }: Lot): boolean {
  return tableKinds.some((kind) => kinds.has(kind));
}

function hostOf<L extends Lot>(lots: readonly L[], ground: Reason["ground"]): NamelessHost<L> {
  return { names: null, lots, reasons: lots.map(({ source }) => ({ source, ground, claim: null })) };
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
