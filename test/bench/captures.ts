/** Numbers that look random and are the same on every machine (a linear congruential generator, Numerical Recipes' constants). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** The columns of a table: those of `netstat -nto`, or of `netstat -no`, which is all that other parsers know. */
export type Shape = "with offload state" | "without offload state";

const headings: Readonly<Record<Shape, string>> = {
  "with offload state":
    "\r\nActive Connections\r\n\r\n  Proto  Local Address          Foreign Address        State           PID      Offload State\r\n\r\n",
  "without offload state":
    "\r\nActive Connections\r\n\r\n  Proto  Local Address          Foreign Address        State           PID\r\n\r\n",
};

/** Lines above the rows of a table. */
export const LINES_ABOVE = 5;

const states = ["ESTABLISHED", "ESTABLISHED", "ESTABLISHED", "TIME_WAIT", "LISTENING", "CLOSE_WAIT"];
const ports = [445, 1433, 443, 3260];

/** Rows of one piece of a table that is written in pieces. */
const ROWS_A_PIECE = 1000;

/** A table of `netstat -nto` with so many rows, as Windows prints it. */
export function netstatTable(rows: number, random: (below: number) => number): string {
  return [...tablePieces(rows, random)].join("");
}

/** The same in pieces: a table of millions of rows is no text to hold. */
export function* tablePieces(
  rows: number,
  random: (below: number) => number,
  shape: Shape = "with offload state",
): Generator<string> {
  let lines = [headings[shape]];
  for (let row = 0; row < rows; row += 1) {
    const local = `192.0.2.${1 + random(4)}:${ports[random(4)]}`.padEnd(21);
    const foreign = `198.51.${100 + random(4)}.${random(250)}:${49_152 + random(16_000)}`.padEnd(21);
    const state = (states[random(6)] ?? "").padEnd(12);
    const offloadState = (random(3) > 0 ? "InHost" : "Offloaded").padEnd(12);
    const end = `${1000 + random(500)}${shape === "with offload state" ? `\t${offloadState}` : ""}`;
    lines.push(`  TCP    ${local}  ${foreign}  ${state}    ${end}\r\n`);
    if (lines.length < ROWS_A_PIECE) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

/** The log of `netstat -nto 5`: tables of 200 rows one after the other, at least `size` bytes of them. */
export function* intervalLog(size: number, random: (below: number) => number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let written = 0; written < size; ) {
    const table = encoder.encode(netstatTable(200, random));
    written += table.length;
    yield table;
  }
}

/** Lines of the log of Windows' firewall, whose every line has a time, "TCP" and two addresses. */
export function* foreignLog(lines: number, random: (below: number) => number): Generator<string> {
  const second = (line: number) => new Date(Date.UTC(2024, 2, 5) + line * 1000).toISOString();
  let piece: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    const [day, time] = [second(line).slice(0, 10), second(line).slice(11, 19)];
    const ends = `192.0.2.${1 + random(250)} 198.51.100.${1 + random(250)} ${1024 + random(64_000)} 443`;
    const action = random(2) === 0 ? "DROP" : "ALLOW";
    piece.push(`${day} ${time} ${action} TCP ${ends} 0 - 0 0 0 - - - RECEIVE\r\n`);
    if (piece.length < ROWS_A_PIECE) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}
