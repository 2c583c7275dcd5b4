import type { OffloadState } from "../../grammar/index.ts";
import { endpoint } from "../summary/index.ts";
import {
  type ConnectionChange,
  type ConnectionChanges,
  type ConnectionSide,
  connectionMoves,
  type ListedConnections,
} from "./compared-connections.ts";
import { endsOf, type KeptTable, offloadStateAt } from "./kept-tables.ts";

type Move = (typeof connectionMoves)[number];

/** Connections listed of one sort. */
const MOST_EXAMPLES = 20;

/** Compares two tables connection by connection. */
export function connectionChanges(before: KeptTable, after: KeptTable): ConnectionChanges {
  const partners = matched(before, after);
  const lists = new Map<Move, { count: number; offloaded: number; examples: ConnectionChange[] }>();
  const stays = new Uint8Array(before.ends.length);
  let both = 0;
  let unchanged = 0;
  const add = (move: Move, one: number, other: number) => {
    const list = lists.get(move) ?? { count: 0, offloaded: 0, examples: [] };
    list.count += 1;
    const last = other < 0 ? offloadStateAt(before, one) : offloadStateAt(after, other);
    if (last === "offloaded") list.offloaded += 1;
    if (list.examples.length < MOST_EXAMPLES) list.examples.push(changeOf(before, one, after, other));
    lists.set(move, list);
  };
  for (const [other, one] of partners.entries()) {
    if (one < 0) {
      add("new", -1, other);
      continue;
    }
    both += 1;
    stays[one] = 1;
    const move = moveOf(offloadStateAt(before, one), offloadStateAt(after, other));
    if (move === undefined) unchanged += 1;
    else add(move, one, other);
  }
  for (const [one, stay] of stays.entries()) if (stay === 0) add("gone", one, -1);
  return {
    before: before.ends.length,
    after: after.ends.length,
    both,
    matchedBy: hasProcessIds(before) && hasProcessIds(after) ? "processId" : "addresses",
    incomplete: before.isCut || after.isCut,
    unchanged,
    ...listsOf((move) => lists.get(move) ?? { count: 0, offloaded: 0, examples: [] }),
  };
}

function listsOf(listOf: (move: Move) => ListedConnections): { readonly [M in Move]: ListedConnections } {
  // The entries are those of all moves.
  return Object.fromEntries(connectionMoves.map((move) => [move, listOf(move)])) as { [M in Move]: ListedConnections };
}

function moveOf(before: OffloadState, after: OffloadState): Move | undefined {
  if (after === "offloaded") return before === "offloaded" ? undefined : "newlyOffloaded";
  if (before === "offloaded") return "uploadedBack";
  if (before === "inHost") return after === "inHost" ? undefined : "setOut";
  return after === "inHost" ? "cameBack" : "stuck";
}

/** For each connection after its index before, or -1: by its ends and process id, then by its ends where an id is missing. */
function matched(before: KeptTable, after: KeptTable): Int32Array {
  const exact = new Map(before.ends.map((ends, at) => [`${ends}\n${before.processIds[at]}`, at]));
  const partners = Int32Array.from(after.ends, (ends, at) => {
    const key = `${ends}\n${after.processIds[at]}`;
    const found = exact.get(key) ?? -1;
    exact.delete(key);
    return found;
  });
  const withId = new Map<string, number>();
  const withoutId = new Map<string, number>();
  // Of several the first one counts, as it does the other way round.
  for (const at of [...exact.values()].reverse()) {
    const rest = (before.processIds[at] ?? -1) < 0 ? withoutId : withId;
    rest.set(before.ends[at] ?? "", at);
  }
  return partners.map((partner, at) => {
    if (partner >= 0) return partner;
    const rest = (after.processIds[at] ?? -1) < 0 ? withId : withoutId;
    const ends = after.ends[at] ?? "";
    const found = rest.get(ends) ?? -1;
    rest.delete(ends);
    return found;
  });
}

function hasProcessIds({ processIds }: KeptTable): boolean {
  return processIds.length > 0 && processIds.every((id) => id >= 0);
}

function changeOf(before: KeptTable, one: number, after: KeptTable, other: number): ConnectionChange {
  const [localAddress, localPort, address, port] = endsOf((one < 0 ? after.ends[other] : before.ends[one]) ?? "");
  return {
    connection: `TCP ${endpoint(localAddress, localPort)} → ${endpoint(address, port)}`,
    before: one < 0 ? null : sideOf(before, one),
    after: other < 0 ? null : sideOf(after, other),
  };
}

function sideOf(table: KeptTable, at: number): ConnectionSide {
  return { source: table.source, line: table.lines[at] ?? 1, offloadState: offloadStateAt(table, at) };
}
