import { describe, expect, it } from "vitest";
import { netstat } from "../../../grammar/kinds/netstat/index.ts";
import { isCutWord, isKnownState, offloadStateNamed, stateNamed } from "../../../grammar/kinds/netstat/row-words.ts";
import { segmentOf } from "../../support/readings.ts";

const read = (...lines: readonly string[]) => netstat.read(segmentOf(lines.join("\n")), { command: null });
const said = (...lines: readonly string[]) =>
  read(...lines).diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code}: ${message}`);
const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
const row = (state: string, offload = "", port = 50_012) =>
  `  TCP    192.0.2.1:445          198.51.100.7:${port}     ${state.padEnd(15)} ${offload}`.trimEnd();

describe("what is doubtful about a table", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", [row("ESTABLISHED", "InHost")], []],
    [
      "a note behind a row",
      [row("ESTABLISHED", "InHost   <--- this one")],
      ["1:81 trailing-text: Ignored the text after the row."],
    ],
    [
      "a word that is no offload state",
      [row("ESTABLISHED", "InHost"), row("ESTABLISHED", "Sideways")],
      [
        '2:72 unknown-offload-state: "Sideways" is not one of netstat\'s offload states; it is kept as printed and counted as unknown.',
      ],
    ],
    [
      "such a word with a note behind it",
      [row("ESTABLISHED", "InHost"), row("ESTABLISHED", "InHos  # why?")],
      [
        '2:72 unknown-offload-state: "InHos" is not one of netstat\'s offload states; it is kept as printed and counted as unknown.',
      ],
    ],
    [
      "an offload state without its end",
      [row("ESTABLISHED", "InHost"), row("ESTABLISHED", "InHos")],
      ["2:77 truncated-row: The row ends within its offload state; it is counted with an unknown one."],
    ],
    [
      "a row without its offload state",
      [row("ESTABLISHED", "InHost"), row("ESTABLISHED")],
      ["2:67 truncated-row: The row ends where an offload state was expected; it is not counted."],
    ],
    [
      "a last row that ends within its state, without the column",
      ["  Proto  Local Address  Foreign Address  State", row("ESTABLISHED"), row("ESTABLI")],
      [
        "1:1 no-offload-column: The table has no Offload State column, so it says nothing about offloading; capture netstat -nato.",
        "3:63 truncated-row: The row ends where the rest of a connection state was expected; it is not counted.",
      ],
    ],
    [
      "a state that nobody knows",
      [row("FROTZ", "InHost")],
      [
        '1:56 unknown-connection-state: "FROTZ" is not a connection state in any known language; rows with it are not eligible.',
      ],
    ],
    [
      "a line that is neither a row nor an owner",
      [
        row("ESTABLISHED", "InHost"),
        "these two are what the customer complained about",
        row("ESTABLISHED", "InHost", 50_013),
      ],
      ["2:1 unknown-line: Unrecognised line inside a netstat table."],
    ],
    [
      "rows of commas",
      [heading, '"TCP","192.0.2.1:445","198.51.100.7:50012","ESTABLISHED","InHost"'],
      [
        "1:1 unread-rows: 1 row of the netstat table could not be read.",
        "2:1 unknown-row: The cells of the row are not separated by spaces or tabs; the row is not counted.",
      ],
    ],
    [
      "two lines that look like rows",
      [heading, "192.0.2.1:445 -> 198.51.100.7:50013", "192.0.2.1:445 -> 198.51.100.7:50014"],
      [
        "1:1 unread-rows: 2 rows of the netstat table could not be read.",
        "2:1 unknown-row: The line looks like a row of the table but could not be read; it is not counted.",
        "3:1 unknown-row: The line looks like a row of the table but could not be read; it is not counted.",
      ],
    ],
    ["no row", [heading], ["1:1 table-without-rows: The netstat table has no rows."]],
    [
      "no heading either",
      ["Active Connections"],
      ["1:1 title-without-table: The title of a netstat table has no table below it."],
    ],
    [
      "a masked end",
      ["TCP <server> <client> ESTABLISHED Offloaded", row("ESTABLISHED", "InHost")],
      ["1:1 damaged-address: 1 row has a missing, masked or damaged address or port; the rest counts."],
    ],
    [
      "masked ends of two rows",
      [row("ESTABLISHED", "InHost"), "TCP <server> <client> ESTABLISHED Offloaded", "TCP  ESTABLISHED Offloaded"],
      ["2:1 damaged-address: 2 rows have a missing, masked or damaged address or port; the rest counts."],
    ],
    [
      "a heading in no known language",
      ["Xyzzy Plugh", "", "  Foo  Bar Baz   Quux", row("ESTABLISHED", "InHost")],
      ["1:1 unknown-language: The heading is in no known language; the rows were read by their shape."],
    ],
  ])("%s", (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected);
  });

  it("is said of the first row of each unknown state, of twenty at most", () => {
    const words = Array.from({ length: 21 }, (_, at) => `FROTZ_${String.fromCharCode(65 + at)}`);
    const lines = [...words, ...words].map((word, at) => row(word, "InHost", 50_000 + at));
    const codes = said(...lines);
    expect(codes).toHaveLength(20);
    expect(codes[19]).toContain('20:56 unknown-connection-state: "FROTZ_T"');
  });

  it("is one thing of a row: a note comes before an unknown state, which is said of the next row", () => {
    expect(
      said(row("FROTZ", "InHost  # why?"), row("FROTZ", "InHost")).map((text) => text.split(":", 2).join(":")),
    ).toEqual(["1:80 trailing-text", "2:56 unknown-connection-state"]);
  });

  it("is of no UDP row that it has no offload state", () => {
    expect(said(row("ESTABLISHED", "InHost"), "  UDP    0.0.0.0:123            *:*")).toEqual([]);
    expect(said("  UDP    0.0.0.0:123            *:*")).toEqual([]);
  });
});

describe("a line of owners", () => {
  it.each([
    ["  RpcSs\n [svchost.exe]", "svchost.exe", "rrr"],
    [" [System Process]", "System Process", "rr"],
    [
      "  C:\\WINDOWS\\system32\\mswsock.dll\n  C:\\WINDOWS\\system32\\WS2_32.dll\n  -- unknown component(s) --\n [a.exe]",
      "a.exe",
      "rrrrr",
    ],
    ["  \\SystemRoot\\system32\\a.sys\n [a.exe]", "a.exe", "rrr"],
    [" Can not obtain ownership information", undefined, "rm"],
    ["\n  RpcSs\n\n [svchost.exe]", "svchost.exe", "rbrbr"],
  ])("%j is of %s", (owner, process, classes) => {
    const reading = read(row("LISTENING", "InHost"), owner);
    expect(reading.records.map((record) => record.process)).toEqual([process]);
    expect(reading.classes.map((own) => own[0]).join("")).toBe(classes);
    expect(reading.diagnostics).toEqual([]);
  });
});

it.each([
  ["ESTABLISHED", "ESTABLISHED", true, false],
  ["HERGESTELLT", "ESTABLISHED", true, false],
  ["ABH?REN", "LISTENING", false, false],
  ["ABH\ufffdREN", "LISTENING", false, false],
  ["ESTABLI", "ESTABLI", false, true],
  ["Offload", "Offload", false, true],
  ["InHost", "InHost", false, false],
  ["FROTZ", "FROTZ", false, false],
])("the word %s is the state %s, known: %s, cut: %s", (word, state, known, cut) => {
  expect([stateNamed(word), isKnownState(word), isCutWord(word)]).toEqual([state, known, cut]);
});

it.each([
  ["InHost", "inHost"],
  ["inhost", "inHost"],
  ["OFFLOADED", "offloaded"],
  ["Offloading", "offloading"],
  ["Uploading", "uploading"],
  ["Uploaded", undefined],
])("the word %s is the offload state %s", (word, state) => {
  expect(offloadStateNamed(word)).toBe(state);
});

it.each([
  ["netstat", true],
  ["NETSTAT.EXE -nato", true],
  ['"C:\\Windows\\System32\\netstat.exe" -nat', true],
  ["c:\\windows\\system32\\netstat -an", true],
  ["'netstat -an'", true],
  ["netstats", false],
  ["xnetstat", false],
  ["echo netstat", false],
  ["netstat-an", false],
])("%s asks for a table: %s", (command, expected) => {
  expect(netstat.answers(command)).toBe(expected);
});

it.each([
  ["Active Connections", "title"],
  ["  Active Connections:  ", "title"],
  ["Aktive Verbindungen", "title"],
  [heading, "heading"],
  ["  Proto.  Lokale Adresse         Remoteadresse          Status", "heading"],
  ["  Proto.  Lokale Adresse  Foreign Address  Status", undefined],
  ["  Proto  Local Address", undefined],
  [row("ESTABLISHED", "InHost"), "record"],
  ["  TCP    192.0.2.10:445         198.51.100.", "record"],
  ["  TCP    [2001:db8:85a3:8d3:1319:8a2e:37", "record"],
  ["  TCP    [2001:db8::1]:445      [2001:db8:", "record"],
  ["  TCP    <server>   <client>    ESTABLISHED   Offloaded", "record"],
  ["  TCP    <server>   <client>    ESTABLISHED", undefined],
  ["  TCP    port 445 is open", undefined],
  ["some words", undefined],
])("%j is a landmark: %s", (line, mark) => {
  expect(netstat.landmark(line, { command: null })).toBe(mark);
});

it.each([
  ["  RpcSs", true],
  [" [svchost.exe]", true],
  ["36     InHost", true],
  ["one two three four", true],
  ["one two three four five", false],
  ["192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4536     InHost", true],
  ["192.0.2.10:445  198.51.100.7:50012  ESTABLISHED  4536  InHost  x", true],
  ["files01:445  client:50012  FROTZ  4536  Sideways", true],
  ["files01:445  client:50012x  FROTZ  4536  Sideways", false],
  ["files01:445  client:500123  FROTZ  4536  Sideways", false],
  ["the second one is Offloaded", true],
  ["the second one is not what they say", false],
  [`${"x".repeat(119)}`, true],
  [`${"x".repeat(121)}`, false],
])("%j may stand in a table: %s", (line, expected) => {
  expect(netstat.continues(line, { command: null })).toBe(expected);
});
