import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../grammar/contract/diagnostic.ts";
import { type Connection, netstat } from "../../../grammar/kinds/netstat/index.ts";
import { analysed } from "../../support/analysed.ts";
import { type Language, languages, netstatTable } from "../../support/netstat-generator.ts";
import { connectionsIn, textOf } from "../../support/printed.ts";

const read = (text: string) => netstat.read({ text, runs: [{ ordinal: 0, line: 1 }] }, { command: null });

/** What of a row matters here, as one line. */
const brief = ({ localPort, foreignPort, state, pid, offloadState, process }: Partial<Connection>) =>
  [localPort, foreignPort, state, pid, offloadState, process && `[${process}]`]
    .filter((cell) => cell !== undefined)
    .join(" ");

/** A mail program breaks at the last gap that fits and drops it; a word that is too long stays whole. */
function wrappedAtGaps(line: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const gaps = [...rest.matchAll(/(?<=\S)[ \t]+(?=\S)/g)];
    const gap = gaps.findLast(({ index }) => index <= width) ?? gaps[0];
    if (gap === undefined) break;
    pieces.push(rest.slice(0, gap.index));
    rest = rest.slice(gap.index + gap[0].length);
  }
  return [...pieces, rest];
}

/** A console breaks wherever its width ends. */
function wrappedHard(line: string, width: number): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < Math.max(1, line.length); from += width) pieces.push(line.slice(from, from + width));
  return pieces;
}

type Wrap = (line: string, width: number) => readonly string[];

const wraps: { readonly [name: string]: Wrap } = {
  "at gaps": wrappedAtGaps,
  "at gaps, flowed": (line, width) =>
    wrappedAtGaps(line, width).map((piece, at, all) => (at < all.length - 1 ? `${piece} ` : piece)),
  hard: wrappedHard,
  "hard, ends trimmed": (line, width) => wrappedHard(line, width).map((piece) => piece.trimEnd()),
};

const widths = Array.from({ length: 81 }, (_, at) => at + 40);

type Switches = "nato" | "ano" | "an";

const endpoints = [
  ["192.0.2.10", "198.51.100.7"],
  ["[2001:db8:85a3:8d3:1319:8a2e:370:7348]", "[2001:db8::1:7]"],
] as const;
const offloadWords = [
  ["InHost", "inHost"],
  ["Offloaded", "offloaded"],
  ["Offloading", "offloading"],
  ["Uploading", "uploading"],
] as const;

/** A row of TCP in each of the states and one of UDP, as netstat prints them with these switches, and what they say. */
function tableOf({ title, heading, states }: Language, switches: Switches) {
  const [hasOffload, hasProcessId] = [switches === "nato", switches !== "an"];
  const lines: string[] = [];
  const expected: string[] = [];
  const add = (at: number, far: string | undefined, [word, english]: readonly string[]): void => {
    const [near, peer] = at % 5 === 4 ? endpoints[1] : endpoints[0];
    const pid = hasProcessId ? `${[4536, 0, 4, 12_044, 920][at % 5]}` : "";
    const [offloadWord, offloadState] = offloadWords[at % 4] ?? [];
    const addresses = `${`${near}:${445 + at}`.padEnd(21)}  ${(far ?? `${peer}:${50_012 + at}`).padEnd(21)}`;
    const row = `  ${far === undefined ? "TCP" : "UDP"}    ${addresses}  ${(word ?? "").padEnd(12)}    ${pid}`;
    const offload = hasOffload && far === undefined;
    lines.push(offload ? row.padEnd(Math.ceil((row.length + 1) / 8) * 8) + offloadWord : row);
    const cells = [445 + at, far === undefined ? 50_012 + at : "*", english, pid, offload && offloadState];
    expected.push(cells.filter((cell) => cell !== "" && cell !== undefined && cell !== false).join(" "));
  };
  for (const [at, state] of states.entries()) add(at, undefined, state);
  add(3, "*:*", []);
  add(4, "*:*", []);
  const [protocol, local, foreign, state, offload] = heading;
  const columns = `  ${protocol.padEnd(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}  ${state.padEnd(16)}`;
  const names = `${columns}${hasProcessId ? "PID      " : ""}${hasOffload ? offload : ""}`;
  return { above: [title, "", names, ""], lines, expected };
}

const wrapped = (lines: readonly string[], wrap: Wrap, width: number): string =>
  lines.map((line) => `${wrap(line, width).join("\n")}\n`).join("");

describe.each(Object.entries(wraps))("a table wrapped %s", (_, wrap) => {
  it.each(
    languages.flatMap((language) =>
      (["nato", "ano", "an"] as const).map((switches) => [switches, language.title, language] as const),
    ),
  )("is read at every width: netstat -%s, %s", async (switches, _, language) => {
    const { above, lines, expected } = tableOf(language, switches);
    const said: string[] = [];
    const wanted: string[] = [];
    for (const width of widths) {
      const { records, diagnostics } = read(wrapped([...above, ...lines], wrap, width));
      said.push(...records.map(brief), `${doubtsIn(diagnostics)} at ${width}`);
      wanted.push(...expected, ` at ${width}`);
      // The same in a file: few rows, others at each width, because every line of it goes a long way.
      const few = lines.flatMap((_, at) => (at % 5 === width % 5 ? [at] : []));
      const text = wrapped([...above, ...few.map((at) => lines[at] ?? "")], wrap, width);
      const { connections, report } = await analysed(text);
      said.push(...connections.map(brief), `${doubtsIn(report.diagnostics)} in a file`);
      wanted.push(...few.map((at) => expected[at] ?? ""), " in a file");
    }
    expect(said).toEqual(wanted);
  });

  it.each(["nato", "an"] as const)("is read without a heading as well: netstat -%s", async (switches) => {
    const { lines, expected } = tableOf(languages[0] as Language, switches);
    // In a line of its own, protocol and local address are no row: lists of ports have them too.
    for (const width of widths.filter((columns) => columns >= 60)) {
      const { connections } = await analysed(wrapped(lines.slice(0, 6), wrap, width));
      expect([width, connections.map(brief)]).toEqual([width, expected.slice(0, 6)]);
    }
  });
});

describe.each(Object.entries(wraps))("a table wrapped %s, with a blank line behind each line", (_, wrap) => {
  it.each(["nato", "ano", "an"] as const)("is read at most widths: netstat -%s", async (switches) => {
    const { above, lines, expected } = tableOf(languages[0] as Language, switches);
    // In a narrower window the heading has pieces that look like the end of the table.
    for (const width of widths.filter((columns) => columns >= 56)) {
      const text = wrapped([...above, ...lines], wrap, width).replaceAll("\n", "\n\n");
      const { connections, report } = await analysed(text);
      expect([width, connections.map(brief)]).toEqual([width, expected]);
      // Without the offload column nothing tells a last word of the heading from a word that somebody wrote there.
      const doubts = doubtsIn(report.diagnostics).filter((code) => switches === "nato" || code !== "unknown-line");
      expect([width, ...doubts]).toEqual([width]);
    }
  });
});

const doubtsIn = (found: readonly Diagnostic[]) =>
  found.flatMap(({ code }) => (code === "no-offload-column" ? [] : [code]));

describe("lines below a row", () => {
  const at = "  TCP    192.0.2.1:445          198.51.100.7:50013";
  it.each([
    [
      "the process id before the offload state",
      `${at}     ESTABLISHED\n4536     Offloaded\n`,
      "ESTABLISHED 4536 offloaded",
    ],
    ["a state in two pieces", `${at}     ESTABLI\nSHED     4536     Offloaded\n`, "ESTABLISHED 4536 offloaded"],
    ["a state in two pieces that ends the row", `${at}     ESTABLI\nSHED\n`, "ESTABLISHED"],
    ["a state whose last piece is a digit", `${at}     FIN_WAIT_\n2     4536     InHost\n`, "FIN_WAIT_2 4536 inHost"],
    ["a process id behind a state with a digit", `${at}     FIN_WAIT_2\n4536     InHost\n`, "FIN_WAIT_2 4536 inHost"],
    ["a digit that ends a state", `${at}     FIN_WAIT_\n1\n`, "FIN_WAIT_1"],
    [
      "an offload state in two pieces",
      `${at}     ESTABLISHED     4536     Offload\ning\n`,
      "ESTABLISHED 4536 offloading",
    ],
    ["an offload state in three", `${at}     ESTABLISHED     4536     O\nffload\ned\n`, "ESTABLISHED 4536 offloaded"],
    ["a German state", `${at}     HERGE\nSTELLT\n4536   InHost\n`, "ESTABLISHED 4536 inHost"],
    ["a component and its program", `${at}     LISTENING\n  RpcSs\n [svchost.exe]\n`, "LISTENING [svchost.exe]"],
    ["a component below an unknown state", `${at}     FROTZ\n  RpcSs\n [svchost.exe]\n`, "FROTZ [svchost.exe]"],
    ["blank lines between", `${at}     ESTABLISHED\n\n4536     Offloaded\n`, "ESTABLISHED 4536 offloaded"],
    ["the number of a page, below a blank line", `${at}     ESTABLISHED\n\n3\n`, "ESTABLISHED"],
    ["the number of a page", `${at}     ESTABLISHED    45\n3\n${at}     ESTABLISHED    45360\n`, "ESTABLISHED 45"],
    [
      "the rest of a process id",
      `${at}     ESTABLISHED     45\n36\n${at}     LISTENING       45\n36\n`,
      "ESTABLISHED 4536",
    ],
  ])("%s", (_, text, expected) => {
    const { records } = read(text);
    expect(brief(records[0] ?? {})).toBe(`445 50013 ${expected}`);
  });

  it.each([
    ["a process id", "  UDP    0.0.0.0:123            *:*\n4536\n", "123 * 4536"],
    [
      "the rest of a process id",
      "  UDP    0.0.0.0:123            *:*                                    45\n36\n",
      "123 * 4536",
    ],
    ["the foreign address", "  UDP    0.0.0.0:123\n*:*                                    4536\n", "123 * 4536"],
    [
      "the rest of a port",
      "  UDP    0.0.0.0:12\n3            *:*                                    4536\n",
      "123 * 4536",
    ],
    ["the rest of a service's name", "  UDP    files01:net\nbios-ns     *:*     4\n", "netbios-ns * 4"],
  ])("of UDP: %s", (_, text, expected) => {
    expect(read(text).records.map(brief)).toEqual([expected]);
  });

  it("go to the state that other rows have where no language knows it", () => {
    const text = `${at}     FROTZ     4536     InHost\n${at}     FROTZ\n4536     InHost\n`;
    const { records, diagnostics } = read(text);
    expect(records.map(brief)).toEqual(["445 50013 FROTZ 4536 inHost", "445 50013 FROTZ 4536 inHost"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-connection-state"]);
  });

  it("are said to be ambiguous where nobody knows the state", () => {
    const { records, diagnostics } = read(`${at}     FROTZ\n1     InHost\n`);
    expect(records.map(brief)).toEqual(["445 50013 FROTZ 1 inHost"]);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["ambiguous-row", 1]]);
  });
});

it("finds every row of any wrapped table, or says which it could not read", () => {
  fc.assert(
    fc.property(
      netstatTable,
      fc.constantFrom(...widths),
      fc.constantFrom(...Object.values(wraps)),
      ({ lines }, width, wrap) => {
        const broken = lines.map((line) => ({ ...line, text: wrap(line.text, width).join("\n") }));
        const { records, diagnostics } = read(textOf(broken));
        const told = new Set(diagnostics.map(({ line }) => line));
        let next = 1;
        const expected = broken.flatMap((line) => {
          const first = next;
          next += line.text.split("\n").length;
          return line.is === "row" ? [{ ...line.connection, line: first }] : [];
        });
        const found = new Map(records.map((row) => [row.line, brief(row)]));
        for (const row of expected) if (!told.has(row.line)) expect(found.get(row.line)).toBe(brief(row));
        expect(connectionsIn(lines)).toHaveLength(expected.length);
      },
    ),
    { numRuns: 500 },
  );
});

/** The rows without what a paste may have lost: where they stood. */
const told = ({ line: _, ...row }: Connection) => row;

it("reads every row and owner of a table whose lines have a blank one behind each", async () => {
  // Of a single row nobody can tell that what follows it after a blank line is its own.
  const tables = netstatTable.filter(({ lines }) => connectionsIn(lines).length > 1);
  const doubled = fc.asyncProperty(tables, async ({ lines }) => {
    const { connections } = await analysed(lines.map(({ text }) => `${text}\n\n`).join(""));
    expect(connections.map(told)).toEqual(connectionsIn(lines).map(told));
  });
  await fc.assert(doubled, { numRuns: 300 });
});
