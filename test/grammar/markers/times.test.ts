import { describe, expect, it } from "vitest";
import { dateOrderIn, dateOrderOf } from "../../../grammar/markers/times/order.ts";
import { following, isoDay, isoTime, type Stamp, weekdayOf } from "../../../grammar/markers/times/stamp.ts";
import { mayBeTime, stamps } from "../../../grammar/markers/times/stamps.ts";

const stamp = (text: string): Stamp => stamps.stamp.tryParse(text);
const iso = (text: string) => {
  const read = stamps.stamp.parse(text);
  return read.status ? isoTime(read.value, null) : "no time";
};

it.each([
  ["2024-03-05 00:00", "2024-03-05T00:00"],
  ["2024-03-05 23:59:59", "2024-03-05T23:59:59"],
  ["2024-03-05 24:00", "no time"],
  ["2024-03-05 9:05", "2024-03-05T09:05"],
  ["2024-03-05 12:05 pm", "2024-03-05T12:05"],
  ["2024-03-05 1:05 p.m.", "2024-03-05T13:05"],
  ["2024-03-05 11:05 a. m.", "2024-03-05T11:05"],
  ["2024-03-05 午前 8:15", "2024-03-05T08:15"],
  ["2024-03-05 上午8:15", "2024-03-05T08:15"],
  ["2024-03-05 午後 8:15", "2024-03-05T20:15"],
  ["2024-03-05 오후 12:15", "2024-03-05T12:15"],
  ["2024-03-05T08:15Z", "2024-03-05T08:15Z"],
  ["2024-03-05 08:15 GMT", "2024-03-05T08:15Z"],
  ["2024-03-05 08:15 UTC+05:30", "2024-03-05T08:15+05:30"],
  ["2024-03-05 08:15-8", "2024-03-05T08:15-08:00"],
  ["2024-03-05 08:15+1400", "2024-03-05T08:15+14:00"],
  ["2024-03-05 08:15 +0930", "2024-03-05T08:15+09:30"],
  ["2024-03-05, 08:15", "2024-03-05T08:15"],
  ["2024-03-05 at 08:15", "2024-03-05T08:15"],
  ["5. März 2024 um 08:15", "2024-03-05T08:15"],
  ["2024-03-05 - 08:15", "2024-03-05T08:15"],
  ["2024/3/5 8:15", "2024-03-05T08:15"],
  ["2024.3.5 8:15", "2024-03-05T08:15"],
  ["March 5th, 2024 8:15", "2024-03-05T08:15"],
  ["1er mars 2024 8:15", "2024-03-01T08:15"],
  ["the 5 March 2024", "no time"],
  ["5 of March 2024", "2024-03-05"],
  ["Tue Mar 15 08:15 2024", "2024-03-15T08:15"],
  ["Tue Feb 31 08:15 2024", "no time"],
  ["29 February 2024", "2024-02-29"],
  ["29 February 2023", "no time"],
  ["1999-12-31", "1999-12-31"],
  ["1899-12-31", "no time"],
  ["2100-12-31", "no time"],
  ["20241301", "no time"],
  ["20240305 081510", "2024-03-05T08:15:10"],
  ["20240305-081510", "2024-03-05T08:15:10"],
  ["20240305T081510Z", "2024-03-05T08:15:10Z"],
  ["08:15 2024-03-05", "2024-03-05T08:15"],
  ["08:15:10 +01:00 2024-03-05", "2024-03-05T08:15:10+01:00"],
])("%s is %s", (text, time) => {
  expect(iso(text)).toBe(time);
});

it.each([
  ["8:15", true],
  ["at 23:59:59", true],
  ["8.15.10", true],
  ["20240305", true],
  ["2024-3-5", true],
  ["2024年", true],
  ["5/3/2024", true],
  ["Mar 5, 2024", true],
  ["5 mars 2024", true],
  ["8:75", false],
  ["192.0.2.1", false],
  ["1.8.15.10", false],
  ["18150305", false],
  ["KB2024", false],
  ["no time at all", false],
])("%j may be a time: %s", (text, expected) => {
  expect(mayBeTime(text)).toBe(expected);
});

describe("the order of day and month", () => {
  it.each([
    ["on 13/05/2024 and 05/06/2024", "dayFirst"],
    ["on 05/13/2024", "monthFirst"],
    ["on 05/06/2024 and 13/05/2024", "dayFirst"],
    ["on 05/06/2024", undefined],
    ["on 13.05.2024", undefined],
    ["on 13-05-2024", "dayFirst"],
    ["nothing", undefined],
  ])("of the line %s is %s", (line, order) => {
    expect(dateOrderIn(line)).toBe(order);
  });

  it.each<[string, string | null, string | null]>([
    ["03/05/2024 08:15:10.42", "fr-FR", "dayFirst"],
    ["03/05/2024 08:15:10", "fr-FR", null],
    ["03/05/2024 08:15", "fr-FR", "dayFirst"],
    ["03/05/2024", "fr-FR", "dayFirst"],
    ["03/05/2024 08:15:10", "de-DE", "monthFirst"],
    ["03/05/2024 08:15:10.42", "de-DE", null],
    ["03/05/2024", "de-DE", null],
    ["3/5/2024 8:15:10 AM", "en-US", "monthFirst"],
    ["3/5/2024 08:15:10", "en-US", null],
    ["03/05/2024 8:15:10 AM", "en-US", null],
    ["3-5-2024 8:15:10 AM", "en-US", null],
    ["03/05/2024 08:15", null, null],
    ["03/05/2024 08:15", "xx-XX", null],
    ["05.03.2024", "de-DE", null],
    ["13/05/2024", "fr-FR", null],
  ])("of %s among captures in %s is %s", (text, locale, order) => {
    expect(dateOrderOf(stamp(text), locale)).toBe(order);
  });
});

describe("a clock without a day", () => {
  it.each([
    ["2024-03-05 08:15:10", "08:15", "2024-03-05T08:15"],
    ["2024-03-05 08:15:10", "08:14", "2024-03-06T08:14"],
    ["2024-03-05 08:15:10Z", "09:00 UTC+1", "2024-03-05T09:00+01:00"],
    ["2024-02-29 23:00", "22:00", "2024-03-01T22:00"],
    ["2024-03-05", "00:00", "2024-03-05T00:00"],
  ])("behind %s: %s is %s", (before, clock, time) => {
    expect(isoTime(following(stamp(before), stamp(clock)), null)).toBe(time);
  });

  it("has the day of none where the one before has none, and a day of its own stays", () => {
    expect(following(stamp("08:00"), stamp("09:00"))).toEqual(stamp("09:00"));
    expect(following(stamp("2024-03-05"), stamp("2024-03-07"))).toEqual(stamp("2024-03-07"));
    expect(isoTime(stamp("08:00"), "dayFirst")).toBeUndefined();
  });

  it("goes on in either order of day and month", () => {
    const next = following(stamp("03/05/2024 23:00"), stamp("01:00"));
    expect([isoTime(next, "monthFirst"), isoTime(next, "dayFirst")]).toEqual(["2024-03-06T01:00", "2024-05-04T01:00"]);
  });
});

it.each([
  [2024, 2, 29, "2024-02-29"],
  [2023, 2, 29, undefined],
  [2024, 0, 1, undefined],
  [2024, 4, 31, undefined],
])("%i-%i-%i is the day %s", (year, month, day, expected) => {
  expect(isoDay(year, month, day)).toBe(expected);
});

it("a day has its weekday", () => {
  expect(["2024-03-03", "2024-03-05", "2024-03-09"].map(weekdayOf)).toEqual([0, 2, 6]);
});
