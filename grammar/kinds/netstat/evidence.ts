import P from "parsimmon";
import { fits, isLine, line, type PrintedLine } from "../../contract/lines.ts";
import { ipv4, ipv6, token, tokens } from "../../lexicon/lexemes.ts";
import { sourceOf } from "./cells.ts";
import { protocol, protocolAlone, rowStart } from "./row.ts";
import { isKnownState, offloadStateNamed } from "./row-words.ts";

/** What a word of a line tells of a row. */
type Evidence = "protocol" | "endpoint" | "named" | "state" | "offload" | "nothing";

interface Spec {
  words: readonly Evidence[];
  word: Evidence;
  endpoint: unknown;
  named: unknown;
  started: PrintedLine;
  stray: PrintedLine;
  marked: null;
  mention: PrintedLine;
}

/** A line that begins like a row and has no more cells may be the beginning of one, whatever is in them. */
const FEWEST_CELLS = 3;

const between = token(/[ \t"',;|]*/);
const wordOfRow = token(/[^\s"',;|]{1,300}/);
const brackets = P.string("[").then(ipv6).skip(P.string("]"));
/** Bullets, quotation marks and the like. */
const marks = token(/[^\w\n]{0,8}/);
const wordEnd = P.lookahead(/(?!\w)/);
const nameAndPort = token(/[^\s:]{1,255}:[^\s:]{1,64}/);
const anyPort = token(/:(?:[\w-]{1,64}|\*)/);

/** What makes a line that no production reads a row nevertheless. */
export const evidenceLanguage = P.createLanguage<Spec>({
  words: ({ word }) => between.then(word.skip(between).many()),

  word: ({ endpoint, named }) =>
    wordOfRow.map((text) => {
      if (fits(protocol, text)) return "protocol";
      if (fits(endpoint, text)) return "endpoint";
      if (isKnownState(text)) return "state";
      if (offloadStateNamed(text) !== undefined) return "offload";
      return fits(named, text) ? "named" : "nothing";
    }),

  // files01:445
  named: () => nameAndPort,

  // 192.0.2.10:445
  endpoint: () => P.alt<unknown>(ipv4, brackets, P.string("*")).then(anyPort),

  //   TCP    192.0.2.10:445         198.51.
  started: ({ words }) =>
    P.lookahead(P.alt<unknown>(rowStart, protocolAlone)).then(
      line("cut", "unknown", words.assert(isBeginning, "the cells of a row")),
    ),

  // - TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     InHost
  stray: ({ words }) => line("stray", "unknown", words.assert(isRow, "the cells of a row")),

  // "TCP","192.0.2.10:445"
  marked: () => P.seq(marks, protocol, wordEnd).result(null),

  // the second one is Offloaded
  mention: ({ words }) => line("mention", "unknown", words.assert(hasOffloadState, "an offload state")),
});

/** Cheap, for lines that tell nothing: none of them has an offload word or an address. */
const hint = new RegExp(`${sourceOf("offloadState")}|${sourceOf("protocol")}|${tokens.ipv4.source}|\\[`, "i");

const tellingLine = P.alt<unknown>(evidenceLanguage.stray, evidenceLanguage.mention);

/** True when the line may not be passed over below the heading of a table. */
export function tellsOfRow(text: string): boolean {
  return hint.test(text) && isLine(tellingLine, text);
}

function isBeginning(found: readonly Evidence[]): boolean {
  return found.length <= FEWEST_CELLS || found.some((own) => own !== "nothing" && own !== "protocol");
}

/** Two ends of a connection, or two of its other cells. */
function isRow(found: readonly Evidence[]): boolean {
  const ends = found.filter((own) => own === "endpoint").length;
  const hasEnd = ends > 0 || found.includes("named");
  const hasState = found.includes("state");
  if (ends > 1 || (hasOffloadState(found) && (hasEnd || hasState))) return true;
  return found.includes("protocol") && hasEnd;
}

function hasOffloadState(found: readonly Evidence[]): boolean {
  return found.includes("offload");
}
