import { describe, expect, it } from "vitest";
import { type Classes, classAt, noteClasses } from "../../src/web/line-classes.ts";
import { read } from "../../src/web/reading.ts";

const row = (at: number) => `  TCP    192.0.2.10:445         198.51.100.${at}:50012     ESTABLISHED     Offloaded`;

describe("the page", () => {
  it("shows the class of each line of answers that came mixed", async () => {
    const lines = [1, 2, 3].flatMap((at) => [`srv01: ${row(at)}`, `srv02: ${row(at)}`]);
    const text = ["Two hosts:", "", ...lines, "", "That is all."].join("\n");
    const classes: Classes = new Map();
    await read([{ name: "paste", bytes: new Blob([text]) }], {}, (answer) => {
      if (answer.kind === "classes") noteClasses(classes, answer.source, answer.from, answer.classes);
    });
    expect(text.split("\n").map((_, at) => classAt(classes, "paste", at))).toEqual([
      ...["unrelated", "blank"],
      ...lines.map(() => "record"),
      ...["blank", "unrelated"],
    ]);
  });
});
