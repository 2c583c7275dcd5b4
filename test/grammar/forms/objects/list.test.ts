import { describe, expect, it } from "vitest";
import { labelOf, listLine, listLinesAtEnd } from "../../../../grammar/forms/objects/list.ts";

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
    expect(listLine(text)).toEqual({ shape: "entry", label, value });
    expect(labelOf(text)).toBe(label);
  });

  it.each([
    ["", "blank"],
    [" \t", "blank"],
    ["                                                  0:8/0  0:10/0", "rest"],
    ["\t\t\t\t\t\t\t\t0:8", "rest"],
    ["    indented a little", "other"],
    ["Receive-Side Scaling State          : enabled ", "other"],
    ["Two words : x", "other"],
    ["Name: Ethernet", "other"],
    ["   Host Name . . . . . . . . . . . . : SRV01", "other"],
    ["https://example.com : x", "other"],
    [": x", "other"],
    [`Name : ${"x".repeat(5000)}`, "other"],
    [`${"N".repeat(100)} : x`, "other"],
  ])("%j is %s", (text, shape) => {
    expect(listLine(text).shape).toBe(shape);
    expect(labelOf(text)).toBeUndefined();
  });

  it.each([
    [["Name : a", "", "Name : b", "Enabled : True"], 2],
    [["Name : a", "                  more", "Enabled : True"], 3],
    [["", "                  more", "Enabled : True"], 1],
    [["Name : a", ""], 0],
    [["some words"], 0],
    [[], 0],
  ])("%j end with %d lines of one object", (lines, count) => {
    expect(listLinesAtEnd(lines)).toBe(count);
  });
});
