import { describe, expect, it } from "vitest";
import { lineClasses } from "../../grammar/index.ts";
import { type Classes, classAt, classMarks, noteClasses } from "../../src/web/line-classes.ts";

describe("classes of lines", () => {
  it("are known as they come, and not before", () => {
    const classes: Classes = new Map();
    noteClasses(classes, "a", 0, Uint8Array.of(0, 1));
    noteClasses(classes, "a", 2, Uint8Array.of(8));
    noteClasses(classes, "b", 5, Uint8Array.of(2));
    expect([0, 1, 2, 3].map((line) => classAt(classes, "a", line))).toEqual([
      "record",
      "heading",
      "unknown",
      undefined,
    ]);
    expect([4, 5, 99].map((line) => classAt(classes, "b", line))).toEqual([undefined, "blank", undefined]);
    expect(classAt(classes, "c", 0)).toBeUndefined();
  });

  it("are told apart by their letters as well as by their colours", () => {
    const letters = lineClasses.map((lineClass) => classMarks[lineClass].letter);
    expect(new Set(letters).size).toBe(lineClasses.length);
  });
});
