import P from "parsimmon";
import { describe, expect, it } from "vitest";
import {
  ahead,
  atMost,
  blankLine,
  fits,
  hintOf,
  isLine,
  line,
  linesOf,
  lone,
  otherLine,
  placed,
  readLine,
  readText,
  readWhole,
  reclassed,
  refusalOf,
  valuesOf,
  wholeText,
} from "../../../grammar/contract/lines.ts";

const number = P.regexp(/\d+/).map(Number).desc("a number");
const letters = P.regexp(/[a-z]+/);

describe("a line", () => {
  const numberLine = line("number", "record", number);
  const text = P.alt(numberLine, blankLine, otherLine).many();

  it("is of its production, with blanks behind it, and knows where it begins", () => {
    expect(readWhole(text, "12 \t\n\n x y\n  \n7")).toEqual([
      { is: "number", class: "record", from: 0, value: 12 },
      { is: "blank", class: "blank", from: 5, value: null },
      { is: "other", class: "unknown", from: 6, value: " x y" },
      { is: "blank", class: "blank", from: 11, value: null },
      { is: "number", class: "record", from: 14, value: 7 },
    ]);
    expect(readWhole(text, "")).toEqual([]);
    expect(readWhole(text, "7\n")).toHaveLength(1);
  });

  it("may have another class, and be a part that says nothing", () => {
    const [first] = readWhole(text, "12");
    if (first === undefined) throw new Error("no line");
    expect(reclassed(first, "unrelated")).toEqual({ ...first, class: "unrelated" });
    const parts = [lone(first), { lines: [first, first], value: 0 }, { lines: [], value: undefined }];
    expect(linesOf(parts)).toEqual([first, first, first]);
    expect(valuesOf(parts)).toEqual([0, undefined]);
  });
});

describe("a production", () => {
  it("is placed, looked ahead at, or given the whole text", () => {
    const production = P.seq(letters, placed(number), ahead(letters), placed(letters), wholeText);
    expect(production.tryParse("ab12cd")).toEqual(["ab", { at: 2, value: 12 }, "cd", { at: 4, value: "cd" }, "ab12cd"]);
    expect(P.seq(ahead(number), letters).parse("12").status).toBe(false);
  });

  it.each([
    ["12", 12, true],
    ["12x", undefined, false],
    [" 12", undefined, false],
    ["", undefined, false],
    ["__proto__", undefined, false],
  ])("takes the whole of %j: %s", (text, value, taken) => {
    expect([readText(number, text), fits(number, text)]).toEqual([value, taken]);
    expect([readLine(number.skip(P.string("\n")), text), isLine(number.skip(P.string("\n")), text)]).toEqual([
      value,
      taken,
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("may give nothing for a text that it takes", () => {
    expect([readText(number.result(undefined), "12"), fits(number.result(undefined), "12")]).toEqual([undefined, true]);
  });

  it("says where it gave up, and what was expected there by its name", () => {
    const pair = P.seq(number, P.string(":").desc("a colon"), P.alt(number, letters));
    expect(refusalOf(pair, "12:7")).toEqual({ index: 4, expected: "EOF" });
    expect(refusalOf(pair.skip(P.string("\n")), "12:7")).toBeUndefined();
    expect(refusalOf(pair, "12 7")).toEqual({ index: 2, expected: "a colon" });
    expect(refusalOf(pair, "12:-")).toEqual({ index: 3, expected: "a number" });
    expect(refusalOf(pair, "x")).toEqual({ index: 0, expected: "a number" });
  });

  it.each([
    ["abcd", "a or b or c or d"],
    ["abcde", "a or b or c or d or …"],
  ])("names four of what was expected at most: %s", (names, expected) => {
    expect(refusalOf(P.alt(...[...names].map((name) => P.string("!").desc(name))), "x")?.expected).toBe(expected);
  });

  it("comes behind a quick look for what it is made of, in any case", () => {
    const mayBe = hintOf(() => [[/[a-c]|x/, /\d/], [/ß+/]]);
    expect(["a1", "-X2-", "ß", "a", "1", "1a", "d1", "a-1", ""].map(mayBe)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false, false, false],
    ]);
  });

  it("may be of short lines alone", () => {
    const short = atMost(3).then(P.regexp(/[^\n]*\n/));
    expect(["abc", "", "abcd"].map((text) => isLine(short, text))).toEqual([true, true, false]);
    expect(refusalOf(short, "abcd")).toEqual({ index: 0, expected: "a line of at most 3 characters" });
  });
});
