import { counted } from "../../facts/in-words.ts";
import type { TableEvidence } from "../../summary/index.ts";
import { tablesOffloadedBefore } from "../refutation.ts";

/** What the table counts, as a sentence without a percentage. */
export function countsText(table: TableEvidence | undefined): string {
  if (table === undefined) return "No connection table was captured.";
  const { hasOffloadState, raw, eligible, unreadRows = 0, connections } = table.snapshot;
  if (!hasOffloadState && raw.total === 0) return "The connection table has no Offload State column.";
  const { offloaded, total, transitional, ratio } = eligible;
  const moving = transitional === 0 ? "" : ` ${transitional} more ${be(transitional)} changing state.`;
  const unread = unreadText(unreadRows, connections.byOffloadState.unknown);
  if (total === 0 && unread !== "") return `${unread.trim()}${moving}`;
  if (total === 0 && transitional > 0)
    return `${transitional === 1 ? "The only eligible connection is" : `All ${transitional} eligible connections are`} changing state.`;
  if (total === 0) return "The table contains no connection that could be offloaded.";
  return `${share(offloaded, total, transitional)}${ratio === null ? "; that is too few to judge by" : ""}.${moving}${unread}${earlierText(table)}`;
}

function unreadText(rows: number, states: number): string {
  return [
    ...(rows === 0 ? [] : [` ${counted(rows, "row")} could not be read.`]),
    ...(states === 0 ? [] : [` The offload state of ${counted(states, "row")} is not known.`]),
  ].join("");
}

/** What the last table before this one with offloaded connections counts, where this one has none. */
function earlierText(table: TableEvidence): string {
  if (table.snapshot.eligible.offloaded > 0) return "";
  const earlier = tablesOffloadedBefore(table).at(-1);
  if (earlier === undefined) return "";
  const { source, line, eligible } = earlier;
  return ` In an earlier table (${source}:${line}) ${eligible.offloaded} of ${eligible.total} were offloaded.`;
}

function share(offloaded: number, total: number, moving: number): string {
  if (total === 1) return `The only eligible connection is ${offloaded === 1 ? "" : "not "}offloaded`;
  if (offloaded === 0) return `None of ${total} eligible connections is offloaded`;
  if (offloaded === total && moving <= total) return `All ${total} eligible connections are offloaded`;
  return `${offloaded} of ${total} eligible connections ${be(offloaded)} offloaded`;
}

function be(count: number): string {
  return count === 1 ? "is" : "are";
}
