import { type Diagnostic, diagnostic } from "../../../grammar/contract/diagnostic.ts";
import { countLineEnds, heldReturns, withPlainLineEnds } from "./line-ends.ts";
import { type DecodedRun, type Noticer, noticer } from "./notices.ts";

/** Whole lines of a source, decoded. */
export interface TextBlock {
  /** Lines each ended by exactly one "\n"; only the last block of a source may end without one. Never holds "\r". */
  readonly text: string;
  /** How many bytes of the source the block stands for; over all blocks they add up to its size. */
  readonly bytes: number;
  /** In order of first use. Plain ASCII goes by the name of the text around it, "utf-8" where all is ASCII. */
  readonly encodings: readonly string[];
  /** `line` counts from the first line of the block, which is 1. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes blocks of whole lines from passages that may begin and end anywhere. */
export interface BlockBuilder {
  add(passage: DecodedRun): void;
  /** The lines that are complete; at the end of the source all that is left. Undefined when there is nothing. */
  take(position: "inside" | "last"): TextBlock | undefined;
}

/** Longest line that is kept, in UTF-16 code units. */
export const LONGEST_LINE = 1_048_576;

interface State {
  /** Complete lines, and the line that is still open. */
  lines: string[];
  open: string[];
  /** Length of the open line with what is dropped of it. */
  openLength: number;
  /** CRs that wait for what follows them. */
  returns: string;
  bytes: number;
  readonly encodings: Set<string>;
  /** What ASCII text is called when nothing in its block says more. */
  asciiName: string;
  diagnostics: Diagnostic[];
  readonly notice: Noticer;
}

/** A builder for the blocks of one source. */
export function blockBuilder(): BlockBuilder {
  const state: State = {
    lines: [],
    open: [],
    openLength: 0,
    returns: "",
    bytes: 0,
    encodings: new Set(),
    asciiName: "utf-8",
    diagnostics: [],
    notice: noticer(),
  };
  return {
    add: (passage) => addPassage(state, passage),
    take: (position) => takeBlock(state, position),
  };
}

function addPassage(state: State, passage: DecodedRun): void {
  state.bytes += passage.bytes;
  state.encodings.add(passage.encoding);
  const arrived = state.returns + passage.text;
  const returns = heldReturns(arrived);
  state.returns = "\r".repeat(returns);
  const ended = withPlainLineEnds(returns > 0 ? arrived.slice(0, -returns) : arrived);
  const text = withoutMarks(ended, state.openLength === 0 ? "line start" : "in line");
  const start = () => ({ line: completeLines(state) + 1, column: state.openLength + 1 });
  for (const one of state.notice(passage, text, start)) {
    state.diagnostics.push({ ...one, column: Math.min(one.column, LONGEST_LINE + 1) });
  }
  append(state, text);
}

/** The text without byte order marks at line starts: files are joined with their marks. */
function withoutMarks(text: string, from: "line start" | "in line"): string {
  if (!text.includes("\ufeff")) return text;
  return text.replace(/\ufeff+/g, (marks, at: number) =>
    (at === 0 ? from === "line start" : text[at - 1] === "\n") ? "" : marks,
  );
}

function append(state: State, text: string): void {
  let rest = text;
  if (state.openLength > 0) {
    const end = text.indexOf("\n");
    extendOpenLine(state, end < 0 ? text : text.slice(0, end));
    if (end < 0) return;
    state.lines.push(state.open.join(""), "\n");
    state.open = [];
    state.openLength = 0;
    rest = text.slice(end + 1);
  }
  const whole = rest.lastIndexOf("\n") + 1;
  if (whole > 0) state.lines.push(rest.slice(0, whole));
  if (whole < rest.length) extendOpenLine(state, rest.slice(whole));
}

function extendOpenLine(state: State, text: string): void {
  const room = LONGEST_LINE - state.openLength;
  const kept = text.length <= room ? text : text.slice(0, Math.max(0, room)).replace(/[\ud800-\udbff]$/, "");
  if (kept !== "") state.open.push(kept);
  if (room >= 0 && text.length > room) {
    const place = { line: completeLines(state) + 1, column: LONGEST_LINE + 1 };
    const message = `The line is longer than ${LONGEST_LINE} characters; the rest is left out.`;
    state.diagnostics.push(diagnostic("line-too-long", message, place));
  }
  state.openLength += text.length;
}

function takeBlock(state: State, position: "inside" | "last"): TextBlock | undefined {
  if (position === "last") {
    append(state, "\n".repeat(state.returns.length));
    if (state.open.length > 0) state.lines.push(state.open.join(""));
    state.open = [];
  }
  if (state.lines.length === 0 && (position === "inside" || state.bytes === 0)) return undefined;
  const complete = position === "last" || state.diagnostics.length === 0 ? undefined : completeLines(state);
  const inBlock = ({ line }: Diagnostic) => complete === undefined || line <= complete;
  const block: TextBlock = {
    text: state.lines.join(""),
    bytes: state.bytes,
    encodings: encodingNames(state),
    diagnostics: state.diagnostics.filter(inBlock),
  };
  const later = state.diagnostics.filter((one) => !inBlock(one));
  state.diagnostics = later.map((one) => ({ ...one, line: one.line - (complete ?? 0) }));
  state.lines = [];
  state.bytes = 0;
  state.encodings.clear();
  return block;
}

function completeLines(state: State): number {
  return state.lines.reduce((sum, lines) => sum + countLineEnds(lines), 0);
}

/** The names of the encodings in the block, with ASCII named like the other single-byte text in it. */
function encodingNames(state: State): string[] {
  const names = [...state.encodings];
  const singles = names.filter((name) => name !== "ascii" && !name.startsWith("utf-16"));
  const ascii = singles[0] ?? state.asciiName;
  state.asciiName = singles.at(-1) ?? state.asciiName;
  return [...new Set(names.map((name) => (name === "ascii" ? ascii : name)))];
}
