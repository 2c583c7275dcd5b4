import type { DraftHost, DraftShare } from "../../contract/sheet.ts";
import { isAddress, isPossibleName } from "../../markers/host-name.ts";
import { none, ownColumns } from "./own-columns.ts";
import { isCutCell, type PrintedEntry, type PrintedObject, propertyOf } from "./printed-object.ts";

/** The property in which PowerShell says from which other computer an object came. */
const FROM_ANOTHER = "PSComputerName";

/** What PowerShell adds to an object on its way from there: no properties of the object itself. */
const added = new Set([FROM_ANOTHER, "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId"].map(folded));

/** Properties that have the computer in them, the surest first: PowerShell's, those of classes, and what people add. */
const properties = [
  ...[FROM_ANOTHER, "__SERVER", "CSName", "SystemName", "MachineName", "ComputerName", "Computer"],
  ...["Server", "ServerName", "HostName", "Host", "Node"],
].map(folded);
const ranks = new Map(properties.map((name, at) => [name, at]));
const FIRST_OF_PEOPLE = properties.indexOf("server");

/** What an object is of where it is a connection: its other end may have a name, too. */
const OTHER_END = "RemoteAddress";

/** What is of one host. */
export interface OfHost<V> {
  /** Undefined for what names none. */
  readonly host: DraftHost | undefined;
  readonly values: readonly V[];
}

/** The object without what PowerShell has added to it. */
export function ownProperties({ from, entries }: PrintedObject): PrintedObject {
  return { from, entries: entries.filter(({ label }) => !added.has(folded(label))) };
}

/** Objects with what stands below a blank line behind them and is nothing but what PowerShell adds: it is of those above. */
export function withTheirComputers(objects: readonly PrintedObject[]): readonly PrintedObject[] {
  const found: PrintedObject[] = [];
  let first = 0;
  for (const object of objects) {
    if (first === found.length || ownProperties(object).entries.length > 0) {
      found.push(object);
      if (rankedIn(object)) first = found.length;
      continue;
    }
    for (let at = first; at < found.length; at += 1) {
      const above = found[at] ?? object;
      found[at] = { ...above, entries: [...above.entries, ...object.entries] };
    }
    first = found.length;
  }
  return found;
}

/** What tells the computer of each of these objects. */
export function computersAmong(objects: readonly PrintedObject[]): (object: PrintedObject) => DraftHost | undefined {
  const connections = objects.filter((object) => propertyOf(object, OTHER_END) !== undefined);
  const columns = ownColumns(connections);
  return (object) => computerOf(object, columns);
}

/** The computer that an object names as its own; undefined when it names none. */
export function computerOf(object: PrintedObject, columns: ReadonlySet<string> = none): DraftHost | undefined {
  const isConnected = propertyOf(object, OTHER_END) !== undefined;
  const last = isConnected ? FIRST_OF_PEOPLE : properties.length;
  const isNamed = (entry: PrintedEntry) => rankOf(entry) < last || columns.has(folded(entry.label));
  const named = object.entries.filter((entry) => isNamed(entry) && isNameIn(entry));
  const [best] = named.toSorted((a, b) => Number(isReachedBy(a)) - Number(isReachedBy(b)) || rankOf(a) - rankOf(b));
  const isRemote = named.some((entry) => rankOf(entry) === 0);
  return best && { name: best.value.trim(), by: best.label, from: best.from, ...(isRemote && { isRemote: true }) };
}

/** True for an object that PowerShell says the computer of. */
function rankedIn({ entries }: PrintedObject): boolean {
  return entries.some((entry) => rankOf(entry) === 0);
}

function rankOf({ label }: PrintedEntry): number {
  return ranks.get(folded(label)) ?? properties.length;
}

/** A computer that was reached by its address may have its name beside it. */
function isReachedBy({ value }: PrintedEntry): boolean {
  return isAddress(value.trim());
}

function isNameIn({ value }: PrintedEntry): boolean {
  const name = value.trim();
  return !isCutCell(name) && isPossibleName(name);
}

/** The values by the hosts that they name, in the order in which these come first. */
export function byHost<V>(values: readonly V[], hostOf: (value: V) => DraftHost | undefined): readonly OfHost<V>[] {
  const groups = new Map<string, { readonly host: DraftHost | undefined; readonly values: V[] }>();
  for (const value of values) {
    const host = hostOf(value);
    const key = host?.name.toUpperCase() ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { host, values: [value] });
    else group.values.push(value);
  }
  return [...groups.values()];
}

/** What a reading says of hosts: one that all objects are of, or the shares of several. Of nothing read it says none. */
export function hostsOf<R, T>(
  shares: readonly DraftShare<R, T>[],
): { readonly host?: DraftHost | undefined; readonly shares?: readonly DraftShare<R, T>[] } {
  const read = shares.filter(({ records }) => records.length > 0);
  return read.length > 1 ? { shares: read } : { host: read[0]?.host };
}

function folded(label: string): string {
  return label.toLowerCase();
}
