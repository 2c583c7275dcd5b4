import { describe, expect, it } from "vitest";
import { following, isDoubtful, isoTime, type Stamp } from "../../../grammar/markers/times/stamp.ts";
import { stamps } from "../../../grammar/markers/times/stamps.ts";

function stamp(text: string): Stamp {
  return stamps.stamp.tryParse(text);
}

describe("a time as printed", () => {
  it.each([
    ["Tue 03/05/2024  8:15:10.42", "2024-03-05T08:15:10.42"],
    ["05.03.2024  8:15:10,42", "2024-03-05T08:15:10.42"],
    ["2024/03/05 ( 火 )  8:15:10.42", "2024-03-05T08:15:10.42"],
    ["2024/03/05 周二  8:15:10.42", "2024-03-05T08:15:10.42"],
    ["2024-03-05 08:15:10", "2024-03-05T08:15:10"],
    ["mar. 05/03/2024  8:15:10,42", "2024-03-05T08:15:10.42"],
    ["di 05-03-2024  8:15:10,42", "2024-03-05T08:15:10.42"],
    ["2024. 03. 05.  8:15:10,42", "2024-03-05T08:15:10.42"],
    ["Tuesday, March 5, 2024 8:15:10 AM", "2024-03-05T08:15:10"],
    ["Dienstag, 5. März 2024 08:15:10", "2024-03-05T08:15:10"],
    ["mardi 5 mars 2024 08:15:10", "2024-03-05T08:15:10"],
    ["martes, 5 de marzo de 2024 8:15:10", "2024-03-05T08:15:10"],
    ["terça-feira, 5 de março de 2024 08:15:10", "2024-03-05T08:15:10"],
    ["5 марта 2024 г. 8:15:10", "2024-03-05T08:15:10"],
    ["2024年3月5日 8:15:10", "2024-03-05T08:15:10"],
    ["2024年3月5日 下午 08:15:10", "2024-03-05T20:15:10"],
    ["2024년 3월 5일 화요일 오전 8:15:10", "2024-03-05T08:15:10"],
    ["den 5 mars 2024 08:15:10", "2024-03-05T08:15:10"],
    ["2024. március 5., kedd 8:15:10", "2024-03-05T08:15:10"],
    ["5 Mart 2024 Salı 08:15:10", "2024-03-05T08:15:10"],
    ["05 March 2024 08:15:10", "2024-03-05T08:15:10"],
    ["Mar 5, 2024 8:15 PM", "2024-03-05T20:15"],
    ["05-Mar-2024 08:15", "2024-03-05T08:15"],
    ["Tue Mar  5 08:15:10 2024", "2024-03-05T08:15:10"],
    ["Tue, 05 Mar 2024 08:15:10 GMT", "2024-03-05T08:15:10Z"],
    ["20240305081510", "2024-03-05T08:15:10"],
    ["20240305_081510", "2024-03-05T08:15:10"],
    ["20240305 08:15:10.456", "2024-03-05T08:15:10.456"],
    ["2024-03-05T08:15:10.1234567+01:00", "2024-03-05T08:15:10.1234567+01:00"],
    ["2024-03-05T08:15:10Z", "2024-03-05T08:15:10Z"],
    ["2024-03-05 08:15:33 (UTC+1)", "2024-03-05T08:15:33+01:00"],
    ["8:15:10,42 05.03.2024", "2024-03-05T08:15:10.42"],
    ["5.3.2024 8.15.10,42", "2024-03-05T08:15:10.42"],
    ["13/05/2024 08:15", "2024-05-13T08:15"],
    ["05/13/2024 08:15", "2024-05-13T08:15"],
    ["05/05/2024 08:15", "2024-05-05T08:15"],
    ["12:05 AM 2024-03-05", "2024-03-05T00:05"],
    ["2024-03-05", "2024-03-05"],
  ])("%s", (text, time) => expect(isoTime(stamp(text), null)).toBe(time));

  it.each(["2024-02-30 10:00", "31/02/2024", "2024-13-01", "25:00", "8:75", "Foo 5, 2024", "192.0.2.1"])(
    "is not %s",
    (text) => expect(stamps.stamp.parse(text).status).toBe(false),
  );
});

describe("the order of day and month", () => {
  it.each([
    ["03/05/2024 08:15:10", true, undefined],
    ["Tue 03/05/2024 08:15:10", false, "monthFirst"],
    ["di 05-03-2024 08:15", false, "dayFirst"],
    ["13/05/2024", false, "dayFirst"],
    ["05/13/2024", false, "monthFirst"],
    // A Friday in either order, and no Monday in any.
    ["Mon 03/05/2024", true, undefined],
    ["05.03.2024", false, undefined],
    ["2024/03/05", false, undefined],
  ])("in %s", (text, isInDoubt, order) => {
    expect(isDoubtful(stamp(text))).toBe(isInDoubt);
    expect(stamp(text).day?.shows).toBe(order);
  });

  it("gives the day once it is known", () => {
    expect(isoTime(stamp("03/05/2024 08:15"), null)).toBeUndefined();
    expect(isoTime(stamp("03/05/2024 08:15"), "dayFirst")).toBe("2024-05-03T08:15");
    expect(isoTime(stamp("03/05/2024 08:15"), "monthFirst")).toBe("2024-03-05T08:15");
  });
});

describe("a clock alone", () => {
  it.each([
    ["Tue 03/05/2024", "08:15 AM", "2024-03-05T08:15"],
    ["2024-03-05 23:59:59", "00:00:01", "2024-03-06T00:00:01"],
    ["2024-12-31 23:59:59", "00:00:01", "2025-01-01T00:00:01"],
    ["2024-03-05 08:15:10+01:00", "08:16", "2024-03-05T08:16+01:00"],
  ])("is the first after %s", (before, clock, time) =>
    expect(isoTime(following(stamp(before), stamp(clock)), null)).toBe(time),
  );

  it("is no time without a day", () => expect(isoTime(following(null, stamp("08:15")), null)).toBeUndefined());
});
