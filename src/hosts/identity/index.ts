import { byContainer, byPath } from "./around.ts";
import { byNamesOfFiles } from "./by-names-of-files.ts";
import { byOrder } from "./by-order.ts";
import type { Lot, NameClaim, Reason } from "./claims.ts";
import {
  chooseByAddresses,
  type Deciding,
  distinct,
  open,
  own,
  ownUnlessDisproved,
  placeOfClaim,
  type Seen,
  shownName,
} from "./deciding.ts";
import { traitsOf } from "./evidence.ts";
import { grouped } from "./groups.ts";
import { joinNameless, type NamelessHost } from "./nameless.ts";
import { knownNames, type NameForms } from "./names.ts";
import { placesOf } from "./places.ts";

export { isPrinted } from "./by-order.ts";
export { type Doubt, type Ground, grounds, type Lot, type NameClaim, type Reason } from "./claims.ts";
export { placeOfClaim, type Seen } from "./deciding.ts";
export { shareNoAddress } from "./evidence.ts";
export type { NameForms } from "./names.ts";

/** A host: its names, its captures, and why they are its own. */
export type DecidedHost<L extends Lot> =
  | { readonly names: NameForms; readonly lots: readonly L[]; readonly reasons: readonly Reason[] }
  | NamelessHost<L>;

export interface Decision<L extends Lot> {
  /** Named ones by name, then the nameless ones in the order in which they were read. */
  readonly hosts: readonly DecidedHost<L>[];
  readonly doubts: Deciding<L>["doubts"];
}

/** Candidates that a sentence lists. */
const MOST_LISTED = 5;

/**
 * Decides whose captures are whose, in this order: (1) the lines above a capture, the capture itself, or its collector's
 * names of files name its host, or what it prints last; (2) a source that names one host is wholly of it; (3) so is a folder or archive, and of
 * several hosts that are named there captures are of the one that has their addresses; (4) names of files that begin
 * alike; (5) `--host`; (6) what nothing names is put together where addresses or its folder say so. Evidence against a
 * step stops it, and is said.
 */
export function decideHosts<L extends Lot>(seen: Seen<L>): Decision<L> {
  const all = [...seen.claims, ...seen.collectorClaims.values()].map(({ name }) => name);
  const names = knownNames(seen.declared === null ? all : [...all, seen.declared], sameSignal(seen.claims));
  const sources = [...seen.lots, ...seen.claims, ...seen.collectorClaims.values()].map(({ source }) => source);
  const deciding: Deciding<L> = {
    ...seen,
    names,
    owners: new Map(),
    undecided: new Map(),
    doubts: [],
    traits: new Map(),
    places: placesOf(sources),
  };
  byOwnName(deciding);
  byOrder(deciding);
  byHeadings(deciding);
  byOnlyNameInSource(deciding);
  byContainer(deciding);
  byNamesOfFiles(deciding);
  sayUndecided(deciding);
  byDeclaration(deciding);
  sayAmbiguous(deciding);
  const nameless = seen.lots.filter((lot) => !deciding.owners.has(lot));
  return { hosts: [...namedHosts(deciding), ...joinNameless(deciding, nameless)], doubts: deciding.doubts };
}

/** Two names that one signal gives in one source are two hosts, however alike they are. */
function sameSignal(claims: readonly NameClaim[]): (one: string, other: string) => boolean {
  const signals = new Map<string, Set<string>>();
  for (const { name, by, source } of claims) {
    const known = signals.get(name.toUpperCase()) ?? new Set<string>();
    signals.set(name.toUpperCase(), known.add(`${by}\n${source}`));
  }
  return (one, other) => [...(signals.get(one) ?? [])].some((signal) => signals.get(other)?.has(signal) === true);
}

function byOwnName<L extends Lot>(deciding: Deciding<L>): void {
  for (const lot of deciding.lots) {
    const [first] = lot.named;
    if (first?.claim != null) own(deciding, lot, first.ground, first.claim);
  }
  const byName = grouped(deciding.owners, ([, { name }]) => name);
  for (const [name, owned] of byName) deciding.traits.set(name, traitsOf(owned.map(([lot]) => lot)));
}

/**
 * A word may name the host of what it heads where each table of the source shares no local address with the others and
 * has a word of its own, or a name.
 */
function byHeadings<L extends Lot>(deciding: Deciding<L>): void {
  const tables = deciding.lots.filter(({ tableAddresses }) => tableAddresses.size > 0);
  const sources = grouped(
    tables.flatMap((lot) => sourcesOf(lot).map((source) => ({ lot, source }))),
    ({ source }) => source,
  );
  for (const beside of sources.values()) {
    const lots = beside.map(({ lot }) => lot);
    const addresses = lots.flatMap(({ tableAddresses }) => [...tableAddresses]);
    const nameless = lots.filter((lot) => lot.named.length === 0);
    const names = new Set(nameless.flatMap(({ headings }) => headings.map(({ name }) => name)));
    const areTold = nameless.every(({ headings }) => headings.length === 1) && names.size === nameless.length;
    if (lots.length < 2 || !areTold || new Set(addresses).size !== addresses.length) continue;
    for (const lot of nameless) for (const claim of lot.headings) own(deciding, lot, "named", claim);
  }
  for (const lot of open(deciding)) {
    if (lot.above !== null && lot.tableAddresses.size === 0) own(deciding, lot, "named", lot.above);
  }
}

/** The sources that a lot has captures of, as far as names tell. */
function sourcesOf({ source, named }: Lot): readonly string[] {
  return [...new Set([source, ...named.map((reason) => reason.source)])];
}

function byOnlyNameInSource<L extends Lot>(deciding: Deciding<L>): void {
  const reaching = deciding.claims.filter(({ reach }) => reach === "source");
  const claimsIn = grouped(reaching, ({ source }) => source);
  for (const lot of open(deciding)) {
    const named = distinct(deciding, claimsIn.get(lot.source) ?? []);
    const [only] = named.values();
    if (only !== undefined && named.size === 1) ownUnlessDisproved(deciding, lot, "source", only);
    else if (named.size > 1) chooseByAddresses(deciding, lot, named);
  }
}

function sayUndecided<L extends Lot>({ undecided, doubts, declared }: Deciding<L>): void {
  if (declared !== null) return;
  for (const [{ source, line }, candidates] of undecided) {
    if (candidates.length === 0) continue;
    const listed = candidates.slice(0, MOST_LISTED).join(", ") + (candidates.length > MOST_LISTED ? " …" : "");
    const message = `Nothing says which host this capture is of: ${listed}. It is reported separately; analyze it alone with --host NAME.`;
    doubts.push({ code: "host-undecided", message, source, line });
  }
}

/** `--host` names what nothing else names. A name that was captured counts before it, and that is said. */
function byDeclaration<L extends Lot>(deciding: Deciding<L>): void {
  const { declared, owners, lots, doubts } = deciding;
  if (declared === null) return;
  const shown = shownName(deciding, declared);
  const other = [...owners].find(([, { name }]) => name !== shown);
  if (other !== undefined) {
    const [{ source, line }, { name, claim }] = other;
    const message = `--host says ${declared}, but ${name} was captured (${placeOfClaim(claim)}): the captured name is used.`;
    doubts.push({ code: "host-declared", message, source, line });
  }
  for (const lot of lots) if (!owners.has(lot)) own(deciding, lot, "declared", byPath(lot.source, declared, "--host"));
}

function sayAmbiguous<L extends Lot>({ names, owners, doubts }: Deciding<L>): void {
  for (const { name, fits } of names.ambiguous) {
    const lot = [...owners].find(([, { claim }]) => claim.name.toUpperCase() === name.toUpperCase())?.[0];
    if (lot === undefined) continue;
    const message = `${name} may be short for ${fits.slice(0, MOST_LISTED).join(" or ")}: it is read as a separate host.`;
    doubts.push({ code: "host-ambiguous", message, source: lot.source, line: lot.line });
  }
}

function namedHosts<L extends Lot>({ lots, owners, names }: Deciding<L>): readonly DecidedHost<L>[] {
  const owned = lots.flatMap((lot) => {
    const owner = owners.get(lot);
    return owner === undefined ? [] : [{ lot, owner }];
  });
  return [...grouped(owned, ({ owner }) => owner.name.toUpperCase())]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const name = group[0]?.owner.name ?? "";
      return {
        names: names.of(name) ?? { shown: name, forms: [name] },
        lots: group.map(({ lot }) => lot),
        reasons: eachOnce(
          group.flatMap(({ lot, owner: { ground, claim } }) =>
            lot.named.length > 0 ? lot.named : [{ source: lot.source, ground, claim }],
          ),
        ),
      };
    });
}

/** The first reason of each ground for each source. */
function eachOnce(reasons: readonly Reason[]): readonly Reason[] {
  const first = grouped(reasons, ({ source, ground }) => `${ground}\n${source}`);
  return [...first.values()].flatMap(([reason]) => reason ?? []);
}
