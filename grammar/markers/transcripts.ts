import P from "parsimmon";
import type { Hint } from "../contract/hint.ts";
import { hintOf, readLine } from "../contract/lines.ts";
import { blanks, colon, lineEnd, someBlanks, token } from "../lexicon/lexemes.ts";
import { hostName } from "./host-name.ts";
import { type Marker, named } from "./marker.ts";
import { clocks } from "./times/clocks.ts";
import { dates } from "./times/dates.ts";
import { stampOf } from "./times/stamp.ts";

interface Spec {
  line: Marker;
  machine: Marker;
  time: Marker;
}

const label = token(() => /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’ -]{0,60}/u);
const labelled = label.then(blanks).then(colon).then(blanks);
const windows = token(/\((?:Microsoft Windows|Unix|Linux|Darwin)[^()\n]{0,200}\)/);

/** The head of a PowerShell transcript, in any language: by the forms of what stands behind its labels. */
const language = P.createLanguage<Spec>({
  line: ({ machine, time }) => P.alt(machine, time).skip(blanks).skip(lineEnd),

  // Machine: SRV01 (Microsoft Windows NT 6.1.7601 Service Pack 1)
  machine: () =>
    labelled
      .then(hostName)
      .skip(someBlanks)
      .skip(windows)
      .map((name) => ({ class: "banner", command: null, host: named(name, "the PowerShell transcript") })),

  // Start time: 20240305081510
  time: () =>
    labelled
      .then(P.seqMap(dates.compact, clocks.compact, (day, clock) => stampOf(day, clock, "")))
      .map((time) => ({ class: "banner", command: null, time, isWithin: true })),
});

export const transcriptHint: Hint = hintOf(() => [
  [/:[ \t]*\S+[ \t]+\((?:Microsoft Windows|Unix|Linux|Darwin)/],
  [/[:：][ \t]*\d{14}/],
]);

/** What the line of a transcript's head says. */
export function readTranscriptHead(text: string): Marker | undefined {
  return transcriptHint(text) ? readLine(language.line, text) : undefined;
}
