import { cells } from "./row.ts";

/** The start of a row, as far as it takes to tell a row from prose: protocol and something of a first endpoint. */
const rowStartPattern = new RegExp(`^${cells.margin}${cells.protocol}${cells.gap}(?=[\\[\\w*.:-])`);

/** The same cells one by one: what a row that goes on in the next line has to be made of, but for its last cell. */
const cellPatterns = {
  endpoint: new RegExp(`^${cells.endpoint}$`),
  state: new RegExp(`^${cells.state}$`),
  processId: new RegExp(`^${cells.processId}$`),
  offloadState: new RegExp(`^${cells.offloadState}$`),
};
const protocolAlone = new RegExp(`^${cells.margin}${cells.protocol}${cells.margin}$`);

/** True when the text is a row, or the beginning of one that ends in whatever cell. */
export function couldBecomeRow(text: string): boolean {
  const [protocol, ...found] = text.trim().split(/[ \t]+/);
  const { endpoint, state, processId, offloadState } = cellPatterns;
  const layouts = protocol?.startsWith("UDP")
    ? [[endpoint, endpoint, processId]]
    : [
        [endpoint, endpoint, state, processId, offloadState],
        [endpoint, endpoint, state, offloadState],
      ];
  return layouts.some(
    (layout) =>
      found.length <= layout.length &&
      found.every((cell, at) => at === found.length - 1 || layout[at]?.test(cell) === true),
  );
}

//   TCP    192.0.2.10:445         198.51.100.
//   TCP    [2001:db8:85a3:8d3:1319:8a2e:37
const numericRowCut = new RegExp(
  `^${cells.margin}${cells.protocol}${cells.gap}(?:[\\d.]{7,15}:\\d{1,5}${cells.gap}[\\d*][\\d.:]{0,20}|` +
    `\\[[\\da-f:.%]{2,60}(?:\\](?::\\d{0,5}(?:${cells.gap}[*[\\da-f:.%\\]]{1,60})?)?)?)${cells.margin}$`,
);

/** True when the line is a row of numbers that ends in one of its addresses: no sentence does. */
export function endsInAddress(line: string): boolean {
  return numericRowCut.test(line);
}

/** True when the line ends behind the protocol: a mail program breaks there before a long address. */
export function isProtocolAlone(line: string): boolean {
  return protocolAlone.test(line);
}

/** True when the line begins like a row, complete or not. */
export function startsLikeRow(line: string): boolean {
  return rowStartPattern.test(line);
}
