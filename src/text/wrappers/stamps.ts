import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited } from "../mends/mend.ts";
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
/** Lines held back until one shows that what stands behind the times is printed by a command. */
const MOST_HELD = 60;

/** The stamps of logs, of syslog and of chats in front of each line. */
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
  // Whether a table has ended, or no line was taken yet: then the next one begins a capture.
  let isBetween = true;
  const rest = (): readonly Line[] => {
    const lines = held;
    held = [];
    return lines;
  };
  const stripped = (line: Line, behind: RegExp): readonly Line[] => {
    const found = stamp.exec(line.text);
    const end = found === null ? 0 : endOfTail(line.text, found[0].length, behind);
    if (found === null || end === 0) return [line];
    const content = line.text.slice(end);
    const begins = isBetween && content.trim() !== "" && !isRow(content) && !isBelowRow(content);
    if (content.trim() !== "" && !isBelowRow(content)) isBetween = isRow(content);
    return edited(line, begins ? timed(found, end) : [{ from: 0, to: end, text: "" }]);
  };
  return {
    take: (line) => {
      const { text } = line;
      if (!mayBegin(text)) return held.length === 0 ? [line] : [...rest(), line];
      if (tail !== undefined) return stripped(line, tail);
      held.push(line);
      const at = answerIn(text.slice(0, LONGEST_LOOK));
      const found = at === undefined ? null : stamp.exec(text);
      if (found === null) return held.length > MOST_HELD ? rest() : [];
      const behind = tailIn(text.slice(found[0].length));
      tail = behind;
      return behind === undefined ? [] : rest().flatMap((one) => stripped(one, behind));
    },
    rest,
  };
}

/** Index behind the stamp of a line and what follows it; 0 where something else follows. */
function endOfTail(text: string, from: number, behind: RegExp): number {
  const found = behind.exec(text.slice(from));
  return found === null ? 0 : from + found[0].length;
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
  const pattern = tail.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\d+/g, "\\d{1,20}");
  return new RegExp(`^${pattern}(?:[ \\t]|$)`);
}

/** The time on a line of its own where it says day and clock, and the text below it. */
function timed({ groups = {} }: RegExpExecArray, end: number): readonly Edit[] {
  const { open = "", time = "", day: hasDay } = groups;
  if (hasDay === undefined) return [{ from: 0, to: end, text: "" }];
  return [
    { from: 0, to: open.length, text: "" },
    { from: open.length + time.length, to: end, text: "\n" },
  ];
}
