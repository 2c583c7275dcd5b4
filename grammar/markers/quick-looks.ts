import type { Hint } from "../contract/hint.ts";
import type { Written } from "../hints/expressions.ts";
import { tokens } from "../lexicon/lexemes.ts";
import { collectorHint } from "./collector-headings.ts";
import { mentionsCommand } from "./commands.ts";
import { decorated, drawnAround } from "./decoration.ts";
import { fileHeadingHint } from "./file-headings.ts";
import { announcements, ordinals, prepositions } from "./host-headings.ts";
import { copulas } from "./label-words.ts";
import { anyHostLabel, currentTime, lastWords, sign } from "./labels.ts";
import { phaseWords } from "./phases.ts";
import { statesProduct } from "./product-versions.ts";
import { promptHint } from "./prompts.ts";
import { ruleHint } from "./rules.ts";
import { runnerHint } from "./runners.ts";
import { mayBeTime } from "./times/stamps.ts";
import { transcriptHint } from "./transcripts.ts";

const hints: readonly Hint[] = [
  promptHint,
  collectorHint,
  runnerHint,
  fileHeadingHint,
  transcriptHint,
  mentionsCommand,
  ruleHint,
  statesProduct,
];

/** Words and numbers behind where a time begins: a message of a log has more. */
const MOST_BEHIND = 10;

/** With a digit, a hyphen or a domain, or capitals. */
const tellingName = "[\\p{L}\\p{M}\\p{N}_.-]*(?:[\\d.-]|[\\p{Lu}_]{3})[\\p{L}\\p{M}\\p{N}_.-]*";
const word = "[\\p{L}\\p{M}_]+";
const brackets = "(?:[ \\t]*\\([^()\\n]{1,100}\\)?)?";
const dash = "[ \\t]+(?:[-–:|][ \\t]+)?";

/**
 * What a line holds one of that a marker may be read from: for a look at all lines at once, not to be tried one by one.
 */
export function markerExpressions(): readonly Written[] {
  return [...hints.flatMap((hint) => hint.expressions()), ...timeHeadings(), ...labels(), ...hostHeadings()];
}

/** The headings with nothing but a time, a host and a time, or a phase; those drawn around may say more. */
function timeHeadings(): readonly Written[] {
  const time = timeSource();
  return [
    {
      source: `(?:${time})\\S*(?:[ \\t]+\\S+){0,${MOST_BEHIND}}[ \\t]*$`,
      ignoreCase: true,
    },
    drawnAround(`[^\\n]*(?:${time})[^\\n]*`),
    drawnAround(`[^\\n]*(?:${phaseWords})[^\\n]*`),
    decorated(`\\S*(?:${phaseWords})\\S*`),
  ];
}

/** The labels that name a host or a time, in headings as well. */
function labels(): readonly Written[] {
  const time = timeSource();
  return [
    decorated("[^\\n]*[ \\t]\\\\\\\\\\S+"),
    decorated("PSComputerName[^\\n]*"),
    decorated(`(?:${anyHostLabel.source})(?:${sign.source})[^\\n]*`),
    decorated(`(?:${anyHostLabel.source})[ \\t]#?\\d{1,3}(?:${sign.source})[^\\n]*`),
    { source: `[[【](?:${anyHostLabel.source})[\\]】][^\\n]*`, ignoreCase: true },
    decorated(`(?:${currentTime.source})[^\\n]*`),
    { source: `(?:${lastWords()})(?:${sign.source})[^\\n]*(?:${time})`, ignoreCase: true },
    { source: `(?![ -~])[\\u0080-\\u{10ffff}][^\\n]*(?:${sign.source})[^\\n]*(?:${time})`, ignoreCase: true },
  ];
}

/** The headings that name a host. */
function hostHeadings(): readonly Written[] {
  const name = tokens.hostName.source;
  const preposition = `(?:${[...prepositions, ...copulas].join("|")})[ \\t]+`;
  const reported = `(?:\\S+[ \\t]+)+${preposition}(?:${name})`;
  const announced = `(?:${announcements.join("|")})[ \\t]*[:：]?[ \\t]+(?:${preposition})?`;
  return [
    decorated(`(?:${name})${brackets}`),
    decorated(`(?:${name})[ \\t]+\\(\\d{1,6}\\)`),
    decorated(`(?:${anyHostLabel.source})[ \\t]+(?:${name})${brackets}`),
    decorated(`(?:${announced}|${ordinals.source})(?:${name})${brackets}[ \\t]*(?:\\.{2,3}|…)?`),
    drawnAround(reported),
    decorated(`${reported}[ \\t]*:`),
    drawnAround(`(?:${tellingName})${dash}${word}(?:[ \\t]+${word})*`),
    drawnAround(`(?:${word}${dash})+(?:${tellingName})`),
  ];
}

function timeSource(): string {
  return mayBeTime
    .expressions()
    .map(({ source }) => source)
    .join("|");
}
