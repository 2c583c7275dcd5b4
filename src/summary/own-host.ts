import type { Connection } from "../../grammar/netstat.ts";
import { portOf } from "../facts/services.ts";
import { type Canonical, isName, LOOPBACK, WILDCARD } from "./addresses.ts";

/** What a table gives away about the host it was captured on. All texts are canonical forms. */
export interface OwnHost {
  /** Specific local addresses of the table, UDP rows included; neither wildcards nor loopback. */
  readonly addresses: ReadonlySet<string>;
  /** Names of this host, and the short names of those that have a domain. */
  readonly names: ReadonlySet<string>;
  /** Names of this host that came without a domain: they match whatever domain netstat appends. */
  readonly shortNames: ReadonlySet<string>;
  /** Local ports of LISTENING rows; a service name only when its number is not known. */
  readonly listening: ReadonlySet<number | string>;
}

/**
 * What the rows of one table and, when it is known, the computer's name say about the host itself. A name counts as the
 * host's own when it stands in the local column, or for the wildcard in the foreign column of a LISTENING row: there
 * netstat without -n prints the name of the computer.
 */
export function ownHost(
  records: readonly Connection[],
  canonical: Canonical,
  computerName: string | undefined,
): OwnHost {
  const own = { addresses: new Set<string>(), names: new Set<string>(), shortNames: new Set<string>() };
  const listening = new Set<number | string>();
  if (computerName !== undefined) learn(own, canonical(computerName));
  let previous = "";
  for (const record of records) {
    // Tables are sorted by local address, so most rows repeat the one before.
    if (record.localAddress !== previous) {
      previous = record.localAddress;
      learn(own, canonical(previous));
    }
    if (record.state !== "LISTENING") continue;
    listening.add(portOf(record.localPort));
    if (record.foreignPort === 0) {
      const foreign = canonical(record.foreignAddress);
      if (isName(foreign)) learn(own, foreign);
    }
  }
  return { ...own, listening };
}

/** True when the foreign address (in canonical form) is certainly this host. */
export function isOwn(own: OwnHost, foreign: string): boolean {
  if (own.addresses.has(foreign)) return true;
  if (own.names.size === 0 || !isName(foreign)) return false;
  return own.names.has(foreign) || (foreign.includes(".") && own.shortNames.has(shortName(foreign)));
}

interface Learned {
  readonly addresses: Set<string>;
  readonly names: Set<string>;
  readonly shortNames: Set<string>;
}

function learn(own: Learned, canonical: string): void {
  if (canonical === LOOPBACK || canonical === WILDCARD) return;
  if (!isName(canonical)) {
    own.addresses.add(canonical);
    return;
  }
  own.names.add(canonical);
  if (canonical.includes(".")) own.names.add(shortName(canonical));
  else own.shortNames.add(canonical);
}

function shortName(name: string): string {
  return name.slice(0, name.indexOf("."));
}
