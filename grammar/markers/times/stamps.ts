import P from "parsimmon";
import type { Hint } from "../../contract/hint.ts";
import { hintOf } from "../../contract/lines.ts";
import { month, weekday } from "../../lexicon/calendar.ts";
import { blanks, someBlanks, token } from "../../lexicon/lexemes.ts";
import { clocks } from "./clocks.ts";
import { dates } from "./dates.ts";
import { isoDay, type Stamp, stampOf } from "./stamp.ts";

interface Spec {
  stamp: Stamp;
  moment: Stamp;
  dateAndClock: Stamp;
  compact: Stamp;
  wmi: Stamp;
  clockAndDate: Stamp;
  unix: Stamp;
  date: Stamp;
  clock: Stamp;
}

/** Between the date and the clock: `T`, `, `, ` - `, ` at `. */
const between = token(/[ \t]*(?:[,;T_|–-]|(?:at|um|à|às|o|в|kl\.|klo)(?=[ \t]))?[ \t]*/).desc("a blank");
const compactSign = token(/[T_ -]?/);
/** Minutes from UTC, as WMI has them. */
const offsetInMinutes = token(/([+-]\d{3})(?!\d)/).map((printed) => {
  const minutes = Math.abs(Number(printed));
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${printed.startsWith("-") ? "-" : "+"}${parts.join(":")}`;
});
const comma = token(/,?[ \t]+/);
/** CET and its likes mean several zones: the time is a local one. */
const zoneName = token(/(?:[ \t]+(?!(?:UTC|GMT))[A-Z]{2,5}(?=[ \t]))?/);
const number = token(/\d{1,2}(?!\d)/).map(Number);
const year = token(/(?:19|20)\d\d(?!\d)/)
  .map(Number)
  .desc("a year");

/** A quick look for a clock, or a date with its year. */
export const mayBeTime: Hint = hintOf(() => [
  [/(?<!\d)\d{1,2}:[0-5]\d(?!\d)/],
  [/(?<![\d.])\d{1,2}\.[0-5]\d\.[0-5]\d(?![\d.])/],
  [/(?<!\d)(?:19|20)\d{6}/],
  [/(?<!\d)(?:19|20)\d\d(?:[/.-]|[年년]|\.? )/],
  [/[/.-]|\p{L}\.?,? (?:de )?/u, /(?:19|20)\d\d(?!\d)/],
  [/\d,/, / (?:19|20)\d\d(?!\d)/],
]);

/** A time as it is printed: by commands, by scripts, by the shells themselves, in the forms of Windows' languages. */
export const stamps = P.createLanguage<Spec>({
  stamp: ({ moment, date, clock }) => P.alt(moment, date, clock),

  moment: ({ wmi, compact, dateAndClock, clockAndDate, unix }) => P.alt(wmi, compact, dateAndClock, clockAndDate, unix),

  // 20240305081510.123000+060
  wmi: () => P.seqMap(dates.compact, clocks.compact.skip(P.regexp(/\.\d{6}/)), offsetInMinutes, stampOf),

  // 20240305081510          20240305_081510
  compact: () => P.seqMap(dates.compact, compactSign.then(clocks.compact), clocks.zone, stampOf),

  // Tue 03/05/2024  8:15:10.42          2024-03-05T08:15:10+01:00          20240305 08:15:10.420
  dateAndClock: () => P.seqMap(dates.date, between.then(clocks.clock.or(clocks.dotted)), clocks.zone, stampOf),

  // 8:15:10,42 05.03.2024
  clockAndDate: () =>
    P.seqMap(clocks.clock, clocks.zone, between.then(dates.date), (clock, zone, day) => stampOf(day, clock, zone)),

  // Tue Mar  5 08:15:10 2024
  unix: () =>
    P.seqMap(
      weekday.skip(comma).then(month).skip(someBlanks),
      number.skip(someBlanks),
      clocks.clock,
      clocks.zone.skip(zoneName).skip(someBlanks),
      year,
      (m, d, clock, zone, y) => ({ day: isoDay(y, m, d), clock, zone }),
    ).chain(({ day, clock, zone }) =>
      day === undefined ? P.fail("a day") : P.of(stampOf({ monthFirst: day, dayFirst: day }, clock, zone)),
    ),

  // Tue 03/05/2024
  date: () => dates.date.map((day) => stampOf(day, null, "")),

  // 08:15 AM
  clock: () => P.seqMap(blanks.then(clocks.clock), clocks.zone, (clock, zone) => stampOf(null, clock, zone)),
});
