import type { HostReport, ReportPlace } from "../report/index.ts";

/** How places of one host are called where its sources are named once, above. */
export interface HostPlaces {
  readonly sources: readonly string[];
  /** Within a sentence: `line 12`, `lines 3–8`; with several sources `[2]:12`. */
  readonly place: (at: ReportPlace, endLine?: number) => string;
  /** In front of a line that is quoted: `12`, `[2]:12`. */
  readonly gutter: (at: ReportPlace) => string;
}

type PlaceText = (at: ReportPlace, endLine?: number) => string;

/** The places of a host by lines and numbers of sources; `whole` is for a source that is none of the host's. */
export function hostPlaces(host: HostReport, whole: PlaceText): HostPlaces {
  const sources = sourcesOf(host);
  const isOne = sources.length === 1;
  const numbered = (at: ReportPlace, endLine = at.line) => {
    const number = sources.indexOf(at.source) + 1;
    if (number === 0) return whole(at, endLine);
    const range = endLine > at.line ? `${at.line}–${endLine}` : String(at.line);
    return isOne ? range : `[${number}]:${range}`;
  };
  const place = (at: ReportPlace, endLine = at.line) => {
    const text = numbered(at, endLine);
    return isOne && sources.includes(at.source) ? `${endLine > at.line ? "lines" : "line"} ${text}` : text;
  };
  return { sources, place, gutter: (at) => numbered(at) };
}

/** The sources that a host's captures are in, each once. */
export function sourcesOf({ captures }: HostReport): readonly string[] {
  return [...new Set(captures.map(({ source }) => source))];
}
