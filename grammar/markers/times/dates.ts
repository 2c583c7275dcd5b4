import P from "parsimmon";
import { month, weekday } from "../../lexicon/calendar.ts";
import { blanks, token } from "../../lexicon/lexemes.ts";
import { type Day, isoDay, weekdayOf } from "./stamp.ts";

interface Spec {
  date: Day;
  day: Day;
  iso: Day;
  compact: Day;
  byNumbers: Day;
  characters: Day;
  dayMonthYear: Day;
  monthDayYear: Day;
  yearMonthDay: Day;
}

const number = (digits: RegExp, name: string) => P.regexp(digits).map(Number).desc(name);
const year = number(/(?:19|20)\d\d(?!\d)/, "a year");
const digits = token(/\d{1,2}(?!\d)/).desc("a number");
const one = digits.map(Number);
const two = number(/\d\d/, "two digits");
const century = number(/(?:19|20)\d\d/, "a year");
const separator = token(/[/.-]/).desc("a separator");
const comma = token(/,?[ \t]+/);
/** Between day, month and year: `5. März 2024`, `5 de marzo de 2024`, `5-Mar-2024`. */
const between = token(/(?:\.|er|º|th|st|nd|rd)?(?:,?[ \t]+(?:(?:de|of)[ \t]+)?|-)/).desc("a blank");
const openBracket = token(/[(（][ \t]*/);
const closeBracket = token(/[ \t]*[)）]/);
/** `г.` behind the year in Russian, the dot in Hungarian. */
const yearEnd = token(/(?:[ \t]*г\.|\.)?/);
const article = token(/(?:den[ \t]+)?/);

/** `(火)`, `( 火 )`, ` 周二`, `., kedd`: not the name of a month or of anything else. */
const laterWeekday: P.Parser<ReadonlySet<number>> = P.alt(
  blanks.then(weekday.wrap(openBracket, closeBracket)),
  comma.then(weekday),
);

/** A date with all its parts, whichever they are in this language. */
export const dates = P.createLanguage<Spec>({
  // Tue 03/05/2024          mardi 5 mars 2024          2024/03/05 (火)
  date: ({ day }) =>
    P.alt(
      P.seqMap(weekday.skip(comma), day, (name, found) => onWeekday(found, name)),
      P.seqMap(day, laterWeekday.or(P.of(undefined)), onWeekday),
    ),

  day: ({ iso, compact, byNumbers, characters, dayMonthYear, monthDayYear, yearMonthDay }) =>
    P.alt(iso, compact, byNumbers, characters, dayMonthYear, monthDayYear, yearMonthDay),

  // 2024-03-05          2024/3/5          2024. 03. 05.
  iso: () =>
    year
      .chain((y) =>
        separator.chain((sign) =>
          P.seqMap(blanks.then(one), P.string(sign).then(blanks).then(one), (m, d) => [y, m, d] as const).skip(
            P.regexp(sign === "." ? /\.?/ : /(?![/.-]?\d)/),
          ),
        ),
      )
      .chain(certain),

  // 20240305
  compact: () => P.seq(century, two, two).chain(certain),

  // 05.03.2024          03/05/2024
  byNumbers: () =>
    digits.chain((first) =>
      separator.chain((sign) =>
        P.seqMap(digits, P.string(sign).then(year), (second, y) => ({ y, first, second, sign })).chain((printed) =>
          sign === "." ? certain([printed.y, Number(printed.second), Number(first)]) : either(printed),
        ),
      ),
    ),

  // 2024年3月5日          2024년 3월 5일
  characters: () =>
    P.seq(year.skip(P.regexp(/[年년][ \t]*/)), one.skip(P.regexp(/[月월][ \t]*/)), one.skip(P.regexp(/[日일]/))).chain(
      certain,
    ),

  // den 5. März 2024          5 de marzo de 2024
  dayMonthYear: () =>
    P.seqMap(
      article.then(one).skip(between),
      month.skip(between),
      year.skip(yearEnd),
      (d, m, y) => [y, m, d] as const,
    ).chain(certain),

  // March 5, 2024
  monthDayYear: () =>
    P.seqMap(month.skip(between), one.skip(between), year, (m, d, y) => [y, m, d] as const).chain(certain),

  // 2024. március 5.
  yearMonthDay: () => P.seq(year.skip(between), month.skip(between), one.skip(P.regexp(/\.?/))).chain(certain),
});

function certain([y, m, d]: readonly [number, number, number]): P.Parser<Day> {
  const day = isoDay(y, m, d);
  return day === undefined ? P.fail("a day") : P.of({ monthFirst: day, dayFirst: day });
}

interface PrintedNumbers {
  readonly y: number;
  readonly first: string;
  readonly second: string;
  readonly sign: string;
}

/** A day whose month is one of two numbers, and the order where only one of them can be. */
function either({ y, first, second, sign }: PrintedNumbers): P.Parser<Day> {
  const monthFirst = isoDay(y, Number(first), Number(second));
  const dayFirst = isoDay(y, Number(second), Number(first));
  if (monthFirst !== undefined && dayFirst !== undefined) {
    const isShort = first.length === 1 && second.length === 1;
    return P.of({ monthFirst, dayFirst, printed: { sign, isShort } });
  }
  const only = monthFirst ?? dayFirst;
  if (only === undefined) return P.fail("a day");
  return P.of({ monthFirst: only, dayFirst: only, shows: monthFirst === undefined ? "dayFirst" : "monthFirst" });
}

/** The day that the weekday agrees with. A name that fits neither order was none of a weekday. */
function onWeekday(day: Day, weekdays: ReadonlySet<number> | undefined): Day {
  const { monthFirst, dayFirst } = day;
  if (weekdays === undefined || monthFirst === dayFirst) return day;
  const [isMonthFirst, isDayFirst] = [weekdays.has(weekdayOf(monthFirst)), weekdays.has(weekdayOf(dayFirst))];
  if (isMonthFirst === isDayFirst) return day;
  const only = isMonthFirst ? monthFirst : dayFirst;
  return { monthFirst: only, dayFirst: only, shows: isMonthFirst ? "monthFirst" : "dayFirst" };
}
