import { printableJson } from "./printable.ts";

/** Line ends and blanks between values: as people read it, or none. */
export type JsonLayout = "indented" | "compact";

/** Characters in a piece, about: large enough to be cheap to write, small enough to hold. */
const A_PIECE = 64 * 1024;

/** How deep lists and objects are taken apart; what is in them below that is small, such as one table of many. */
const DEEPEST = 6;

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
  if (typeof value !== "object" || value === null || depth === DEEPEST) {
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

function stringified(value: unknown, layout: JsonLayout, depth: number): string {
  // A list has null for what is not there; an object leaves it out.
  const whole = JSON.stringify(value ?? null, null, layout === "indented" ? INDENT : "");
  // Within strings a line end is an escape.
  return layout === "indented" ? whole.replaceAll("\n", lineEnd(layout, depth)) : whole;
}

function lineEnd(layout: JsonLayout, depth: number): string {
  return layout === "indented" ? `\n${INDENT.repeat(depth)}` : "";
}
