import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chimneyStats } from "../../../grammar/kinds/chimney-stats.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const COMMAND = "netsh int tcp show chimneystats";
const DISABLED = "Your System Administrator has disabled TCP Chimney.";
const read = (text: string, command: string | null = null) => chimneyStats.read(segmentOf(text), { command });
const landmark = (line: string, command: string | null = null) => chimneyStats.landmark(line, { command });

/** The cells as words: `3 [12] Offloaded=7`. */
const cellsIn = (text: string) =>
  read(text, COMMAND).records.map((cell) => `${cell.line} [${cell.interface ?? ""}] ${cell.column}=${cell.value}`);

describe("an answer", () => {
  it.each([
    [DISABLED, null, "disabledByAdministrator", "en-US"],
    [`\n  ${DISABLED.toUpperCase()} \n`, null, "disabledByAdministrator", "en-US"],
    [DISABLED.slice(0, -1), null, "disabledByAdministrator", "en-US"],
    ["The following command was not found: int tcp show chimneystats.", null, "notAvailable", "en-US"],
    ["The following command was not found: interface tcp sh chimneys.", null, "notAvailable", "en-US"],
    ["The following command was not found: int tcp sh chimneystat.", COMMAND, "notAvailable", "en-US"],
    ["Der folgende Befehl wurde nicht gefunden: int tcp show chimneystats.", null, "notAvailable", "de-DE"],
    ["No se encontró el comando: int tcp show chimneystats.", COMMAND, "notAvailable", null],
    ["The requested operation requires elevation (Run as administrator).", COMMAND, "notAvailable", "en-US"],
    ["Access is denied.", COMMAND, "notAvailable", "en-US"],
  ])("%j after %j: %s", (text, command, state, locale) => {
    const reading = read(text, command);
    expect(reading).toMatchObject({ traits: { state }, locale, records: [], diagnostics: [], recognised: true });
    expect(classesIn(reading)).toMatch(/^b*mb*$/);
    expect(landmark(text.trim(), command)).toBe("message");
  });

  it.each([
    "The following command was not found: int tcp show netdmastats.",
    "Access is denied.",
    "The requested operation requires elevation (Run as administrator).",
    `The output is: ${DISABLED}`,
    "No se encontró el comando: int tcp show chimneystats.",
    "show chimneystats - Shows TCP Chimney statistics for chimney-capable interfaces.",
    "Interface  State",
    "Idx : 12",
    "",
  ])("is not seen in %j without the echoed command", (line) => {
    expect(landmark(line)).toBeUndefined();
    expect(chimneyStats.continues(line, { command: null })).toBe(false);
  });

  it.each([
    ["The requested operation requires elevation (Run as administrator).", "requiresElevation"],
    ["请求的操作需要提升(作为管理员运行)。", "requiresElevation"],
    ["Access is denied.", "accessDenied"],
    ["The following command was not found: int tcp show chimneystats.", "commandNotFound"],
    ["No se encontró el comando: int tcp show chimneystats.", "commandNotFound"],
  ])("%j says why: %s", (text, refusal) => {
    expect(read(text, COMMAND).traits).toEqual({ state: "notAvailable", refusal });
  });

  it("ends the output: what follows is of something else", () => {
    const reading = read(`remark\n${DISABLED}\n\nTCP Supplemental Parameters\n`, COMMAND);
    expect(classesIn(reading)).toBe("?mb-");
    expect(remarksIn(reading)).toEqual(["unknown-line 1:1"]);
  });
});

describe("a table", () => {
  it("with a first column Idx", () => {
    const text = "Idx   Alpha   Beta gamma\n---   -----   ----------\n12    7       a b\n13    8       c\n";
    expect(cellsIn(text)).toEqual([
      "3 [12] Idx=12",
      "3 [12] Alpha=7",
      "3 [12] Beta gamma=a b",
      "4 [13] Idx=13",
      "4 [13] Alpha=8",
      "4 [13] Beta gamma=c",
    ]);
    const reading = read(text);
    expect(reading).toMatchObject({ traits: { state: "table" }, locale: null, recognised: true });
    expect(remarksIn(reading)).toEqual(["chimneystats-unverified 1:1"]);
    expect(classesIn(reading)).toBe("hhrr");
  });

  it.each([
    ["TAB between cells", "Name\tState\nEthernet 2\tidle\n", ["2 [] Name=Ethernet 2", "2 [] State=idle"]],
    ["no rule", "\n idx  Name\n\n  7  Ethernet 2\n", ["4 [7] idx=7", "4 [7] Name=Ethernet 2"]],
    ["a title", "Some TCP title\n--------\nIdx  Name\n7  x y\n", ["4 [7] Idx=7", "4 [7] Name=x y"]],
    [
      "a heading over two lines and a rule that shows the columns",
      "     First  Second\nIdx  word   word\n---- ------ ------\n7    a      b\n",
      ["4 [7] Idx=7", "4 [7] First word=a", "4 [7] Second word=b"],
    ],
    ["single blanks under a rule", "Idx  Name\n---- ----\n1234 idle\n", ["3 [1234] Idx=1234", "3 [1234] Name=idle"]],
    ["an empty cell under a rule", "Idx  Name  End\n---- ----- ---\n7          z\n", ["3 [7] Idx=7", "3 [7] End=z"]],
    [
      "a second heading",
      "Idx  A\n---- --\n7    x\n\nName  B\n----- --\nEth   y\n",
      ["3 [7] Idx=7", "3 [7] A=x", "7 [] Name=Eth", "7 [] B=y"],
    ],
  ])("with %s", (_what, text, cells) => {
    expect(cellsIn(text)).toEqual(cells);
    expect(read(text).traits.state).toBe("table");
  });

  it("keeps the cells of a ragged row under numbers", () => {
    const text = "Idx  Name  State\n7  Ethernet\n8  Ethernet  idle\n9  a  b  c\n";
    expect(cellsIn(text)).toEqual([
      "2 [] column 1=7",
      "2 [] column 2=Ethernet",
      "3 [8] Idx=8",
      "3 [8] Name=Ethernet",
      "3 [8] State=idle",
      "4 [] column 1=9",
      "4 [] column 2=a",
      "4 [] column 3=b",
      "4 [] column 4=c",
    ]);
    expect(remarksIn(read(text))).toEqual(["chimneystats-unverified 1:1", "ragged-row 2:1", "ragged-row 4:1"]);
  });
});

describe("a list", () => {
  it.each([
    ["plain", "First : 1\nSecond : two words\n", ["1 [] First=1", "2 [] Second=two words"]],
    [
      "of blocks with Idx",
      "Idx : 7\nState : idle\n\nIdx : 8\nState: busy\n",
      ["1 [7] Idx=7", "2 [7] State=idle", "4 [8] Idx=8", "5 [8] State=busy"],
    ],
    ["with Interface Index", "Interface Index : 9\nState : idle\n", ["1 [9] Interface Index=9", "2 [9] State=idle"]],
    [
      "of named blocks",
      "Ethernet 2:\nA : 1\nB : 2\n\nEthernet 3\nA : 3\nB : 4\n",
      ["2 [] A=1", "3 [] B=2", "6 [] A=3", "7 [] B=4"],
    ],
    ["with a block that has no Idx", "Idx : 7\nA : 1\n\nA : 2\n", ["1 [7] Idx=7", "2 [7] A=1", "4 [] A=2"]],
    ["with colons in values", "Since : 10:15:23\nGroup : [0:1]\n", ["1 [] Since=10:15:23", "2 [] Group=[0:1]"]],
  ])("%s", (_what, text, cells) => {
    expect(cellsIn(text)).toEqual(cells);
    const reading = read(text);
    expect(reading.traits.state).toBe("list");
    expect(remarksIn(reading)).toEqual(["chimneystats-unverified 1:1"]);
  });
});

describe("what can't be read", () => {
  it.each([
    "Ihr Systemadministrator hat etwas mit TCP getan.\n",
    "7  8  9\n10  11  12\n",
    "Name  State\n",
    "Hinweis: etwas\n",
    "\nsome words\nmore words\n",
    `${"a  ".repeat(300)}\n${"b  ".repeat(300)}\n`,
  ])("%j is unreadable, its lines unknown", (text) => {
    const reading = read(text, COMMAND);
    expect(reading).toMatchObject({ traits: { state: "unreadable" }, records: [], recognised: true });
    expect(classesIn(reading)).toMatch(/^[b?]+$/);
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(["chimneystats-unreadable"]);
  });

  it("netsh's help is no capture", () => {
    const reading = read("Usage: show chimneystats\n\nRemarks: something.\nExample  : show chimneystats\n", COMMAND);
    expect(reading).toMatchObject({ recognised: false, records: [], diagnostics: [] });
    expect(classesIn(reading)).toBe("-b--");
  });
});

describe("behind the echoed command", () => {
  it.each([
    ["Idx  Name", "record"],
    ["7\tEthernet", "record"],
    ["State : idle", "record"],
    ["TCP Chimney Something", "title"],
    ["some words", undefined],
    ["--------------------", undefined],
    ["netsh int tcp show netdmastats", undefined],
    ["===== 10:15:23.45 : netsh int tcp show rscstats", undefined],
  ])("%j is a landmark: %s", (line, found) => {
    expect(landmark(line, COMMAND)).toBe(found);
  });

  it("other lines may stand in the output, but not the next command", () => {
    expect(chimneyStats.continues("some words", { command: COMMAND })).toBe(true);
    expect(chimneyStats.continues("netsh int tcp show rscstats", { command: COMMAND })).toBe(false);
  });
});

it("there is one class for each line of any text, and cells stand on records", () => {
  const parts = fc.constantFrom(
    "Idx",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "---- --",
    " : ",
    "7",
    "TCP",
    DISABLED,
    "Name  State",
    "x",
  );
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(null, COMMAND), (own, command) => {
      const text = own === "" || own.endsWith("\n") ? own : `${own}\n`;
      const reading = read(text, command);
      expect(reading.classes).toHaveLength(text.split("\n").length - 1);
      for (const { line } of reading.records) expect(reading.classes[line - 1]).toBe("record");
      for (const line of text.split("\n")) expect(() => landmark(line, command)).not.toThrow();
    }),
  );
});
