import P from "parsimmon";
import { blankLine, line, lone, type Part, type PrintedLine, placed, wholeText } from "../../contract/lines.ts";
import { rest, token } from "../../lexicon/lexemes.ts";
import type { RowDraft } from "./connection.ts";
import { damagedRowLanguage } from "./damaged-row.ts";
import { evidenceLanguage } from "./evidence.ts";
import { fastLoneRows, fastRow } from "./fast-row.ts";
import { titleLine, type Words, wordsLine, wrappedHeading } from "./headings.ts";
import { type OddRow, oddRowLanguage } from "./odd-row.ts";
import { ownerLanguage } from "./owners.ts";
import { margin, protocolAlone, rowStart } from "./row.ts";
import { wrappedRowIn } from "./wraps.ts";

/** A row that takes several lines, or has something odd. */
export interface RowReading extends OddRow {
  /** True when its lines can be joined to another row just as well. */
  readonly isAmbiguous?: boolean;
}

/** What a table is made of; most of it are rows that stand by themselves, many in a run. */
export type TablePart = readonly RowDraft[] | Part<RowReading | Words>;

interface NetstatText {
  readonly head: readonly TablePart[];
  readonly body: readonly TablePart[];
}

interface Spec {
  text: NetstatText;
  head: readonly TablePart[];
  title: Part<Words>;
  heading: readonly Part<Words>[];
  words: Part<Words>;
  byPlace: Part<never>;
  ownedRow: Part<RowReading>;
  row: TablePart;
  oddRow: Part<RowReading>;
  damagedRow: Part<RowReading>;
  cutRow: Part<never>;
  foreignRow: Part<never>;
  stray: Part<never>;
  mention: Part<never>;
  refusal: Part<never>;
  blank: Part<never>;
  loose: Part<never>;
}

/** Title and heading of a language that nobody taught us. */
const MOST_BY_PLACE = 2;

const anything = P.lookahead(token(/[\s\S]/));
const quote = token(/["'|]?/);
const anyProtocol = token(/(?:TCP|UDP)(?:v6)?/i);
const separator = token(/[ \t]{0,9}[,;|]/);
const portSomewhere = token(/[^\n]{0,300}?:\d/);

/** The output of netstat from its title to its last row. */
export const language = P.createLanguage<Spec>({
  text: ({
    head,
    ownedRow,
    row,
    oddRow,
    damagedRow,
    cutRow,
    words,
    foreignRow,
    stray,
    refusal,
    blank,
    mention,
    loose,
  }) =>
    wholeText.chain((text) => {
      // Made for the first line that is neither a row by itself nor blank: most tables have none.
      const others = P.lazy(() => {
        const wrapped = withOwner(wrappedRowIn(text));
        const rowLike = P.lookahead(rowStart.or(protocolAlone)).then(
          P.alt<TablePart>(wrapped, row, oddRow, damagedRow, cutRow),
        );
        return P.alt<TablePart>(...[ownedRow, rowLike, row, words, foreignRow, stray, refusal, mention, loose]);
      });
      const below = P.alt<TablePart>(fastLoneRows, anything.then(P.alt<TablePart>(blank, others)));
      return P.seqObj<NetstatText>(["head", head], ["body", below.many()]);
    }),

  // The lines above the first row, in a language that is known or not.
  head: ({ title, blank, byPlace, heading }) => {
    const furniture = P.alt<TablePart>(blank, title).many();
    const unknown = P.seqMap(byPlace, furniture, (own, below) => [own, ...below]).atMost(MOST_BY_PLACE);
    return P.seqMap(
      furniture,
      P.alt<readonly TablePart[]>(
        heading,
        P.seqMap(unknown, heading.fallback([]), (above, known) => [...above.flat(), ...known]),
      ),
      (above, own) => [...above, ...own],
    );
  },

  // Active Connections
  title: () => titleLine.map(saying),

  //   Proto  Local Address          Foreign Address        State           PID      Offload State
  heading: ({ byPlace }) => P.seqMap(wrappedHeading, byPlace.atMost(MOST_BY_PLACE), (own, below) => [own, ...below]),

  words: () => wordsLine.map(saying),

  byPlace: ({ row, words, foreignRow, stray, mention, refusal, blank }) =>
    P.notFollowedBy(
      P.alt<unknown>(blank, words, wrappedHeading, row, rowStart, protocolAlone, foreignRow, stray, mention, refusal),
    )
      .then(line("byPlace", "heading", rest))
      .map(lone),

  //   TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost
  //  [svchost.exe]
  ownedRow: () =>
    P.seqMap(placed(fastRow), ownerLanguage.executable, ({ at, value }, own) => ({
      lines: [rowAt(at), own],
      value: { draft: { ...value, process: own.value } },
    })),

  // The same with whatever stands between.
  row: () => withOwner(placed(fastRow).map(({ at, value }) => ({ lines: [rowAt(at)], value: { draft: value } }))),

  //   TCP    192.0.2.1 80   192.0.2.9 51000   ESTABLISHED  InHost       <--- this one
  oddRow: () => withOwner(placed(oddRowLanguage.row).map(({ at, value }) => ({ lines: [rowAt(at)], value }))),

  //   TCP    <server>               192.0.2.9              ESTABLISHED     Offloaded
  damagedRow: () => withOwner(placed(damagedRowLanguage.row).map(({ at, value }) => ({ lines: [rowAt(at)], value }))),

  //   TCP    192.0.2.10:445         198.51.
  cutRow: () =>
    P.seqMap(evidenceLanguage.started, ownerLanguage.owner, (own, { lines }) => ({ lines: [own, ...lines] })),

  // "TCP","192.0.2.10:445","198.51.100.7:50012"
  foreignRow: () =>
    line("foreign", "unknown", P.seq(margin, quote, anyProtocol, quote, separator, portSomewhere, rest)).map(lone),

  stray: () => evidenceLanguage.stray.map(lone),

  mention: () => evidenceLanguage.mention.map(lone),

  refusal: () => ownerLanguage.refusal.map(lone),

  blank: () => blankLine.map(lone),

  // Whose line it is says what stands around it.
  loose: () => line("loose", "unrelated", rest).map(lone),
});

/** A row with the lines of `-b` below it. */
function withOwner(row: P.Parser<Required<Part<RowReading>>>): P.Parser<Part<RowReading>> {
  return P.seqMap(row, ownerLanguage.owner, ({ lines, value }, { process, ...owner }) => ({
    lines: [...lines, ...owner.lines],
    value: process === undefined ? value : { ...value, draft: { ...value.draft, process } },
  }));
}

function saying(own: PrintedLine<string, Words>): Part<Words> {
  return { lines: [own], value: own.value };
}

function rowAt(from: number): PrintedLine {
  return { is: "row", class: "record", from, value: null };
}
