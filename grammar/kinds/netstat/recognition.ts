import P from "parsimmon";
import type { Landmark } from "../../contract/grammar.ts";
import type { Hint } from "../../contract/hint.ts";
import { atMost, hintOf, isLine, readWhole } from "../../contract/lines.ts";
import { lineEnd, rest, token } from "../../lexicon/lexemes.ts";
import { sourceOf } from "./cells.ts";
import { damagedRowLanguage } from "./damaged-row.ts";
import { tellsOfRow } from "./evidence.ts";
import { fastRow } from "./fast-row.ts";
import { beginsHeading, wordsHint, wordsIn } from "./headings.ts";
import { ownerLanguage } from "./owners.ts";
import { anyCell, gap, margin, protocol, protocolAlone, rowLanguage } from "./row.ts";

/** Longest line that may be a piece of a row or heading. */
const LONGEST_PIECE = 120;
const MOST_WORDS = 4;

/** What every line of a row begins with: asked about all lines, so in one expression. */
const rowBeginning = new RegExp(`^${sourceOf("margin", "protocol", "ipVersion", "gap", "endpointStart")}`);

const ipv4Port = token(/[\d.]{7,15}:\d{1,5}/);
const cutIpv4 = token(/[\d*][\d.:]{0,20}/);
const ipv6 = token(/\[[\da-f:.%]{2,60}/);
const ipv6End = token(/\](?::\d{0,5})?/);
const cutForeign = token(/[*[\da-f:.%\]]{1,60}/);
const portWord = token(/\S{0,300}:\d{1,5}(?!\S)/);
const lastLine = margin.skip(lineEnd);

//   TCP    192.0.2.10:445         198.51.100.
//   TCP    [2001:db8:85a3:8d3:1319:8a2e:37
/** A row of numbers that ends in one of its addresses: no sentence does. */
const cutNumericRow = P.seq(
  margin,
  protocol,
  gap,
  P.alt<unknown>(
    P.seq(ipv4Port, gap, cutIpv4),
    P.seq(ipv6, P.seq(ipv6End, gap.then(cutForeign).fallback(undefined)).fallback(undefined)),
  ),
  lastLine,
);

const damagedRow = damagedRowLanguage.row.assert(({ draft }) => draft.offloadState !== undefined, "an offload state");

const knownRow = P.alt<unknown>(rowLanguage.head.then(rest).then(lineEnd), cutNumericRow, damagedRow);

//    RpcSs
// 192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost
/**
 * A few words may be the rest of a wrapped row or heading, or a component above an executable; a sentence is not. The
 * rest of a row from its local address on has five.
 */
const fragment = atMost(LONGEST_PIECE).then(
  P.alt<unknown>(
    P.seq(
      margin,
      anyCell.sepBy(gap).chain((words) => (words.length <= MOST_WORDS ? P.of(null) : P.fail("few words"))),
      lastLine,
    ),
    P.seq(margin, anyCell, gap, portWord, gap, anyCell, gap, anyCell, gap, anyCell, lastLine),
  ),
);

const furtherLine = P.alt<unknown>(ownerLanguage.executable, ownerLanguage.refusal, fragment);

/** What every row, heading and title holds. */
export const hint: Hint = hintOf(() => [[rowBeginning], [wordsHint]]);

/** What a line by itself gives away. */
export function landmarkIn(line: string): Landmark | undefined {
  if (startsLikeRow(line)) return isLine(knownRow, line) ? "record" : undefined;
  return wordsIn(line)?.key;
}

/** True when the line may stand in a table without being known by itself. */
export function mayGoOn(line: string): boolean {
  return startsLikeRow(line) || isLine(furtherLine, line) || tellsOfRow(line);
}

/** True for a heading and a row that were cut or wrapped, and for whatever else tells of a row. */
export function mayResume(line: string): boolean {
  return startsLikeRow(line) || isLine(protocolAlone, line) || beginsHeading(line) || tellsOfRow(line);
}

const columnOfRow = fastRow
  .map(({ protocol: name, offloadState }) => (name === "TCP" ? offloadState !== undefined : undefined))
  .or(rest.skip(lineEnd).result(undefined));

/** True where one of the lines has the offload column and the other has not: they are of two tables. */
export function columnsDiffer(above: string, below: string): boolean {
  const [one, other] = [hasColumn(above), hasColumn(below)];
  return one !== undefined && other !== undefined && one !== other;
}

/** True when a row has the offload column, undefined when there is no row to tell it by. */
function hasColumn(lines: string): boolean | undefined {
  const found = readWhole(columnOfRow.many(), lines);
  return found.find((has) => has === true) ?? found.find((has) => has === false);
}

function startsLikeRow(line: string): boolean {
  return rowBeginning.test(line);
}
