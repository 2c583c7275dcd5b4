import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonList } from "../../src/schemas/index.ts";

/** What the list makes of a text that comes in pieces of so many characters. */
function taken(text: string, size: number) {
  const list = jsonList("bundles");
  const elements: string[] = [];
  for (let at = 0; at < text.length; at += size) elements.push(...list.take(text.slice(at, at + size)));
  return { elements: elements.map((one) => JSON.parse(one) as unknown), rest: JSON.parse(list.rest()) as unknown };
}

describe("a list of a JSON text", () => {
  it("comes element by element, however the text is cut and laid out", () => {
    const element = fc.dictionary(fc.constantFrom("a", "bundles", '"', "\\", "é"), fc.jsonValue({ maxDepth: 3 }));
    const around = fc.dictionary(fc.constantFrom("tool", "x\\", '"bundles":['), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(
        around,
        fc.array(element),
        around,
        fc.constantFrom("", " ", "  "),
        fc.integer({ min: 1, max: 50 }),
        (before, bundles, after, indent, size) => {
          const whole = { ...before, bundles, ...after };
          const { elements, rest } = taken(JSON.stringify(whole, null, indent), size);
          const there = JSON.parse(JSON.stringify(whole)) as typeof whole;
          // As texts: keys such as __proto__ may stand in them.
          expect(JSON.stringify(elements)).toBe(JSON.stringify(there.bundles));
          expect(JSON.stringify(rest)).toBe(JSON.stringify({ ...there, bundles: bundles.map(() => 0) }));
        },
      ),
    );
  });

  it("is the outermost object's own", () => {
    const text = '{"fleet":{"bundles":[{"a":1}]},"of":["bundles",[{"b":2}]],"bundles":[{"c":3},4,[{"d":5}]]}';
    expect(taken(text, 7)).toEqual({
      elements: [{ c: 3 }],
      rest: { fleet: { bundles: [{ a: 1 }] }, of: ["bundles", [{ b: 2 }]], bundles: [0, 4, [{ d: 5 }]] },
    });
  });

  it("leaves no whole JSON of what is cut off", () => {
    const list = jsonList("bundles");
    expect(list.take('{"bundles":[{"a":1},{"b":')).toEqual(['{"a":1}']);
    expect(list.rest()).toBe('{"bundles":[0,{"b":');
  });
});
