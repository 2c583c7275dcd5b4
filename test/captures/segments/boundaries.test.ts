import { describe, expect, it } from "vitest";
import { analysed } from "../../support/analysed.ts";

const title = "Aktivaj konektoj";
const heading = "  Proto  Loka adreso            Fora adreso            Stato           Elŝuta stato";
const short = "  Proto  Loka adreso            Fora adreso            Stato";
const row = (port: number, word = "InHost") =>
  `  TCP    192.0.2.10:445         198.51.100.7:${port}     ESTABLISHED     ${word}`.trimEnd();
const [one, two, three] = [row(50_001), row(50_002, "Offloaded"), row(50_003)];
const [bareOne, bareTwo] = [row(50_001, ""), row(50_002, "")];

/** The tables of a text: the line each begins at, its rows, those that repeat another. */
async function tablesIn(lines: readonly string[]): Promise<readonly string[]> {
  const { report } = await analysed(`${lines.join("\n")}\n`);
  const tables = report.hosts.flatMap(({ summary }) => summary.snapshots);
  return tables.map(
    ({ line, connections, notCounted }) => `${line}: ${connections.total} rows, ${notCounted.duplicate} twice`,
  );
}

describe("tables of a language that nobody taught us are told apart", () => {
  it.each([
    ["by title and heading", ["", title, "", heading, "", one, two, three], 8, 2],
    ["by title and heading without blank lines", [title, heading, one, two, three], 5, 1],
    ["by the heading alone", ["", heading, one, two, three], 5, 2],
    ["by a heading of four words", ["", "  Protokolo  Loka  Fora  Stato", one, two, three], 5, 2],
  ])("%s", async (_, table, length, first) => {
    const tables = await tablesIn([...table, ...table, ...table]);
    const begins = [0, 1, 2].map((at) => Number(tables[at]?.split(":")[0]) - at * length);
    expect(tables.map((text) => text.replace(/^\d+: /, ""))).toEqual(Array(3).fill("3 rows, 0 twice"));
    expect(begins[0]).toBe(first);
  });

  it("where one of them lacks the column", async () => {
    const tables = await tablesIn([title, "", heading, "", one, two, "", title, "", short, "", bareOne, bareTwo]);
    expect(tables).toEqual(["1: 2 rows, 0 twice", "8: 2 rows, 0 twice"]);
  });
});

it("the executable of the only row is its own where all lines are double spaced", async () => {
  const owned = ["", "Active Connections", "", heading, "", one, "  RpcSs", " [svchost.exe]", "", ""];
  const { connections } = await analysed(owned.map((line) => `${line}\n\n`).join(""));
  expect(connections.map(({ process }) => process)).toEqual(["svchost.exe"]);
});

describe("tables without any heading are told apart", () => {
  it.each([
    ["the second one", [one, two, "", bareOne, bareTwo]],
    ["the first one", [bareOne, bareTwo, "", one, two]],
  ])("where %s lacks the column", async (_, lines) => {
    expect(await tablesIn(lines)).toEqual(["1: 2 rows, 0 twice", "4: 2 rows, 0 twice"]);
  });

  it.each([
    ["blank lines between rows alike", [one, two, "", three]],
    ["a remark between rows", [one, two, "look  at this", three]],
    ["rows of UDP below a blank line", [one, two, three, "", "  UDP    192.0.2.10:123         *:*"]],
    ["a blank line behind each row", [one, "", two, "", three, "", row(50_004), "", bareTwo]],
  ])("but not by %s", async (_, lines) => {
    expect(await tablesIn(lines)).toHaveLength(1);
  });
});

describe("rows whose ends somebody replaced by words are told as unread", () => {
  const known = "  Proto  Local Address          Foreign Address        State           Offload State";
  const masked = "  TCP    our server             client                 ESTABLISHED     Offloaded";
  it.each([
    ["behind other rows", [one, two, masked, masked], [6, 7], 2],
    ["between other rows", [one, masked, two], [5], 2],
    ["where there are no others", [masked, masked], [4, 5], 0],
  ])("%s", async (_, rows, unread, counted) => {
    const { report } = await analysed(`${["Active Connections", "", known, ...rows].join("\n")}\n`);
    expect(report.diagnostics.flatMap(({ code, line }) => (code === "unknown-row" ? [line] : []))).toEqual(unread);
    expect(report.hosts.flatMap(({ captures }) => captures.map(({ records }) => records))).toEqual([counted]);
  });
});
