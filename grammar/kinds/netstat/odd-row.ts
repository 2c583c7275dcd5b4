import P from "parsimmon";
import { type RowDraft, rowHead } from "./row.ts";
import { isCutWord, offloadStateNamed, stateNamed } from "./row-words.ts";

/** What a line that starts like a row, but is not a plain complete one, turns out to be. `index` counts from 0. */
export type OddRow =
  | { readonly is: "row"; readonly draft: RowDraft; readonly trailing: string; readonly index: number }
  | { readonly is: "unknownState"; readonly draft: RowDraft; readonly word: string; readonly index: number }
  | { readonly is: "cut"; readonly expected: string; readonly index: number }
  | { readonly is: "unreadable"; readonly expected: string; readonly index: number };

interface RestLanguage {
  gap: string;
  state: string;
  processId: string;
  word: string;
  annotation: string;
  tcp: { state: string; processId: string; word: string; trailing: string };
  udp: { processId: string; trailing: string };
}

/** What may follow the two endpoints of a row, cell by cell; the descriptions are what people are told was expected. */
const rest = P.createLanguage<RestLanguage>({
  gap: () => P.regexp(/[ \t]+/).desc("a gap"),
  state: () => P.regexp(/[^\s\d<([#]\S{0,63}/).desc("a connection state"),
  processId: () => P.regexp(/\d{1,10}(?!\S)/).desc("a process id"),
  word: () => P.regexp(/[^\s\d<>([{#!?*"'/=-]\S{0,63}/).desc("an offload state"),
  annotation: () => P.regexp(/[^\n]*/).desc("the end of the row"),
  // "     ESTABLISHED     4536     InHost       <--- this one"
  tcp: (cell) =>
    P.seqObj<RestLanguage["tcp"]>(
      cell.gap,
      ["state", cell.state],
      ["processId", cell.gap.then(cell.processId).or(P.of(""))],
      ["word", cell.gap.then(cell.word).or(P.of(""))],
      ["trailing", cell.annotation],
    ),
  // "                                    4536         seen twice"
  udp: (cell) =>
    P.seqObj<RestLanguage["udp"]>(
      ["processId", cell.gap.then(cell.processId).or(P.of(""))],
      ["trailing", cell.annotation],
    ),
});

const spacedEndpoint = /((?:\d{1,3}\.){3}\d{1,3})[ \t](\d{1,5})(?=[ \t])/g;

/** Reads a line that starts like a row but was refused as a plain one, cell by cell. */
export function readOddRow(line: string): OddRow {
  const head = rowHead(line) ?? rowHead(withColons(line));
  if (head === undefined) return missingEndpoint(line);
  const index = line.length - head.rest.length;
  return head.draft.protocol === "UDP" ? readUdp(head.draft, head.rest, index) : readTcp(head.draft, head.rest, index);
}

function readTcp(draft: RowDraft, text: string, index: number): OddRow {
  const result = rest.tcp.parse(text);
  if (!result.status) {
    const expected = result.expected.join(" or ");
    return text.trim() === ""
      ? { is: "cut", expected: "a connection state", index }
      : { is: "unreadable", expected, index };
  }
  const { state, processId, word, trailing } = result.value;
  if (offloadStateNamed(state) !== undefined) return { is: "unreadable", expected: "a connection state", index };
  draft.state = stateNamed(state);
  if (processId !== "") draft.pid = Number(processId);
  const note = trailing.trim();
  const at = index + text.length - trailing.trimStart().length;
  const wordAt = index + text.length - trailing.length - word.length;
  if (word === "") return { is: "row", draft, trailing: note, index: at };
  const offloadState = offloadStateNamed(word);
  if (offloadState !== undefined) {
    draft.offloadState = offloadState;
    return { is: "row", draft, trailing: note, index: at };
  }
  if (note === "" && isCutWord(word)) return { is: "cut", expected: "an offload state", index: wordAt };
  return { is: "unknownState", draft, word, index: wordAt };
}

function readUdp(draft: RowDraft, text: string, index: number): OddRow {
  const result = rest.udp.parse(text);
  if (!result.status) return { is: "unreadable", expected: result.expected.join(" or "), index };
  if (result.value.processId !== "") draft.pid = Number(result.value.processId);
  const { trailing } = result.value;
  return { is: "row", draft, trailing: trailing.trim(), index: index + text.length - trailing.trimStart().length };
}

/** One of the two endpoints is not there: the row ends before it, or something else stands in its place. */
function missingEndpoint(text: string): OddRow {
  const words = text.trim().split(/[ \t]+/, 4);
  const local = words[1]?.includes(":") ?? false;
  const expected = local ? "a foreign address" : "a local address";
  const cut = words.length <= (local ? 3 : 2);
  return { is: cut ? "cut" : "unreadable", expected, index: text.trimEnd().length };
}

/** Some pastes lost the colons before the ports to blanks. */
function withColons(text: string): string {
  return text.slice(0, 300).replace(spacedEndpoint, "$1:$2") + text.slice(300);
}
