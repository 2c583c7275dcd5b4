import { expect, it } from "vitest";
import { dayOf, timeOf, utcTimeOf } from "../../../src/captures/collectors/time-stamp.ts";

it.each([
  ["240202-191840", "2024-02-02T19:18:40"],
  ["20240115-102233", "2024-01-15T10:22:33"],
  ["20240115_102233", "2024-01-15T10:22:33"],
  ["20240115-1022", "2024-01-15T10:22:00"],
  ["240229-000000", "2024-02-29T00:00:00"],
  ["230229-000000", undefined],
  ["240431-000000", undefined],
  ["241301-000000", undefined],
  ["240202-240000", undefined],
  ["240202-196040", undefined],
  ["20240115102233", "2024-01-15T10:22:33"],
  ["20240230102233", undefined],
  ["240202191840", undefined],
  ["2024-01-15", undefined],
  ["", undefined],
])("the stamp %s is the time %s", (stamp, time) => {
  expect(timeOf(stamp)).toBe(time);
  expect(utcTimeOf(stamp)).toBe(time === undefined ? undefined : `${time}Z`);
});

it.each([
  ["2024-02-29", "2024-02-29"],
  ["2023-02-29", undefined],
  ["20240115", undefined],
])("the day %s is %s", (name, day) => {
  expect(dayOf(name)).toBe(day);
});
