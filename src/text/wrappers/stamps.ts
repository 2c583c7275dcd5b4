import type { Line } from "../../../grammar/contract/place.ts";
import { isTellingName } from "../../../grammar/markers/index.ts";
import { type Edit, edited, matchesOf } from "../mends/mend.ts";
import { hostNames } from "./host-names.ts";
import { answer, answerIn, isBelowRow, isRow } from "./printed-lines.ts";
import { anyLine, atBeginning, type Unwrapping, type Wrapper } from "./wrapper.ts";

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const day = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(?:[A-Z][a-z]{2},? )?(?:${months} {1,2}\\d{1,2}(?:,? \\d{4})?|\\d{1,2}[ -]${months}(?:[ -]\\d{2,4})?))`;
const clock =
  "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:[ \\u202f]?[AaPp]\\.?[Mm]\\.?)?(?:Z|[ ]?[+-]\\d{2}:?\\d{2}\\b)?";
/** A time in front of a line, in brackets or not; behind the priority and the version of syslog. */
const stamp = new RegExp(
  `^(?<open>[ \\t]{0,8}(?:<\\d{1,3}>(?:\\d )?)?[\\[(<]?)(?<time>(?<day>${day}(?:T|,? {1,2}|_))${clock}|${clock}(?:,? ${day})?)[\\])>]?(?=[ \\t,;|:-]|$)`,
);
const mayHold = /(?:<\d{1,3}>(?:\d )?)?[[(<]?(?:\d{1,4}[-/.:]\d|[A-Z][a-z]{2},? {1,2}[\dA-Z]|\d{1,2}[ -][A-Z])/y;

/** What stands between the time and the text is no longer: a level, a program, somebody's name. */
const LONGEST_TAIL = 100;
/** How much of a line is looked at for what a command printed. */
const LONGEST_LOOK = 200;
/** Hosts of which it is known whether a table of theirs has ended. */
const MOST_HOSTS = 1000;
/** Lines held back until one shows that what stands behind the times is printed by a command. */
const MOST_HELD = 60;

const name = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,252}";
/** Where a log has the name of its host: right behind the time, alone in brackets, or behind a label. */
const word = new RegExp(
  `^[ \\t]*(?<first>${name})(?=[ \\t:]|$)|\\[(?<lone>${name})\\]|\\bhost(?:name)?=(?<labelled>${name})`,
  "giu",
);
/** Threads, classes, requests and other sources of messages are called by words with numbers and dots as well. */
const noHost =
  /thread|pool|worker|task|exec|http|main|\.\p{Lu}|^(?:\w\.)+\w|\.(?:exe|py|ps1|js|go|java)$|^\d|^[\da-f-]{6,}$|^(?:v|re?q|request|sess|session|trace|span|tx|txn|corr|job|run|build|step|id|conn|client|user|level|lvl|pid|tid|seq|line|row|msg|event|attempt|try)[-_.]?\d/iu;

/** The stamps of logs, of syslog and of chats in front of each line; a host behind them stays there for what parts hosts. */
export const stamps: Wrapper = {
  name: "lines behind times",
  hints: [new RegExp(`${atBeginning(mayHold).source}[^\\n]*(?:${answer.source})`)],
  mayHold: (text) => anyLine(text, mayHold, beginsStamp),
  begin: () => begin(),
};

/** A digit, a bracket or a capital. */
function beginsStamp(code: number): boolean {
  return (code >= 0x30 && code <= 0x3c) || code === 0x5b || code === 0x28 || (code > 0x40 && code < 0x5b);
}

function begin(): Unwrapping {
  let held: Line[] = [];
  let tail: RegExp | undefined;
  const hosts = hostNames.begin();
  // By host whether a table has ended: as before its first line the next one begins a capture.
  const between = new Map<string, boolean>();
  const rest = (): readonly Line[] => {
    const lines = held;
    held = [];
    return lines;
  };
  const stripped = (line: Line, behind: RegExp): readonly Line[] => {
    const found = stamp.exec(line.text);
    const rest = found === null ? null : behind.exec(line.text.slice(found[0].length));
    if (found === null || rest === null) return [line];
    const end = found[0].length + rest[0].length;
    const host = rest.groups?.["host"] ?? "";
    const isBetween = between.get(host) ?? between.size < MOST_HOSTS;
    const content = line.text.slice(end);
    const begins = isBetween && content.trim() !== "" && !isRow(content) && !isBelowRow(content);
    if (content.trim() !== "" && !isBelowRow(content)) between.set(host, isRow(content));
    const before = host === "" ? "" : `${host}: `;
    const lines = edited(line, begins ? timed(found, end, before) : [{ from: 0, to: end, text: before }]);
    return host === "" ? lines : lines.flatMap((one) => hosts.take(one));
  };
  return {
    take: (line) => {
      const { text } = line;
      if (!mayBegin(text)) return [...rest(), ...hosts.rest(), line];
      if (tail !== undefined) return stripped(line, tail);
      held.push(line);
      const at = answerIn(text.slice(0, LONGEST_LOOK));
      const found = at === undefined ? null : stamp.exec(text);
      if (found === null) return held.length > MOST_HELD ? rest() : [];
      const behind = tailIn(text.slice(found[0].length));
      tail = behind;
      return behind === undefined ? [] : rest().flatMap((one) => stripped(one, behind));
    },
    rest: () => [...rest(), ...hosts.rest()],
  };
}

function mayBegin(text: string): boolean {
  mayHold.lastIndex = text.length - text.trimStart().length;
  return mayHold.test(text);
}

/** What all lines have between time and text, told by one that a command printed; undefined for any other line. */
function tailIn(text: string): RegExp | undefined {
  const at = answerIn(text.slice(0, LONGEST_LOOK));
  if (at === undefined || at > LONGEST_TAIL) return undefined;
  const tail = text.slice(0, at).trimEnd();
  const host = hostIn(tail);
  const from = host === undefined ? tail.length : tail.indexOf(host);
  const named = host === undefined ? "" : `(?<host>${name})`;
  const behind = patternOf(tail.slice(from + (host?.length ?? 0)));
  return new RegExp(`^${patternOf(tail.slice(0, from))}${named}${behind}(?:[ \\t]|$)`, "u");
}

function hostIn(tail: string): string | undefined {
  const words = matchesOf(tail, word).flatMap(
    ({ groups = {} }) => groups["first"] ?? groups["lone"] ?? groups["labelled"] ?? [],
  );
  return words.find((own) => !noHost.test(own) && isTellingName(own));
}

/** The text with any number in place of each of its own. */
function patternOf(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(/\d+/g, "\\d{1,20}");
}

/** The time on a line of its own where it says day and clock, and the text below it, behind its host. */
function timed({ groups = {} }: RegExpExecArray, end: number, host: string): readonly Edit[] {
  const { open = "", time = "", day: hasDay } = groups;
  if (hasDay === undefined) return [{ from: 0, to: end, text: host }];
  return [
    { from: 0, to: open.length, text: host },
    { from: open.length + time.length, to: end, text: `\n${host}` },
  ];
}
