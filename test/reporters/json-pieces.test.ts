import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonLayout, jsonPieces } from "../../src/reporters/json-pieces.ts";
import { printableJson } from "../../src/reporters/printable.ts";
import { analyzed } from "../support/samples.ts";
import { examples } from "../support/soak.ts";
import { sample } from "./sample-report.ts";

function joined(value: object, layout: JsonLayout): string {
  return [...jsonPieces(value, layout)].join("");
}

/** Lists and objects of anything that JSON has, deeper than they are taken apart, and what is left out of it. */
const anything: fc.Arbitrary<object> = fc.oneof(
  fc.array(fc.jsonValue({ maxDepth: 9 })),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 9 })),
  fc.array(fc.dictionary(fc.string(), fc.constantFrom(undefined, null, Number.NaN, -0, 1e21, "\n", []))),
);

describe.each([
  ["indented", 2],
  ["compact", 0],
] as const)("the pieces of %s JSON", (layout, indent) => {
  it("are what JSON.stringify makes of any value", () => {
    const check = (value: object) => {
      expect(joined(value, layout)).toBe(JSON.stringify(value, null, indent));
    };
    fc.assert(fc.property(anything, check), { seed: 1, numRuns: examples(1000) });
  });

  it.each([
    ["an empty list", []],
    ["an empty object", {}],
    ["nothing in a list", [undefined, [], {}]],
    ["only what is left out", { nothing: undefined }],
    ["__proto__", JSON.parse('{"__proto__": {"a": [1]}}')],
    ["a report", sample],
  ])("are that of %s", (_, value) => {
    expect(joined(value, layout)).toBe(JSON.stringify(value, null, indent));
  });

  it("are that of the report of all samples", async () => {
    const report = await analyzed(["samples"]);
    expect(joined(report, layout)).toBe(printableJson(JSON.stringify(report, null, indent)));
  });

  it("are small, however many tables there are", () => {
    const snapshots = Array.from({ length: 5000 }, () => sample.hosts[0]?.summary.snapshots[0]);
    const report = { ...sample, hosts: [{ ...sample.hosts[0], summary: { ...sample.hosts[0]?.summary, snapshots } }] };
    const pieces = [...jsonPieces(report, layout)];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
    expect(pieces.length).toBeGreaterThan(20);
  });

  it("do nothing to a terminal", () => {
    expect(joined({ name: "\u202ea\x9b\x1b" }, layout)).toMatch(/"\\u202ea\\u009b\\u001b"/);
  });
});
