import P from "parsimmon";
import { fits, readAny } from "../../contract/lines.ts";
import { token } from "../../lexicon/lexemes.ts";
import { locales } from "../../locales/index.ts";
import { dates } from "./dates.ts";
import type { DateOrder, Stamp } from "./stamp.ts";

const ENGLISH = "en-US";
const dayThenMonth = token(/d{1,2}[^\w]M{1,2}[^\w]y{2,4}/);
const slashes = token(/[^/]*\/[^/]*\/[^/]*/);
/** Behind the seconds, as `%time%` of cmd.exe prints it. */
const hundredths = token(/[\d:]+\.\d+/);
const seconds = token(/\d{1,2}:\d\d:\d\d/);

const part = P.alt(
  dates.date.map((day) => day.shows),
  token(() => /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/u).result(undefined),
).many();
const slashed = token(/[^\n]*?\d{1,2}[/-]\d{1,2}[/-]\d{4}[^\n]*/);

/** The order of day and month that dates in a line show by themselves; undefined when none does. */
export function dateOrderIn(line: string): DateOrder | undefined {
  if (!fits(slashed, line)) return undefined;
  return readAny(part, line).find((shown) => shown !== undefined);
}

/**
 * The order in a stamp in doubt by the display language of the captures around it; null when it may be either. English
 * Windows is used with both. PowerShell prints a time within a text with slashes and the month first in any language,
 * so where the language has no slashes itself, those are PowerShell's.
 */
export function dateOrderOf({ day, clock, isOfTwelve }: Stamp, locale: string | null): DateOrder | null {
  const printed = day?.printed;
  if (printed === undefined) return null;
  if (locale === ENGLISH) return printed.sign === "/" && printed.isShort && isOfTwelve === true ? "monthFirst" : null;
  const own = locales.find(({ tag }) => tag === locale)?.shortDate;
  if (own === undefined) return null;
  if (!fits(slashes, own)) return printed.sign === "/" && isOfPowerShell(clock) ? "monthFirst" : null;
  return fits(dayThenMonth, own) && !isOfPowerShell(clock) ? "dayFirst" : null;
}

/** With seconds, and without parts of them. */
function isOfPowerShell(clock: string | null): boolean {
  return clock !== null && fits(seconds, clock) && !fits(hundredths, clock);
}
