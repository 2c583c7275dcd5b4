import P from "parsimmon";
import { ahead, blankLine, line, type Part, readLine } from "../../contract/lines.ts";
import { rest } from "../../lexicon/lexemes.ts";
import type { RowDraft } from "./connection.ts";
import { evidenceLanguage } from "./evidence.ts";
import { fastRow } from "./fast-row.ts";
import { wordsLine } from "./headings.ts";
import { joinsOf, MOST_PIECES } from "./joins.ts";
import { ownerLanguage } from "./owners.ts";
import {
  anyCell,
  gap,
  margin,
  offloadState,
  processId,
  protocol,
  protocolAlone,
  rowLanguage,
  rowStart,
  state,
} from "./row.ts";
import { isKnownState } from "./row-words.ts";
import { lineText, type Table, tableOf } from "./whole-table.ts";

/** A row that a mail program (at a gap) or a console (anywhere) broke into several lines. */
interface WrappedRow {
  readonly draft: RowDraft;
  /** True when the same lines also make another row whose words are known as well, or as little. */
  readonly isAmbiguous: boolean;
}

interface FirstLine {
  readonly text: string;
  /** The row that it is by itself. */
  readonly row: RowDraft | undefined;
}

interface Piece {
  readonly text: string;
  /** How many lines it takes: two where a blank one stands above it. */
  readonly lines: number;
}

/** One way to join the first line with some of the pieces below it. */
interface Joining {
  readonly draft: RowDraft;
  readonly score: number;
  /** How many lines below the first belong to it. */
  readonly below: number;
  readonly isOverBlank: boolean;
}

/** Longest text a row is put together to: two addresses of 255 characters are not wrapped by anybody. */
const LONGEST_ROW = 400;

/** Ways to join that are followed at a time; at a width nobody uses, the later ones are not tried. */
const MOST_WAYS = 16;

const end = margin.then(P.eof);
const recordLine = line("piece", "record", rest);
const { endpoint } = rowLanguage;

const noPiece = P.alt<unknown>(
  ...[
    rowStart,
    evidenceLanguage.marked,
    ownerLanguage.executable,
    protocolAlone,
    blankLine,
    fastRow,
    ownerLanguage.refusal,
    wordsLine,
  ],
);
const piece = P.seqMap(blankLine.atMost(1), P.notFollowedBy(noPiece).then(lineText), (blank, text) => ({
  text,
  lines: blank.length + 1,
}));

/** The row that its first line is by itself: one with an offload state lacks nothing. */
const rowAlone = fastRow
  .assert(({ offloadState: own }) => own === undefined, "a row that lacks its offload state")
  .or(P.notFollowedBy(fastRow).result(undefined));

//   TCP    192.0.2.10:445         198.51.
const begunRow = margin
  .then(protocol)
  .chain((name) =>
    name.startsWith("UDP")
      ? begun(endpoint, endpoint, processId)
      : begun(endpoint, endpoint, state, processId, offloadState).or(begun(endpoint, endpoint, state, offloadState)),
  );

/** Such cells as far as they go: the last one that is there may be anything. */
function begun(...cells: readonly P.Parser<unknown>[]): P.Parser<unknown> {
  return cells.reduceRight<P.Parser<unknown>>(
    (more, cell) => P.alt(gap.then(cell).then(more), gap.then(anyCell).then(end), end),
    end,
  );
}

//   TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED
// 4536     InHost
/** A row on several lines of the text: of all ways to join them the one whose words are known. */
export function wrappedRowIn(text: string): P.Parser<Required<Part<WrappedRow>>> {
  const table = tableOf(text);
  const broken = P.seq(ahead(lineText.then(piece)).then(ahead(rowAlone)), lineText, piece.times(1, MOST_PIECES));
  return ahead(broken).chain(([row, first, pieces]) => {
    const best = bestOf({ row, text: first }, joinings([first], pieces, 0, table), table);
    return best === undefined
      ? P.fail("a row on several lines")
      : recordLine.times(best.below + 1).map((lines) => ({ lines, value: best }));
  });
}

function bestOf(first: FirstLine, found: readonly Joining[], table: Table): (Joining & WrappedRow) | undefined {
  const fitting = found.filter((joining) => isBetterThanAlone(joining, first, table));
  const [best, ...others] = fitting.toSorted((one, other) => other.score - one.score || other.below - one.below);
  if (best === undefined) return undefined;
  const rivals = others.filter(({ below, score }) => below === best.below && known(score) === known(best.score));
  return { ...best, isAmbiguous: rivals.length > 0 };
}

/** A row that is whole already takes more lines only when it gains by them; a component of `-b` may stand below it. */
function isBetterThanAlone({ draft, score, isOverBlank }: Joining, { row, text }: FirstLine, table: Table): boolean {
  if (row === undefined || known(score) > known(scoreOf(row, table))) return true;
  if ((isOverBlank && !table.isDoubleSpaced()) || draft.state !== row.state || draft.foreignPort !== row.foreignPort)
    return false;
  if (score < scoreOf(row, table)) return false;
  // Digits go on with a process id only where the line ends because the console does: a page number stands alone too.
  return row.pid === undefined || text.length >= table.longestLine();
}

/** Every row that the texts make with the first of the pieces, with the first two, and so on. */
function joinings(
  texts: readonly string[],
  [next, ...later]: readonly Piece[],
  above: number,
  table: Table,
): readonly Joining[] {
  if (next === undefined || texts.length === 0) return [];
  const joined = new Map(texts.flatMap((text) => joinsOf(text, next.text)).map((text) => [cellsOf(text), text]));
  const going = [...joined.values()].filter((text) => text.length <= LONGEST_ROW && begunRow.parse(text).status);
  const followed = going.slice(0, MOST_WAYS);
  const below = above + next.lines;
  const rows = followed.flatMap((text) => readLine(fastRow, text) ?? []);
  const isOverBlank = next.lines > 1;
  const here = rows.map((draft) => ({ draft, score: scoreOf(draft, table), below, isOverBlank }));
  const more = joinings(followed, later, below, table);
  return [...here, ...(isOverBlank ? more.map((joining) => ({ ...joining, isOverBlank })) : more)];
}

function cellsOf(text: string): string {
  return text.trim().replaceAll(/[ \t]+/g, " ");
}

/** How much of a row is known words: its ports and its state first, then its offload state, then its process id. */
function scoreOf(row: RowDraft, { hasState }: Table): number {
  const ports = [row.localPort, row.foreignPort].filter((port) => typeof port === "number" || port === "*");
  const isStateKnown = row.state === undefined || isKnownState(row.state) || hasState(row.state);
  return (
    ports.length * 8 +
    (isStateKnown ? 4 : 0) +
    (row.offloadState === undefined ? 0 : 2) +
    (row.pid === undefined ? 0 : 1)
  );
}

/** The part of a score that words make: any digits are a process id. */
function known(score: number): number {
  return Math.floor(score / 2);
}
