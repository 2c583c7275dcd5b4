import type { Line } from "../../../grammar/contract/place.ts";
import { type Edit, edited } from "../mends/mend.ts";
import { answerIn, isRow } from "./printed-lines.ts";
import type { Unwrapping, Wrapper } from "./wrapper.ts";

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const day = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(?:[A-Z][a-z]{2},? )?(?:${months} {1,2}\\d{1,2}(?:,? \\d{4})?|\\d{1,2}[ -]${months}(?:[ -]\\d{2,4})?))`;
const clock =
  "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:[ \\u202f]?[AaPp]\\.?[Mm]\\.?)?(?:Z|[ ]?[+-]\\d{2}:?\\d{2}\\b)?";
/** A time in front of a line, in brackets or not; behind the priority and the version of syslog. */
const stamp = new RegExp(
  `^(?<open>[ \\t]{0,8}(?:<\\d{1,3}>(?:\\d )?)?[\\[(<]?)(?<time>(?<day>${day}(?:T|,? {1,2}|_))${clock}|${clock}(?:,? ${day})?)[\\])>]?(?=[ \\t,;|:-]|$)`,
);
const mayHold =
  /(?:^|\n)[ \t]{0,8}(?:<\d{1,3}>(?:\d )?)?[[(<]?(?:\d{1,4}[-/.:]\d|[A-Z][a-z]{2},? {1,2}[\dA-Z]|\d{1,2}[ -][A-Z])/;

/** What stands between the time and the text is no longer: a level, a program, somebody's name. */
const LONGEST_TAIL = 100;
/** Lines held back until one shows that what stands behind the times is printed by a command. */
const MOST_HELD = 60;

/** The stamps of logs, of syslog and of chats in front of each line. */
export const stamps: Wrapper = {
  name: "lines behind times",
  mayHold: (text) => mayHold.test(text),
  begin: () => begin(),
};

interface Stamped {
  readonly line: Line;
  readonly found: RegExpExecArray;
}

function begin(): Unwrapping {
  const held: Stamped[] = [];
  let tail: RegExp | undefined;
  // Whether the line before was a row, or none was taken yet: then the next one that is none begins a capture.
  let isBetween = true;
  const raw = (): readonly Line[] => held.splice(0).map(({ line }) => line);
  const stripped = ({ line, found }: Stamped, behind: RegExp): readonly Line[] => {
    const { text } = line;
    const end = found[0].length + (behind.exec(text.slice(found[0].length))?.[0].length ?? 0);
    const content = text.slice(end);
    const begins = isBetween && content.trim() !== "" && !isRow(content);
    if (content.trim() !== "") isBetween = isRow(content);
    return edited(line, begins ? timed(found, end) : [{ from: 0, to: end, text: "" }]);
  };
  return {
    take: (line) => {
      const found = stamp.exec(line.text);
      if (found === null) return held.length === 0 ? [line] : [...raw(), line];
      const known = tail;
      if (known?.test(line.text.slice(found[0].length)) === true) return stripped({ line, found }, known);
      held.push({ line, found });
      const behind = tailIn(line.text.slice(found[0].length));
      if (behind === undefined) return held.length > MOST_HELD ? raw() : [];
      tail = behind;
      return held.splice(0).flatMap((one) => {
        const isAlike = behind.test(one.line.text.slice(one.found[0].length));
        return isAlike ? stripped(one, behind) : [one.line];
      });
    },
    rest: raw,
  };
}

/** What all lines have between time and text, told by one that a command printed; undefined for any other line. */
function tailIn(text: string): RegExp | undefined {
  const at = answerIn(text.slice(0, LONGEST_TAIL + LONGEST_TAIL));
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
