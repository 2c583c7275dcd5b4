import P from "parsimmon";
import { sourceOf } from "./cells.ts";
import type { RowDraft } from "./connection.ts";
import { draftOf } from "./row.ts";
import { offloadWords } from "./row-words.ts";

const optional = (cell: "state" | "processId" | "offloadState") => `(?:${sourceOf("gap")}(${sourceOf(cell)}))?`;
const endpoint = `${sourceOf("gap")}(${sourceOf("address")})${sourceOf("portSign")}(${sourceOf("port")})`;
const row =
  `${sourceOf("margin")}(${sourceOf("protocol")})${sourceOf("ipVersion")}${endpoint}${endpoint}` +
  `${optional("state")}${optional("processId")}${optional("offloadState")}${sourceOf("margin")}\\n`;

/** Looks ahead over blank lines: another row follows, or nothing at all. */
const nothingBelow = `(?=${sourceOf("blankLines")}(?:${sourceOf("protocol", "ipVersion", "gap")}|$))`;

/** A row with whatever below it. */
export const fastRow: P.Parser<RowDraft> = composed(row);

const loneRow = readerOf(`${row}${nothingBelow}`);

/**
 * Rows that no line below can belong to, one or more: as most rows are, and so they are tried first. They are read
 * without the combinators in between, whose replies are half the cost of a row.
 */
export const fastLoneRows: P.Parser<readonly RowDraft[]> = P((input, at) => {
  const drafts: RowDraft[] = [];
  let end = at;
  for (let found = loneRow(input, end); found !== undefined; found = loneRow(input, end)) {
    drafts.push(found.draft);
    end = found.end;
  }
  return drafts.length === 0 ? P.makeFailure(at, "a row") : P.makeSuccess(end, drafts);
});

/**
 * The row as one regular expression, composed of its cells: it reads what the row of `rowLanguage` reads and nothing
 * else, seven times as fast. The bench row that needs it is "our grammar" of `loops`.
 */
function composed(pattern: string): P.Parser<RowDraft> {
  const rowAt = readerOf(pattern);
  return P((input, at) => {
    const found = rowAt(input, at);
    return found === undefined ? P.makeFailure(at, "a row") : P.makeSuccess(found.end, found.draft);
  });
}

/** Makes the reader of the row that begins at an offset; it gives the offset of the row's end as well. */
function readerOf(pattern: string): (input: string, at: number) => { draft: RowDraft; end: number } | undefined {
  const sticky = new RegExp(pattern, "y");
  return (input, at) => {
    sticky.lastIndex = at;
    const match = sticky.exec(input);
    const draft = match === null ? undefined : draftIn(match);
    return draft === undefined ? undefined : { draft, end: sticky.lastIndex };
  };
}

function draftIn(match: RegExpExecArray): RowDraft | undefined {
  const [, protocol, local, localPort, foreign, foreignPort, state, processId, offloadState] = match;
  if (protocol === undefined || local === undefined || localPort === undefined) return undefined;
  if (foreign === undefined || foreignPort === undefined) return undefined;
  // TCP has a state, UDP has none, and an offload state in its place is none either.
  if ((protocol === "TCP") !== (state !== undefined)) return undefined;
  if (state !== undefined && offloadWords.has(state)) return undefined;
  return draftOf(protocol, local, localPort, foreign, foreignPort, state, processId, offloadState);
}
