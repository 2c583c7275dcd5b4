import { portOf } from "../facts/services.ts";
import { canonical, isName, LOOPBACK, quadOf, WILDCARD } from "./addresses.ts";
import { type Columns, FIRST_PORT_NAME, portCode, portOfCode } from "./columns.ts";
import type { Masks } from "./masks.ts";

/** What a table gives away about the host it was captured on. */
export interface OwnHost {
  /** What is known of each address of the table, by its id: the marks below. */
  readonly marks: Uint8Array;
  /** Codes of the local ports of LISTENING rows, service names as numbers where these are known. */
  readonly listening: ReadonlySet<number>;
}

/** Marks of an address. */
export const IS_LOOPBACK = 1;
export const IS_WILDCARD = 2;
/** A host name: netstat without -n prints them. */
export const IS_NAME = 4;
/** As the foreign address of a row it is certainly this host. */
export const IS_OWN = 8;
/** Nobody knows which address it is, so it has no other mark. */
export const IS_MASKED = 16;

/** Local addresses that a host is known again by; hardly a table has more. */
const MOST_ADDRESSES = 64;

/** All texts are canonical forms. */
interface Learned {
  /** Specific local addresses of the table, UDP rows included; neither wildcards nor loopback. */
  readonly addresses: Set<string>;
  /** Names of this host, and the short names of those that have a domain. */
  readonly names: Set<string>;
  /** Names of this host that came without a domain: they match whatever domain netstat appends. */
  readonly shortNames: Set<string>;
}

/**
 * What the rows of one table and, when it is known, the computer's name say about the host itself. A name counts as the
 * host's own when it stands in the local column, or for the wildcard in the foreign column of a LISTENING row: there
 * netstat without -n prints the name of the computer.
 */
export function ownHost(columns: Columns, masks: Masks, computerName: string | undefined): OwnHost {
  const own: Learned = { addresses: new Set(), names: new Set(), shortNames: new Set() };
  if (computerName !== undefined) learn(own, canonical(computerName));
  learnLocal(own, columns, masks);
  const listening = learnListeners(own, columns, masks);
  return { marks: marksOf(own, columns, masks), listening };
}

/** The first specific addresses in the local column: what a table has in common with others of its host. */
export function localAddresses({ addresses, localAddress }: Columns, { marks }: OwnHost): readonly string[] {
  const found = new Set<string>();
  for (const address of localAddress) {
    if (found.size >= MOST_ADDRESSES) break;
    if (((marks[address] ?? 0) & (IS_LOOPBACK | IS_WILDCARD | IS_NAME | IS_MASKED)) === 0)
      found.add(addresses.texts[address] ?? "");
  }
  return [...found].map((text) => text.split("%", 1)[0] ?? text);
}

/** The code of a port, by number when the number of its service is known. */
export function numberedPort(columns: Columns, code: number): number {
  return code < FIRST_PORT_NAME ? code : portCode(columns.portNames, portOf(portOfCode(columns, code)));
}

function learnLocal(own: Learned, { addresses, localAddress }: Columns, masks: Masks): void {
  const seen = new Uint8Array(addresses.texts.length);
  for (const address of localAddress) {
    if (seen[address] === 1) continue;
    seen[address] = 1;
    if (masks.addresses[address] === 1) continue;
    learn(own, canonical(addresses.texts[address] ?? ""));
  }
}

/** Learns the names in the foreign column of LISTENING rows and gives the ports of these. */
function learnListeners(own: Learned, columns: Columns, masks: Masks): ReadonlySet<number> {
  const { rows, addresses, states, state, localPort, foreignAddress, foreignPort } = columns;
  const listening = new Set<number>();
  const listens = states.numbers.get("LISTENING");
  if (listens === undefined) return listening;
  for (let row = 0; row < rows; row += 1) {
    if (state[row] !== listens) continue;
    listening.add(numberedPort(columns, localPort[row] ?? 0));
    const foreign = foreignAddress[row] ?? 0;
    if (foreignPort[row] !== 0 || addresses.quads[foreign] !== undefined) continue;
    if (masks.addresses[foreign] === 1) continue;
    const form = canonical(addresses.texts[foreign] ?? "");
    if (isName(form)) learn(own, form);
  }
  return listening;
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

function marksOf(own: Learned, { addresses }: Columns, masks: Masks): Uint8Array {
  const ownQuads = new Set([...own.addresses].map(quadOf));
  const marks = new Uint8Array(addresses.texts.length);
  let address = 0;
  for (const text of addresses.texts) {
    const quad = addresses.quads[address];
    if (masks.addresses[address] === 1) marks[address] = IS_MASKED;
    else marks[address] = quad === undefined ? marksOfForm(own, canonical(text)) : marksOfQuad(ownQuads, quad);
    address += 1;
  }
  return marks;
}

function marksOfQuad(own: ReadonlySet<number | undefined>, quad: number): number {
  if (quad >>> 24 === 127) return IS_LOOPBACK;
  if (quad === 0) return IS_WILDCARD;
  return own.has(quad) ? IS_OWN : 0;
}

function marksOfForm(own: Learned, form: string): number {
  if (form === LOOPBACK) return IS_LOOPBACK;
  if (form === WILDCARD) return IS_WILDCARD;
  if (!isName(form)) return own.addresses.has(form) ? IS_OWN : 0;
  return IS_NAME | (isOwnName(own, form) ? IS_OWN : 0);
}

function isOwnName({ names, shortNames }: Learned, name: string): boolean {
  return names.has(name) || (name.includes(".") && shortNames.has(shortName(name)));
}

function shortName(name: string): string {
  return name.slice(0, name.indexOf("."));
}
