import type { HostReport, Report, ReportPlace } from "../../report/index.ts";
import { placeText } from "../figures.ts";
import { printable } from "../printable.ts";
import type { Page } from "./page.ts";

/** How sources are called on a page: below the folder that they have in common, where that is a long one. */
export interface SourceNames {
  /** The folder with its last separator; empty where names stand whole. */
  readonly folder: string;
  readonly shown: (source: string) => string;
}

/** A shorter folder is no burden, and says where a file is. */
const SHORTEST_FOLDER = 12;

/** Names up to this long stand whole. */
const LONGEST_WHOLE = 30;

/** The names of all sources of a report. */
export function sourceNames({ sources }: Pick<Report, "sources">): SourceNames {
  const names = sources.map(({ name }) => name);
  const folder = names.some(({ length }) => length > LONGEST_WHOLE) ? commonFolder(names) : "";
  const short = folder.length < SHORTEST_FOLDER ? "" : folder;
  return {
    folder: short,
    shown: (source) => printable(source.startsWith(short) ? source.slice(short.length) : source),
  };
}

/** The page with the short names of a report. */
export function pageOfReport(page: Page, names: SourceNames): Page {
  const place = (at: ReportPlace, endLine?: number) => placeText({ ...at, source: names.shown(at.source) }, endLine);
  return { ...page, place, gutter: place, source: names.shown };
}

/**
 * The page of one host: its sources are named once, above, and a place is no more than its lines; with several sources the
 * number of the source stands before them.
 */
export function pageOfHost(page: Page, host: HostReport): Page {
  const sources = sourcesOf(host);
  const isOne = sources.length === 1;
  const numbered = (at: ReportPlace, endLine = at.line) => {
    const number = sources.indexOf(at.source) + 1;
    if (number === 0) return page.place(at, endLine);
    const range = endLine > at.line ? `${at.line}–${endLine}` : String(at.line);
    return isOne ? range : `[${number}]:${range}`;
  };
  const place = (at: ReportPlace, endLine = at.line) => {
    const text = numbered(at, endLine);
    return isOne && sources.includes(at.source) ? `${endLine > at.line ? "lines" : "line"} ${text}` : text;
  };
  return { ...page, place, gutter: numbered };
}

/** The sources of a host by their numbers; none for a host of one source, which stands in its heading. */
export function legendLines(host: HostReport, page: Page): readonly string[] {
  const sources = sourcesOf(host);
  if (sources.length < 2) return [];
  return sources.map((source, at) => page.paint.faint(`  [${at + 1}] ${page.source(source)}`));
}

/** The sources that a host's captures are in, each once. */
export function sourcesOf({ captures }: HostReport): readonly string[] {
  return [...new Set(captures.map(({ source }) => source))];
}

/** The longest beginning of all names that ends with a separator. */
function commonFolder(names: readonly string[]): string {
  const [first = ""] = names;
  let length = Math.max(first.lastIndexOf("/"), first.lastIndexOf("\\"), first.lastIndexOf("!")) + 1;
  for (const name of names) {
    while (length > 0 && !name.startsWith(first.slice(0, length))) {
      const shorter = first.slice(0, length - 1);
      length = Math.max(shorter.lastIndexOf("/"), shorter.lastIndexOf("\\"), shorter.lastIndexOf("!")) + 1;
    }
  }
  return first.slice(0, length);
}
