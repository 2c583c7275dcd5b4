import { expect, it } from "vitest";
import { nullLines } from "../../../src/text/mends/null-lines.ts";
import { linesAfter } from "../../support/mended.ts";

it.each([
  ["NULL", ""],
  ["  NULL   ", ""],
  ["null", "null"],
  ["NULL : enabled", "NULL : enabled"],
  ["", ""],
])("%j becomes %j", (text, mended) => {
  expect(linesAfter(nullLines, text)).toEqual([mended]);
});
