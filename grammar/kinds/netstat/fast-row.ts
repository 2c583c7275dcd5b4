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

const loneRow = new RegExp(row + nothingBelow, "y");

/**
 * Rows that no line below can belong to, one or more: as most rows are, and so they are tried first. They are read
 * without the combinators in between, whose replies are half the cost of a row.
 */
export const fastLoneRows: P.Parser<readonly RowDraft[]> = P((input, at) => {
  const drafts: RowDraft[] = [];
  let end = at;
  loneRow.lastIndex = at;
  for (let match = loneRow.exec(input); match !== null; match = loneRow.exec(input)) {
    const draft = draftIn(match);
    if (draft === undefined) break;
    drafts.push(draft);
    end = loneRow.lastIndex;
  }
  return drafts.length === 0 ? P.makeFailure(at, "a row") : P.makeSuccess(end, drafts);
});

/**
 * The row as one regular expression, composed of its cells: it reads what the row of `rowLanguage` reads and nothing
 * else, seven times as fast. The bench row that needs it is "our grammar" of `loops`.
 */
function composed(pattern: string): P.Parser<RowDraft> {
  const sticky = new RegExp(pattern, "y");
  return P((input, at) => {
    sticky.lastIndex = at;
    const match = sticky.exec(input);
    const draft = match === null ? undefined : draftIn(match);
    return draft === undefined ? P.makeFailure(at, "a row") : P.makeSuccess(sticky.lastIndex, draft);
  });
}

/** By index: to take the groups apart by a pattern costs as much as all the rest of the row. */
function draftIn(match: RegExpExecArray): RowDraft | undefined {
  const protocol = match[1];
  const local = match[2];
  const localPort = match[3];
  const foreign = match[4];
  const foreignPort = match[5];
  const state = match[6];
  if (protocol === undefined || local === undefined || localPort === undefined) return undefined;
  if (foreign === undefined || foreignPort === undefined) return undefined;
  // TCP has a state, UDP has none, and an offload state in its place is none either.
  if ((protocol === "TCP") !== (state !== undefined)) return undefined;
  if (state !== undefined && offloadWords.has(state)) return undefined;
  return draftOf(protocol, local, localPort, foreign, foreignPort, state, match[7], match[8]);
}
