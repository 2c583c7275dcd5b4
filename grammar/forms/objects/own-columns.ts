import { hostLabels } from "../../markers/label-words.ts";
import { type PrintedObject, propertyOf } from "./printed-object.ts";

/** The ends of a connection that are of every computer. */
const EVERYWHERE = /^(?:0\.0\.0\.0|::|127\.[\d.]+|::1|\*|)$/;

export const none: ReadonlySet<string> = new Set();

/** What a column with names of hosts has beside each end of the connections. */
interface Column {
  /** By local address the name in its row, null for several. */
  readonly byLocal: Map<string, string | null>;
  readonly byRemote: Map<string, string | null>;
  /** By name the remote address in its rows, null for several. */
  readonly remotes: Map<string, string | null>;
}

/**
 * The labels, in lower case, under which people put the computer that connections are of: such a column may be of their
 * other ends as well. It is of this end where no local address has two names, and the name does not go with the remote
 * address: one has several of the other.
 */
export function ownColumns(connections: readonly PrintedObject[]): ReadonlySet<string> {
  const columns = new Map<string, Column>();
  for (const object of connections) {
    const ends = { local: propertyOf(object, "LocalAddress") ?? "", remote: propertyOf(object, "RemoteAddress") ?? "" };
    for (const { label, value } of object.entries) {
      const folded = label.toLowerCase();
      if (!hostLabels.has(folded)) continue;
      const column = columns.get(folded) ?? { byLocal: new Map(), byRemote: new Map(), remotes: new Map() };
      columns.set(folded, column);
      note(column, ends, value.trim().toUpperCase());
    }
  }
  return new Set([...columns].flatMap(([label, column]) => (isOfThisEnd(column) ? [label] : [])));
}

function note(
  { byLocal, byRemote, remotes }: Column,
  { local, remote }: { readonly local: string; readonly remote: string },
  name: string,
): void {
  if (!EVERYWHERE.test(local)) setOrNull(byLocal, local, name);
  if (EVERYWHERE.test(remote)) return;
  setOrNull(byRemote, remote, name);
  setOrNull(remotes, name, remote);
}

function setOrNull(map: Map<string, string | null>, key: string, value: string): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === value ? value : null);
}

function isOfThisEnd({ byLocal, byRemote, remotes }: Column): boolean {
  const hasSeveral = (map: ReadonlyMap<string, string | null>) => [...map.values()].includes(null);
  return !hasSeveral(byLocal) && (hasSeveral(byRemote) || hasSeveral(remotes));
}
