import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited, matchesOf } from "../mends/mend.ts";
import { dropTo, endLine, keepTo, type Writing, writingOf } from "./strings/writing.ts";
import type { Wrapper } from "./wrapper.ts";

/** The elements that matter; of all others the tags go. */
const tag = /<(?<end>\/?)(?:w:(?<name>p|t|br|cr|tab|tc|tr|noBreakHyphen)(?=[\s/>]))?[^<>]{0,4000}?(?<alone>\/?)>/g;

/** The XML of a document of Word, which is in its `.docx`: paragraphs become lines, the cells of tables are set apart. */
export const wordDocuments: Wrapper = {
  name: "documents of Word",
  hints: [/<w:t/],
  mayHold: (text) => text.includes("<w:t"),
  begin: () => ({ take: paragraphs, rest: () => [] }),
};

function paragraphs(line: Line): readonly Line[] {
  return line.text.includes("<w:") ? edited(line, paragraphEdits(line.text)) : [line];
}

function paragraphEdits(text: string): readonly Edit[] {
  const writing = writingOf(text);
  let isText = false;
  let cells = 0;
  for (const { index, 0: found, groups = {} } of matchesOf(text, tag)) {
    if (isText) keepTo(writing, index);
    else dropTo(writing, index);
    dropTo(writing, index + found.length);
    const { name, end, alone } = groups;
    isText = name === "t" && end === "" && alone === "";
    if (name === "tc") cells += end === "" ? 1 : -1;
    writeElement(writing, name ?? "", end === "" && alone === "" ? "begin" : "end", cells > 0 ? "cell" : "page");
  }
  dropTo(writing, text.length);
  return writing.edits;
}

function writeElement(writing: Writing, name: string, what: "begin" | "end", where: "cell" | "page"): void {
  if (what === "begin") return;
  if (name === "tab") insert(writing, "\t");
  else if (name === "noBreakHyphen") insert(writing, "-");
  else if (name === "tc" || (name === "p" && where === "cell")) insert(writing, "  ");
  else if (name === "tr" || name === "br" || name === "cr") endLine(writing);
  else if (name === "p" && !writing.isBegun) insert(writing, "\n");
  else if (name === "p") endLine(writing);
}

function insert({ edits, at }: Writing, text: string): void {
  edits.push({ from: at, to: at, text });
}
