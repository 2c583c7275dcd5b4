import P from "parsimmon";
import type { OffloadState } from "../../locales/locale.ts";
import type { Connection } from "./index.ts";
import { offloadWords, stateNamed } from "./row-words.ts";

/** A row as it is read, before its line number is known. */
export type RowDraft = { -readonly [K in keyof Connection]: Connection[K] };

/** A line that is no complete row; read again with words later, in the light of the lines around it. */
export interface OtherLine {
  readonly other: string;
  /** Index of the line in the text of the segment. */
  readonly start: number;
}

/**
 * The cells of a row as regular expressions: the one source for the fast row and for everything that looks at parts of
 * a row. An address may hold colons, so the last colon of a cell is the one before the port. All lengths are bounded,
 * because a row that fails is matched again from every colon.
 */
export const cells = {
  margin: "[ \\t]*",
  gap: "[ \\t]+",
  protocol: "(TCP|UDP)(?:v6)?",
  endpoint: "(\\S{1,300}):([^\\s:]{1,64})",
  state: "([^\\s\\d<(\\[#][^\\s]{0,63})",
  processId: "(\\d{1,10})",
  offloadState: `(${[...offloadWords.keys()].join("|")})`,
};

//   TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost
const rowPattern = new RegExp(
  `${cells.margin}${cells.protocol}${cells.gap}${cells.endpoint}${cells.gap}${cells.endpoint}` +
    `(?:${cells.gap}${cells.state})?(?:${cells.gap}${cells.processId})?(?:${cells.gap}${cells.offloadState})?` +
    `${cells.margin}(?:\\n|$)`,
  "y",
);

/** A complete row with anything behind it; the rest is for the reader of odd rows. */
const rowHeadPattern = new RegExp(
  `^${cells.margin}${cells.protocol}${cells.gap}${cells.endpoint}${cells.gap}${cells.endpoint}(?=[ \\t]|$)`,
);

interface RowLanguage {
  row: RowDraft;
  otherLine: OtherLine;
  lines: (RowDraft | OtherLine)[];
}

/** Every line of a segment is a complete row or some other line; an other line costs nothing but itself. */
export const rowLanguage = P.createLanguage<RowLanguage>({
  // A wrapped regular expression instead of seqMap: the same cells, four times as fast over 200,000 rows.
  row: () =>
    P((input, index) => {
      rowPattern.lastIndex = index;
      const match = rowPattern.exec(input);
      const draft = match === null ? undefined : draftOf(match);
      return draft === undefined ? P.makeFailure(index, "a row") : P.makeSuccess(rowPattern.lastIndex, draft);
    }),
  otherLine: () =>
    P((input, index) => {
      if (index >= input.length) return P.makeFailure(index, "a line");
      const end = input.indexOf("\n", index);
      const other = end < 0 ? input.slice(index) : input.slice(index, end);
      return P.makeSuccess(end < 0 ? input.length : end + 1, { other, start: index });
    }),
  lines: (language) => P.alt(language.row, language.otherLine).many(),
});

/** The row that a single line is, when it is a complete one. */
export function wholeRow(line: string): RowDraft | undefined {
  rowPattern.lastIndex = 0;
  const match = rowPattern.exec(line);
  return match === null || rowPattern.lastIndex < line.length ? undefined : draftOf(match);
}

/** The protocol and both endpoints of a line, and the text behind them; undefined when they are not all there. */
export function rowHead(line: string): { readonly draft: RowDraft; readonly rest: string } | undefined {
  const match = rowHeadPattern.exec(line);
  if (match === null) return undefined;
  const [text = "", protocol = "", localAddress = "", localPort = "", foreignAddress = "", foreignPort = ""] = match;
  return {
    draft: endpointsOf(protocol, localAddress, localPort, foreignAddress, foreignPort),
    rest: line.slice(text.length),
  };
}

function draftOf(match: RegExpExecArray): RowDraft | undefined {
  const [, protocol, localAddress, localPort, foreignAddress, foreignPort, stateWord, processId, offloadWord] = match;
  if (localAddress === undefined || localPort === undefined || foreignAddress === undefined) return undefined;
  if (protocol === undefined || foreignPort === undefined) return undefined;
  // A TCP row without a state was cut, or its state is missing and the offload word stands in its place.
  if (protocol === "TCP" ? stateWord === undefined || offloadWords.has(stateWord) : stateWord !== undefined)
    return undefined;
  const offloadState = offloadWord === undefined ? undefined : offloadWords.get(offloadWord);
  if (stateWord !== undefined && processId !== undefined) {
    const near = portOf(localPort);
    const far = portOf(foreignPort);
    const state = stateNamed(stateWord);
    return tcpRow(
      addressOf(localAddress),
      near,
      addressOf(foreignAddress),
      far,
      state,
      Number(processId),
      offloadState,
    );
  }
  const draft = endpointsOf(protocol, localAddress, localPort, foreignAddress, foreignPort);
  if (stateWord !== undefined) draft.state = stateNamed(stateWord);
  if (processId !== undefined) draft.pid = Number(processId);
  if (offloadState !== undefined) draft.offloadState = offloadState;
  return draft;
}

/**
 * A TCP row of a table with process ids, as most large ones are. Written at once: of an object that grows, the later keys
 * take an object of their own, and there may be millions of rows.
 */
function tcpRow(
  localAddress: string,
  localPort: number | string,
  foreignAddress: string,
  foreignPort: number | string,
  state: string,
  pid: number,
  offloadState: OffloadState | undefined,
): RowDraft {
  const line = 0;
  const protocol = "TCP";
  return offloadState === undefined
    ? { line, protocol, localAddress, localPort, foreignAddress, foreignPort, state, pid }
    : { line, protocol, localAddress, localPort, foreignAddress, foreignPort, state, pid, offloadState };
}

function endpointsOf(
  protocol: string,
  local: string,
  localPort: string,
  foreign: string,
  foreignPort: string,
): RowDraft {
  return {
    line: 0,
    protocol: protocol === "UDP" ? "UDP" : "TCP",
    localAddress: addressOf(local),
    localPort: portOf(localPort),
    foreignAddress: addressOf(foreign),
    foreignPort: portOf(foreignPort),
  };
}

/** The address without the brackets that IPv6 has in front of a port. */
function addressOf(cell: string): string {
  return cell.charCodeAt(0) === 0x5b && cell.endsWith("]") ? cell.slice(1, -1) : cell;
}

/** The port as a number; service names, `*` and numbers no port can have stay text. */
function portOf(cell: string): number | string {
  if (cell.length > 5) return cell;
  let port = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const digit = cell.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return cell;
    port = port * 10 + digit;
  }
  return port <= 65_535 ? port : cell;
}
