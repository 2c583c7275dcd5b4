import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addNumber, copyOfNumbers, emptyNumbers, numberReader } from "../../src/summary/packed-numbers.ts";

function packed(values: readonly number[]) {
  const numbers = emptyNumbers();
  for (const value of values) addNumber(numbers, value);
  return numbers;
}

describe("packed numbers", () => {
  const value = fc.oneof(fc.nat({ max: 300 }), fc.nat(), fc.maxSafeNat());

  it("come out as they went in", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (values) => {
        const next = numberReader(packed(values));
        expect(values.map(() => next())).toEqual(values);
        expect(next()).toBe(0);
      }),
    );
  });

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [Number.MAX_SAFE_INTEGER, 8],
  ])("%i takes %i bytes", (number, bytes) => {
    expect(packed([number])).toHaveLength(bytes);
  });

  it("are not changed by what is added to a copy", () => {
    const numbers = packed([1, 2, 3]);
    const copy = copyOfNumbers(numbers);
    addNumber(copy, 4);
    copy.bytes[0] = 9;
    expect(numbers).toEqual(packed([1, 2, 3]));
  });
});
