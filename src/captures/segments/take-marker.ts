import type { Line } from "../../../grammar/index.ts";
import {
  asksForHostName,
  fullNameOf,
  type HostHeading,
  type HostSignal,
  hostNamePrinted,
  isPrintedName,
  isTellingName,
  type Marker,
  named,
} from "../../../grammar/markers/index.ts";
import { memoizeLine } from "../../text/index.ts";
import type { HostMention } from "../host-names.ts";
import { echoBelow, mentionOf } from "./echo.ts";
import { leaveConsole, nameBanners } from "./host-names.ts";
import { remarkOf } from "./line-clues.ts";
import { closeSegment, type OpenSegment, release, type Segmenter } from "./segmenter.ts";

const mayNameHost = memoizeLine(asksForHostName);

const NET_CONFIG: HostSignal = "net config";

/** What a computer prints of itself: what it printed right above is of the same. */
const ofItself: ReadonlySet<HostSignal> = new Set(["hostname", "COMPUTERNAME", NET_CONFIG]);

/**
 * Ends the capture above and notes what the marker says of those below, or of the one above. `lines` are those that are
 * nothing else: none where the line begins a capture as well.
 */
export function takeMarker(segmenter: Segmenter, marker: Marker, line: Line, lines: readonly Line[] = [line]): void {
  const above = segmenter.open;
  const host = marker.host && mentionOf(marker.host, lineOf(line));
  if (host !== undefined && marker.host !== undefined && ofItself.has(marker.host.by)) nameBanners(segmenter, host);
  closeSegment(segmenter);
  release(segmenter, 0, line);
  if (host?.reach === "section") leaveConsole(segmenter);
  const isAbove = marker.host?.reach === "above";
  if (host !== undefined && isAbove) renameLast(segmenter, above, { host });
  if (marker.timeReach === "above" && marker.time !== undefined) renameLast(segmenter, above, { time: marker.time });
  segmenter.ready.push({
    class: marker.class,
    lines,
    ...(host !== undefined && { named: host }),
    ...(marker.time !== undefined && { time: marker.time }),
  });
  const next = isAbove ? segmenter.echo.host : hostBelow(segmenter, marker, host);
  const { isTimeFresh } = segmenter;
  segmenter.echo = echoBelow(segmenter.echo, marker, next, { line: lineOf(line), isTimeFresh });
  if (marker.time !== undefined) segmenter.isTimeFresh = true;
  if (next !== null) segmenter.known.add(next.name.toUpperCase());
  if (marker.isWithin === true || isAbove) return;
  segmenter.expectsHostName = marker.command !== null && mayNameHost(marker.command);
  segmenter.awaitsAnswer = true;
  segmenter.answered.clear();
}

/** What a command printed that was asked for the name of the computer, or `net config` below the short name. */
export function hostAnswer(segmenter: Segmenter, text: string): Marker | undefined {
  const { host } = segmenter.echo;
  const full = host?.by === NET_CONFIG ? fullNameOf(host.name, text) : undefined;
  if (full !== undefined) return { class: "banner", command: null, host: named(full, NET_CONFIG), isWithin: true };
  const name = segmenter.expectsHostName ? hostNamePrinted(text) : undefined;
  if (name === undefined || !isPrintedName(name)) return undefined;
  // Behind the output of another command of the line a lone word may be part of that.
  if (segmenter.open !== undefined && !isTellingName(name)) return undefined;
  segmenter.expectsHostName = false;
  return { class: "banner", command: null, host: named(name, "hostname"), isWithin: true };
}

/** The marker that a line is which no capture claims: a label or a heading that names a host or a time. */
export function remarkMarker(text: string): Marker | undefined {
  const { label, hostHeading } = remarkOf(text);
  if (label !== undefined) return label;
  if (hostHeading === undefined || !isMarker(hostHeading)) return undefined;
  return { class: "banner", command: null, host: named(hostHeading.name, "a heading"), isWithin: true };
}

/** Salt and its likes put much between the name of a host and what was captured of it. */
function isMarker({ trust, hasColon }: HostHeading): boolean {
  return trust === "sure" || (trust === "likely" && hasColon);
}

/** The host from a marker on. A prompt without a name behind a remote session is that of the console before it. */
function hostBelow(segmenter: Segmenter, marker: Marker, host: HostMention | undefined): HostMention | null {
  const { echo, console: before } = segmenter;
  if (host?.reach === "section") {
    segmenter.console ??= { host: echo.host };
    return host;
  }
  if (before !== undefined && marker.class === "prompt") {
    segmenter.console = undefined;
    return host ?? before.host;
  }
  return host ?? echo.host;
}

function renameLast(segmenter: Segmenter, above: OpenSegment | undefined, what: Partial<OpenSegment>): void {
  const at = segmenter.ready.findLastIndex((passage) => "kind" in passage);
  const passage = segmenter.ready[at];
  if (above !== undefined && passage !== undefined) segmenter.ready[at] = { ...passage, ...what } as typeof passage;
}

function lineOf({ pieces }: Line): number {
  return pieces[0].line;
}
