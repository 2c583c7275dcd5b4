import { expect, it } from "vitest";
import { disagreeing } from "../../src/hosts/disagreeing.ts";

/** "enabled 10:00", "disabled" without a time, "enabled before" in a phase. */
function printed(text: string) {
  const [value = "", when] = text.split(" ");
  const isTime = when !== undefined && /\d/.test(when);
  return { value, time: isTime ? `2024-01-15T${when}:00` : null, phase: isTime ? null : (when ?? null) };
}

it.each([
  [["enabled", "enabled"], []],
  [
    ["enabled", "disabled"],
    ["enabled", "disabled"],
  ],
  [["enabled 10:00", "disabled 10:05"], []],
  [
    ["enabled 10:00", "disabled 10:00"],
    ["enabled", "disabled"],
  ],
  // Two commands that print one value at one moment leave the change a change.
  [["enabled 10:00", "enabled 10:00", "disabled 10:05"], []],
  [
    ["enabled 10:00", "disabled 10:05", "enabled 10:05"],
    ["enabled", "disabled"],
  ],
  [
    ["enabled 10:00", "enabled", "disabled 10:05"],
    ["enabled", "disabled"],
  ],
  [["enabled before", "disabled after"], []],
  [
    ["enabled before", "disabled before"],
    ["enabled", "disabled"],
  ],
  [
    ["a", "b", "a", "c"],
    ["a", "b", "c"],
  ],
  [[], []],
] as const)("%j: %j", (texts, expected) => {
  expect(disagreeing(texts.map(printed)).map(({ value }) => value)).toEqual(expected);
});

it("looks at thousands of values in no more than linear time", () => {
  const many = Array.from({ length: 40_000 }, (_, at) => ({ value: at, time: null, phase: null }));
  expect(disagreeing(many)).toHaveLength(8);
});
