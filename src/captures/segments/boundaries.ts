import {
  type AnyGrammar,
  type CaptureKind,
  grammars,
  isKnownState,
  type Line,
  type Surroundings,
} from "../../../grammar/index.ts";
import { isRuledHeading } from "../../../grammar/markers/index.ts";
import { columnsIn, endOf, type Mended } from "../../text/index.ts";
import { aboveRows, looksLikeColumns } from "./above-rows.ts";
import { isBanner, remarkOf } from "./line-clues.ts";
import { hasRules, isBlank, isDoubleSpaced, type OpenSegment, type Segmenter } from "./segmenter.ts";

/** No state of a connection is longer, in any language. */
const LONGEST_STATE = 64;

/**
 * True where the record begins another capture of its kind: netstat repeats its heading at each interval, and of two
 * tables behind one another only one may have the column of offload states.
 */
export function isOfAnother({ kind, parts, tail, hasRecords }: OpenSegment, record: Mended): boolean {
  if (!hasRecords || tail.length === 0) return false;
  if (kind === "netstat" && aboveRows(kind, tail) > 0) return true;
  const last = parts.at(-1);
  if (last === undefined || !tail.every(isBlank) || isDoubleSpaced(parts)) return false;
  const grammar: AnyGrammar | undefined = grammars.find((candidate) => candidate.kind === kind);
  return grammar?.differs?.(columnsIn(last), columnsIn(record)) === true;
}

/** True where nothing above gives a meaning to a line that has none by itself. */
export function isUnasked(segmenter: Segmenter): boolean {
  const { options, open, object, echo, lone, isInHead, isBelowVersion } = segmenter;
  const isAnswer = echo.command !== null || segmenter.expectsHostName || segmenter.awaitsAnswer;
  const isPart = open !== undefined || object !== undefined || isInHead || isBelowVersion || lone !== null;
  return options.as === undefined && !isAnswer && !isPart && echo.host?.by !== "net config";
}

/** True when the line went to the open segment: its grammar knows such lines and nothing stands between. */
export function continuesOpen(segmenter: Segmenter, line: Line): boolean {
  const { open: segment, echo } = segmenter;
  if (segment === undefined) return false;
  const grammar: AnyGrammar | undefined = grammars.find(({ kind }) => kind === segment.kind);
  if (grammar === undefined || !goesOn(grammar, segment, line, echo)) return false;
  // What PowerShell hangs on an object is a line of its own in objects alone.
  const said = grammar.above === undefined ? remarkOf(line.text).label?.host : undefined;
  if (said?.reach === "object" || (said !== undefined && segment.kind === "netstat" && /^\S/.test(line.text)))
    return false;
  if (segment.hasRecords && mayHead(segment.kind, line.text) && !isRestOfState(segment, line.text)) return false;
  // A rule under a heading is of the table; under its rows it announces what comes next.
  if (segment.hasRecords && !hasRules(segment.kind) && isHeading(line.text)) return false;
  segment.parts.push(...segment.tail.splice(0), line);
  return true;
}

function isHeading(text: string): boolean {
  return isBanner(text) || isRuledHeading(text) || remarkOf(text).hostHeading?.trust === "sure";
}

/** True when the grammar knows such a line, below the last one or, where it says so, below blank ones. */
function goesOn(grammar: AnyGrammar, segment: OpenSegment, { text }: Line, echo: Surroundings): boolean {
  const { tail, hasRecords, parts } = segment;
  if (tail.length === 0) return grammar.continues(text, echo);
  if (!tail.every(isBlank)) return false;
  if (!hasRecords) return grammar.resumes?.(text) === true;
  return tail.length === 1 && isDoubleSpaced(parts) && grammar.continues(text, echo);
}

/** True for a line below rows that is the heading of the next table where more rows follow it. */
function mayHead(kind: CaptureKind, text: string): boolean {
  return kind === "netstat" && (looksLikeColumns(text) || mayHeadHost(text));
}

/** True for a state of a row that a mail has put on a line of its own, or its end: FIN_WARTEN_2 looks like a name. */
function isRestOfState({ parts }: OpenSegment, text: string): boolean {
  const rest = text.trim();
  const above = parts.at(-1);
  const last = /\S*$/.exec((above === undefined ? "" : endOf(above)).trimEnd().slice(-LONGEST_STATE))?.[0] ?? "";
  return isKnownState(rest) || isKnownState(last + rest);
}

/**
 * True for `[SRV01]`, the executable of the row above or the heading of what follows, and for `srv01:` or `1) SRV01` at
 * the beginning of a line, a piece of that row or a heading: only the next line shows which.
 */
export function mayHeadHost(text: string): boolean {
  const { label, hostHeading } = remarkOf(text);
  if (label !== undefined || hostHeading === undefined) return false;
  const { isInBrackets, trust, hasColon, isAnnounced, isDrawn } = hostHeading;
  // netstat prints the executable, and the service above it, behind a blank.
  const isAtMargin = !/^\s/.test(text);
  if (isInBrackets) return trust !== "possible" || isAtMargin;
  return isAtMargin && (hasColon || isAnnounced || (trust !== "possible" && !isDrawn));
}
