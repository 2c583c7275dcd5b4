import type { HostReport, ReportPlace } from "../../report/index.ts";
import { placeText } from "../figures.ts";
import { hostPlaces, sourcesOf } from "../host-places.ts";
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

/** The names of all sources of a report, or of all bundles. */
export function sourceNames(names: readonly string[]): SourceNames {
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

/** The page of one host: its sources are named once, above, and a place is no more than its lines. */
export function pageOfHost(page: Page, host: HostReport): Page {
  const { place, gutter } = hostPlaces(host, page.place);
  return { ...page, place, gutter };
}

/** The sources of a host by their numbers; none for a host of one source, which stands in its heading. */
export function legendLines(host: HostReport, page: Page): readonly string[] {
  const sources = sourcesOf(host);
  if (sources.length < 2) return [];
  return sources.map((source, at) => page.paint.faint(`  [${at + 1}] ${page.source(source)}`));
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
