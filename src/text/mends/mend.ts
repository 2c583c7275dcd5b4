import type { Line, Piece, Place } from "../../../grammar/contract/place.ts";
import type { Written } from "../../../grammar/hints/expressions.ts";

/**
 * Replaces the characters from index `from` up to index `to` of a line by `text`. A "\n" in `text` ends the line there,
 * so one line becomes several; equal indexes insert.
 */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * One way in which text is mangled on its way here: the edits that undo it on one line, in ascending order and without
 * overlap.
 */
export interface Mend {
  (text: string): readonly Edit[];
  /** What every line holds that it has something to do on. */
  readonly hint: () => Written;
}

/** What a mend gives for a line that it leaves alone. */
export const untouched: readonly Edit[] = [];

/** Makes a mend that is asked about the lines with a hint of it alone. */
export function mendWhere(hint: RegExp, edits: (text: string) => readonly Edit[]): Mend {
  return Object.assign((text: string) => (hint.test(text) ? edits(text) : untouched), { hint: () => hint });
}

/** A line while it is put together. */
interface Draft {
  text: string;
  readonly pieces: [Piece, ...Piece[]];
}

/**
 * All matches of a global pattern. Does what `matchAll` does, which makes a new regular expression for every call and
 * so is ten times slower on a line.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return matches;
}

/** The edits that replace each match of a global pattern by what `replacement` gives; undefined leaves a match alone. */
export function replacing(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of matchesOf(text, pattern)) {
    const by = replacement(match);
    if (by !== undefined) edits.push({ from: match.index, to: match.index + match[0].length, text: by });
  }
  return edits;
}

/**
 * The lines that a line becomes by the edits; every character keeps its place in the source. Text of another length
 * than what it replaces has the place of its first character. A blank rest behind the last line end is dropped.
 */
export function edited(line: Line, edits: readonly Edit[]): readonly Line[] {
  const lines: Line[] = [];
  const piecesOf = follow(line.pieces);
  let draft = begun(piecesOf(0, 0));
  // A line that an edit begins has the edit's place until it has text, which may stand on the next line of the source.
  let fresh: Draft | undefined;
  let kept = 0;
  const add = (text: string, pieces: readonly [Piece, ...Piece[]]): void => {
    if (draft === fresh && text !== "") draft = begun(pieces);
    append(draft, text, pieces);
  };
  for (const { from, to, text } of edits) {
    add(line.text.slice(kept, from), piecesOf(kept, from));
    const places = piecesOf(from, text.length === to - from ? to : from);
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) {
        lines.push(draft);
        draft = begun(places);
        fresh = draft;
      }
      add(part, places);
    }
    kept = to;
  }
  add(line.text.slice(kept), piecesOf(kept, Number.POSITIVE_INFINITY));
  if (lines.length === 0 || draft.text.trim() !== "") lines.push(draft);
  return lines;
}

function begun([first]: readonly [Place, ...Place[]]): Draft {
  return { text: "", pieces: [{ at: 0, line: first.line, column: first.column }] };
}

/**
 * Adds text whose pieces are counted from its own beginning. Pieces that go on where the last one ends are no new ones;
 * of a line that lost all its text the place remains.
 */
function append(draft: Draft, text: string, pieces: readonly Piece[]): void {
  for (const { at, line, column } of pieces) {
    const piece = { at: draft.text.length + at, line, column };
    const last = draft.pieces.at(-1) ?? draft.pieces[0];
    if (text === "" && last.line === line) continue;
    if (last.at === piece.at && last.line === line) draft.pieces[draft.pieces.length - 1] = piece;
    else if (last.line !== line || piece.at - last.at !== column - last.column) draft.pieces.push(piece);
  }
  draft.text += text;
}

/**
 * Gives the pieces of a stretch [from, to) of a line, counted from the beginning of the stretch; one piece at least.
 * The stretches have to be asked for in ascending order, which makes all of them together cost one walk.
 */
function follow(pieces: readonly [Piece, ...Piece[]]): (from: number, to: number) => [Piece, ...Piece[]] {
  let current = 0;
  return (from, to) => {
    while ((pieces[current + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) current += 1;
    const first = pieces[current] ?? pieces[0];
    const found: [Piece, ...Piece[]] = [{ at: 0, line: first.line, column: first.column + from - first.at }];
    for (let next = current + 1; next < pieces.length; next += 1) {
      const piece = pieces[next];
      if (piece === undefined || piece.at >= to) break;
      found.push({ at: piece.at - from, line: piece.line, column: piece.column });
    }
    return found;
  };
}
