import { isAddress } from "../../../grammar/markers/index.ts";
import { labelOf, NETBIOS_LENGTH } from "../../captures/index.ts";
import { grouped } from "./groups.ts";

/** Which of the names that a run has seen are names of one host. */
export interface NameForms {
  /** The longest form; of equally long ones the first. */
  readonly shown: string;
  /** All forms as printed, in the order in which they were first seen. */
  readonly forms: readonly string[];
}

/** A short name that fits several hosts, so that it stands for none of them. */
export interface AmbiguousName {
  readonly name: string;
  readonly fits: readonly string[];
}

export interface KnownNames {
  /** The forms of the host that a name is of; undefined for a name that was not among those given. */
  of(name: string): NameForms | undefined;
  readonly ambiguous: readonly AmbiguousName[];
}

/**
 * Finds the names that are one host: whatever their case, with and without the domain, and cut to 15 characters as
 * NetBIOS does. A short name that fits two hosts is none of them. `apart` says of two names, both in upper case, that
 * something holds them to be two hosts.
 */
export function knownNames(names: readonly string[], apart: (one: string, other: string) => boolean): KnownNames {
  const hosts = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const forms = hosts.get(name.toUpperCase());
    if (forms === undefined) hosts.set(name.toUpperCase(), [name]);
    else forms.push(name);
  }
  const heirs = new Map<string, string>();
  const ambiguous: AmbiguousName[] = [];
  const longer = longerForms([...hosts.keys()]);
  for (const key of hosts.keys()) {
    const fits = (longer.get(key) ?? []).filter((other) => labelOf(other) === key || !apart(key, other));
    const [only] = fits;
    if (only !== undefined && new Set(fits.map(labelOf)).size === 1 && agree(fits)) heirs.set(key, longest(fits));
    else if (only !== undefined)
      ambiguous.push({ name: shownOf(hosts, key), fits: fits.map((fit) => shownOf(hosts, fit)) });
  }
  const groups = new Map<string, string[]>();
  for (const [key, forms] of hosts) {
    const root = rootOf(heirs, key);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [...forms]);
    else group.push(...forms);
  }
  const found = new Map(
    [...groups].map(([root, forms]): [string, NameForms] => [root, { shown: longest(forms), forms }]),
  );
  return { of: (name) => found.get(rootOf(heirs, name.toUpperCase())), ambiguous };
}

/** For each name the longer ones that it may be a short form of. Looked up by label, so it takes linear time. */
function longerForms(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byLabel = grouped(keys.filter(hasDomain), labelOf);
  const byBeginning = grouped(
    keys.filter((key) => labelOf(key).length > NETBIOS_LENGTH),
    (key) => labelOf(key).slice(0, NETBIOS_LENGTH),
  );
  return new Map(
    keys
      .filter((key) => !hasDomain(key) && !isAddress(key))
      .map((key): [string, readonly string[]] => {
        const cut = key.length === NETBIOS_LENGTH ? (byBeginning.get(key) ?? []) : [];
        return [key, [...(byLabel.get(key) ?? []), ...cut]];
      }),
  );
}

function hasDomain(key: string): boolean {
  return key.includes(".") && !isAddress(key);
}

/** True when no two of the names have different domains. */
function agree(keys: readonly string[]): boolean {
  return new Set(keys.filter(hasDomain)).size <= 1;
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best));
}

/** A chain has three links at most: cut to 15 characters, whole, with its domain. */
function rootOf(heirs: ReadonlyMap<string, string>, key: string): string {
  let root = key;
  for (let next = heirs.get(root); next !== undefined; next = heirs.get(root)) root = next;
  return root;
}

function shownOf(hosts: ReadonlyMap<string, readonly string[]>, key: string): string {
  return hosts.get(key)?.[0] ?? key;
}
