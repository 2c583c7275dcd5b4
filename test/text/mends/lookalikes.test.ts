import { describe, expect, it } from "vitest";
import { lookalike } from "../../../src/text/mends/lookalikes.ts";
import { linesAfter } from "../../support/mended.ts";

describe("lookalike", () => {
  it.each([
    ["\u00a0\u2007TCP\u202f\u3000192.0.2.1:445", "  TCP  192.0.2.1:445"],
    ["netstat \u2013t", "netstat -t"],
    ["\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-------"],
    ["\u201cnetsh\u201d \u2018x\u2019 \u201ey\u201c", '"netsh" \'x\' "y"'],
    ["ECN 功能\uff1aenabled", "ECN 功能:enabled"],
    ["\u00a0".repeat(250), " ".repeat(250)],
  ])("mends %j", (text, mended) => {
    expect(linesAfter(lookalike, text)).toEqual([mended]);
  });

  it.each(["フォールバック", "─────", "InHos…", "-'\" :"])("leaves %j alone", (text) => {
    expect(lookalike(text)).toEqual([]);
  });

  it("moves no column", () => {
    expect(lookalike("a\u00a0\u2013b\u201cc").map(({ from, to, text }) => to - from - text.length)).toEqual([0, 0]);
  });
});
