import { describe, expect, it } from "vitest";
import { isLine, readLine } from "../../../../grammar/contract/lines.ts";
import { labelsIn, objectLinesAtEnd } from "../../../../grammar/forms/objects/lines.ts";
import { list } from "../../../../grammar/forms/objects/list.ts";

describe("a line of a list", () => {
  it.each([
    ["Name                            : Ethernet 2", "Name", "Ethernet 2"],
    ["Name : Ethernet 2", "Name", "Ethernet 2"],
    ["  Members                : {A, B}  ", "Members", "{A, B}"],
    ["BaseProcessor: [Group:Number]                   : 0:0", "BaseProcessor: [Group:Number]", "0:0"],
    ["RssProcessorArray: [Group:Number/NUMA Distance] : ", "RssProcessorArray: [Group:Number/NUMA Distance]", ""],
    ["IndirectionTable: [Group:Number]                :", "IndirectionTable: [Group:Number]", ""],
    ["InterfaceDescription : Left : Right", "InterfaceDescription", "Left : Right"],
  ])("%j: %j is %j", (text, label, value) => {
    expect(readLine(list.entry, text)?.value).toEqual({ label, value });
    expect(labelsIn(text)).toEqual([label]);
  });

  it.each(["                                                  0:8/0  0:10/0", "\t\t\t\t\t\t\t\t0:8"])(
    "%j is the rest of a value",
    (text) => {
      expect(isLine(list.more, text)).toBe(true);
      expect(labelsIn(text)).toBeUndefined();
    },
  );

  it.each([
    "",
    " \t",
    "    indented a little",
    "Receive-Side Scaling State          : enabled ",
    "Two words : x",
    "Name: Ethernet",
    "   Host Name . . . . . . . . . . . . : SRV01",
    "https://example.com : x",
    ": x",
    `Name : ${"x".repeat(5000)}`,
    `${"N".repeat(100)} : x`,
  ])("%j is neither", (text) => {
    expect(isLine(list.entry, text) || isLine(list.more, text)).toBe(false);
  });

  it.each([
    [["Name : a", "", "Name : b", "Enabled : True"], 2],
    [["Name : a", "                  more", "Enabled : True"], 3],
    [["", "                  more", "Enabled : True"], 1],
    [["some words", "[", "  {", '    "Name":  "a",'], 3],
    [["some words", '<Obj RefId="0">', "  <Props>", '    <S N="Name">a</S>'], 3],
    [["Name : a", ""], 0],
    [["some words"], 0],
    [[], 0],
  ])("%j end with %d lines of one object", (lines, count) => {
    expect(objectLinesAtEnd(lines)).toBe(count);
  });
});
