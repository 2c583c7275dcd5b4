import { pathOf } from "./source-path.ts";
import { dayOf, timeOf } from "./time-stamp.ts";

/** What separates the parts of a date, and those of a clock, is the same within each. */
const DATE = /(?<!\d)(?<y>(?:19|20)\d\d)(?<sign>[-._]?)(?<m>\d\d)\k<sign>(?<d>\d\d)/;
const CLOCK =
  /(?:[-_T .]{1,3}|(?<=\d{8}))(?<h>\d\d)(?<colon>[-._:h]?)(?<min>\d\d)(?:(?:\k<colon>|\.)(?<s>\d\d))?(?:\.\d{1,7})?/;
const STAMP = new RegExp(
  `${DATE.source}(?:${CLOCK.source}(?!\\d)(?<zone>Z(?![A-Za-z])|[-_ ]?(?:UTC|GMT)(?![A-Za-z]))?|(?!\\d))`,
  "g",
);

/** Longer names are not looked at. */
const LONGEST = 255;

/**
 * The time that the name of a source shows, where no collector is known that gives it: of the file, else of a folder.
 * The mere day of a folder may be that of a ticket, and the time of an archive that of its packing: they say nothing.
 */
export function timeInNames(source: string): string | undefined {
  if (last?.source !== source) last = { source, time: shownIn(source) };
  return last.time;
}

/** A source is asked about for each of its captures. */
let last: { readonly source: string; readonly time: string | undefined } | undefined;

function shownIn(source: string): string | undefined {
  const { file, folders } = pathOf(source);
  return timeIn(file) ?? folders.map(timeIn).findLast((time) => time?.includes("T"));
}

/** The only time in a name; undefined for none, and for several. */
function timeIn(name: string): string | undefined {
  if (name.length > LONGEST) return undefined;
  const found = [...name.matchAll(STAMP)].flatMap(({ groups }) => (groups === undefined ? [] : (isoOf(groups) ?? [])));
  const [first, ...more] = new Set(found);
  return more.length === 0 ? first : undefined;
}

function isoOf({ y, m, d, h, min, s = "00", zone }: Partial<Record<string, string>>): string | undefined {
  if (h === undefined) return dayOf(`${y}-${m}-${d}`);
  const time = timeOf(`${y}${m}${d}-${h}${min}${s}`);
  return time === undefined || zone === undefined ? time : `${time}Z`;
}
