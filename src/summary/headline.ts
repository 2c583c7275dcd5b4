import type { Snapshot } from "./connection-report.ts";

/** How much of the host's connections a table shows: of two tables the one with the larger number shows more. */
export type Width = number;

/** What decides which of a host's tables the headline numbers are of. */
export interface Candidate {
  readonly width: Width;
  readonly time: string | null;
}

/** Programs behind a pipe that let only some lines through. */
const filters = /\|\s{0,20}(?:findstr|find|select-string|sls|where-object|where|grep|\?)(?![\w-])/i;

/** Longest part of a command that is looked at. */
const LONGEST_COMMAND = 400;

/**
 * The width of a table. A table with the offload column is always wider than one without; then count, in this order:
 * any rows at all, a command that leaves nothing out, LISTENING rows (-a), UDP rows.
 */
export function widthOf(
  capture: { readonly command: string | null },
  snapshot: Pick<Snapshot, "hasOffloadState" | "connections">,
): Width {
  const { connections, hasOffloadState } = snapshot;
  const marks = [
    hasOffloadState,
    connections.total > 0,
    !leavesRowsOut(capture.command ?? ""),
    (connections.byState["LISTENING"] ?? 0) > 0,
    connections.udp > 0,
  ];
  return marks.reduce((width, mark) => width * 2 + Number(mark), 0);
}

/**
 * True when the later of two tables is to be preferred: it is wider, or as wide and not older. Tables whose time is
 * known count as newer than those without, so that the choice does not depend on how tables were put together.
 */
export function isPreferred(later: Candidate, earlier: Candidate): boolean {
  if (later.width !== earlier.width) return later.width > earlier.width;
  return (later.time ?? "") >= (earlier.time ?? "");
}

/** True for a command that restricts netstat to one protocol (-p) or drops lines of its output. */
export function leavesRowsOut(command: string): boolean {
  const text = command.slice(0, LONGEST_COMMAND);
  if (filters.test(text)) return true;
  const [netstat = ""] = text.split(/[|>]/, 1);
  return netstat.split(/\s+/).some((word) => /^[-/–—][a-z]{1,20}$/i.test(word) && /p/i.test(word));
}
