import { expect, it } from "vitest";
import { captureTime } from "../../../src/captures/collectors/index.ts";

const begun = (time: string) => ({ time, isBeginning: true });
const named = (time: string) => ({ time, isBeginning: false });

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
  ["a clock is of the day of any other name", "10:22:41.07", named("2024-01-15T10:30:00"), "2024-01-15T10:22:41.07"],
  ["also of the day before", "23:58:00", named("2024-01-01T00:05:00"), "2023-12-31T23:58:00"],
  ["also of the day after", "00:05", named("2023-12-31T23:59:50"), "2024-01-01T00:05"],
  ["a clock beside a day alone is none", "10:22:41.07", named("2024-01-15"), null],
  ["a day alone is one", null, named("2024-01-15"), "2024-01-15"],
  ["nothing known is nothing", null, undefined, null],
])("%s", (_what, told, known, time) => {
  expect(captureTime(told, known)).toBe(time);
});
