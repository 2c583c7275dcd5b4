import { describe, expect, it } from "vitest";
import { markdown } from "../../../src/text/mends/markdown.ts";
import { linesAfter } from "../../support/mended.ts";

const fence = "```";

describe("markdown", () => {
  it.each<[text: string, lines: string[]]>([
    [`${fence}cmd`, [fence]],
    [`  ${fence}${fence} powershell `, [`  ${fence} `]],
    ["~~~", [fence]],
    [`${fence}  TCP  192.0.2.1:445`, [fence, "  TCP  192.0.2.1:445"]],
    [` ${fence}netstat -nt${fence}`, [` ${fence}`, "netstat -nt", fence]],
    ["`TCP  192.0.2.1:445  198.51.100.7:1`", ["TCP  192.0.2.1:445  198.51.100.7:1"]],
    ["| TCP | 192.0.2.1:445 | `InHost` |", ["TCP\t192.0.2.1:445\tInHost"]],
    ["|TCP|192.0.2.1:445|", ["TCP\t192.0.2.1:445"]],
    ["TCP | 192.0.2.1:445 | 198.51.100.7:1", ["TCP\t192.0.2.1:445\t198.51.100.7:1"]],
    ["|---|:---:|", ["-----------"]],
    [" --- | --- ", [" --------- "]],
    ["+-----+-----+", ["-------------"]],
  ])("mends %j", (text, lines) => {
    expect(linesAfter(markdown, text)).toEqual(lines);
  });

  it.each([
    fence,
    "netstat -nat | Select-String TCP",
    "~~~~~~~~~~~~~~~~",
    "-----------------",
    "---- ------",
    "a + b",
    "+ - + -",
  ])("leaves %j alone", (text) => {
    expect(markdown(text)).toEqual([]);
  });
});
