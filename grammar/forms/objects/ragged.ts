import type P from "parsimmon";
import { otherLine, type PrintedLine, type Refusal, reclassed, refusalOf } from "../../contract/lines.ts";
import type { Remark } from "../../contract/sheet.ts";

/** A line below a heading that is no row of it, and why. */
type RaggedLine = PrintedLine<"ragged", Refusal | undefined>;

const RAGGED = "Ignored a row that does not match the columns of its table";

/** Any line, with what the production for rows expected instead. */
export function raggedLine(row: P.Parser<unknown>): P.Parser<RaggedLine> {
  return otherLine.map((own) => ({ ...own, is: "ragged", value: refusalOf(row, own.value) }));
}

/** What is to be said of each such line. */
export function raggedRemarks(lines: readonly PrintedLine[]): readonly Remark[] {
  return lines.filter(isRagged).map(({ from, value }) => ({
    code: "ragged-row",
    message: value === undefined || value.expected === "" ? RAGGED : `${RAGGED}; expected ${value.expected}`,
    at: from + (value?.index ?? 0),
  }));
}

/** The lines without those: there is nothing more to say of them. */
export function exceptRagged(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return lines.map((own) => (isRagged(own) ? reclassed(own, "truncated") : own));
}

function isRagged(line: PrintedLine): line is RaggedLine {
  return line.is === "ragged";
}
