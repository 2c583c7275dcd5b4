import { printableJson } from "./printable.ts";

/** Line ends and blanks between values: as people read it, or none. */
export type JsonLayout = "indented" | "compact";

/** Characters in a piece, about: large enough to be cheap to write, small enough to hold. */
const A_PIECE = 64 * 1024;

/** Values in what is made into text at once; of strings none is long, because what is quoted is cut. */
const MOST_AT_ONCE = 2000;

const INDENT = "  ";

/**
 * What `JSON.stringify` makes of plain JSON data, printable, in pieces: the whole of a large report takes several times
 * its own size in memory.
 */
export function* jsonPieces(value: object, layout: JsonLayout): Generator<string> {
  let piece = "";
  for (const part of partsOf(value, layout, 0)) {
    piece += part;
    if (piece.length < A_PIECE) continue;
    yield printableJson(piece);
    piece = "";
  }
  yield printableJson(piece);
}

function* partsOf(value: unknown, layout: JsonLayout, depth: number): Generator<string> {
  const isList = Array.isArray(value);
  if (typeof value !== "object" || value === null || roomLeft(value, MOST_AT_ONCE) > 0) {
    yield stringified(value, layout, depth);
    return;
  }
  const entries = Object.entries(value).filter(([, one]) => isList || one !== undefined);
  const [open, close] = isList ? "[]" : "{}";
  let before = `${open}${lineEnd(layout, depth + 1)}`;
  for (const [key, one] of entries) {
    yield isList ? before : `${before}${JSON.stringify(key)}:${layout === "indented" ? " " : ""}`;
    yield* partsOf(one, layout, depth + 1);
    before = `,${lineEnd(layout, depth + 1)}`;
  }
  yield entries.length === 0 ? `${open}${close}` : `${lineEnd(layout, depth)}${close}`;
}

/** How many more values there is room for behind these; none once it is used up, and no more are counted then. */
function roomLeft(value: unknown, room: number): number {
  let left = room - 1;
  if (typeof value !== "object" || value === null) return left;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (let at = 0; at < parts.length && left > 0; at += 1) left = roomLeft(parts[at], left);
  return left;
}

function stringified(value: unknown, layout: JsonLayout, depth: number): string {
  // A list has null for what is not there; an object leaves it out.
  const whole = JSON.stringify(value ?? null, null, layout === "indented" ? INDENT : "");
  // Within strings a line end is an escape.
  return layout === "indented" ? whole.replaceAll("\n", lineEnd(layout, depth)) : whole;
}

function lineEnd(layout: JsonLayout, depth: number): string {
  return layout === "indented" ? `\n${INDENT.repeat(depth)}` : "";
}
