import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { hintOf, readLine } from "../contract/lines.ts";
import { blanks, lineEnd, token } from "../lexicon/lexemes.ts";
import { hostName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";
import { clocks } from "./times/clocks.ts";
import { dates } from "./times/dates.ts";
import { type Stamp, stampOf } from "./times/stamp.ts";

interface Spec {
  heading: Marker;
  tss: Marker;
  mdct: Marker;
  opening: Marker;
  getNetView: Marker;
  psExec: Marker;
  clusterInfo: Marker;
}

const LONGEST_COMMAND = 300;
/** Behind a time and a colon whatever stands is a command, also one that nobody knows. */
const someCommand = token(() => new RegExp(`[^\\n]{1,${LONGEST_COMMAND}}`))
  .map((text) => text.trim())
  .desc("a command");
const parting = P.string(" : ");
const user = token(/\S[^@\n]{0,103}(?= @ )/).desc("a user");
const initialize = token(/ \. INITIALIZE file /);
const untilComputer = token(/[^\n]* on (?=\S+ in Domain(?: |\n))/);
const inDomain = token(/ in Domain[^\n]*/);
const reportFor = token(/-?[ \t]{0,80}\S[^\n]{0,80} Report for NODE:[ \t]{1,8}/);
const shareSign = P.string("\\\\");
const colon = P.string(":");
const drawn = token(/={5} {1,2}/);

/** Headings of collectors that nobody else writes. */
const language = P.createLanguage<Spec>({
  heading: ({ tss, mdct, opening, getNetView, psExec, clusterInfo }) =>
    blanks.then(P.alt(tss, mdct, opening, getNetView, psExec, clusterInfo)).skip(lineEnd),

  // 20240115 10:22:33.456 : netsh interface tcp show global
  // 2024/01/15 10:22:33.456 : netsh interface tcp show global, as MSRD-Collect has it, the signs those of the locale
  tss: () =>
    P.seqMap(
      P.seqMap(dates.compact.or(dates.iso).skip(P.string(" ")), clocks.clock.or(clocks.dotted), (day, clock) =>
        stampOf(day, clock, ""),
      ),
      parting.then(someCommand),
      timed,
    ),

  // ===== 10:15:23.45 : netsh int tcp show global
  mdct: () =>
    P.seqMap(
      drawn.then(clocks.clock).map((clock) => stampOf(null, clock, "")),
      parting.then(someCommand),
      timed,
    ),

  // Mon 01/15/2024 10:22:40.12 . INITIALIZE file C:\mDCT\…\netstat-nato.txt by admin on SRV01 in Domain CONTOSO
  opening: () =>
    P.regexp(/\S[^\n]{0,60}(?= \. INITIALIZE file )/)
      .then(initialize)
      .then(untilComputer)
      .then(hostName)
      .skip(inDomain)
      .map(collected),

  // Administrator @ SRV01:
  getNetView: () => user.then(P.string(" @ ")).then(hostName).skip(colon).skip(blanks).map(collected),

  // \\SRV01:
  psExec: () =>
    shareSign
      .then(hostName)
      .skip(colon)
      .skip(blanks)
      .map((name) => ({ class: "banner", command: null, host: named(name, "PsExec") })),

  // -                      Netstat NATO Report for NODE:  NODE01
  clusterInfo: () => reportFor.then(hostName).skip(blanks).map(collected),
});

export const collectorHint: Hint = hintOf(() => [
  [/^[ \t]*(?:\d{8}|\d{4}[/.-]\d\d[/.-]\d\d) [^\n]{4,24}? : /],
  [/^[ \t]*(?:={5} |\\\\)/],
  [/ @ \S+:/],
  [/ INITIALIZE file /],
  [/ Report for NODE:/],
]);

/** The heading of a collector that a line is. */
export function readCollectorHeading(text: string): Marker | undefined {
  return collectorHint(text) ? readLine(language.heading, text) : undefined;
}

function timed(time: Stamp, command: string): Marker {
  return { class: "banner", command, time };
}

function collected(name: string): Marker {
  return { class: "banner", command: null, host: named(name, "the collector's heading") };
}
