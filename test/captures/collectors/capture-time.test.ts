import { expect, it } from "vitest";
import { captureTime } from "../../../src/captures/collectors/index.ts";

const begun = (time: string) => ({ collector: "a collector", holdsCaptures: true, time });

it.each([
  [
    "a time in the text counts first",
    "2024-01-15T10:22:33.456",
    begun("2024-01-01T00:00:00"),
    "2024-01-15T10:22:33.456",
  ],
  ["else what the names tell", null, begun("2024-01-15T09:24:55Z"), "2024-01-15T09:24:55Z"],
  ["a clock is of the day of the beginning", "10:22:41.07", begun("2024-01-15T10:22:33"), "2024-01-15T10:22:41.07"],
  [
    "a clock before the beginning is of the day after",
    "00:00:04.90",
    begun("2023-12-31T23:59:50"),
    "2024-01-01T00:00:04.90",
  ],
  ["a clock of which the day is not known is none", "10:22:41.07", undefined, null],
  ["a local clock says nothing beside a time in UTC", "10:22:41.07", begun("2024-01-15T10:22:33Z"), null],
  ["nothing known is nothing", null, undefined, null],
])("%s", (_what, told, attribution, time) => {
  expect(captureTime(told, attribution)).toBe(time);
});
