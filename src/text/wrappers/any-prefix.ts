import type { Line } from "../../../grammar/contract/place.ts";
import { edited } from "../mends/mend.ts";
import { answerIn } from "./printed-lines.ts";
import { anyLine, atBeginning, type Unwrapping, type Wrapper } from "./wrapper.ts";

/** A row or a rule behind something, at a glance. */
const mayHold = /[^\n]{1,100}?(?:(?:TCP|UDP)(?:v6)?(?:[ \t]{2}|\t)|-{20})/y;
/** What mends take off by themselves: quoting, comments, bullets and numbers. */
const ownMarks = /^[ \t]*(?:(?:[>|#;*•/-][ \t]?){1,32}|\+[ \t]|\d{1,6}[.)]|@?rem|::)?[ \t]*$/i;
/** Numbers of lines, and the plus of a diff: what they stand in front of begins at once. */
const attached = /(?:^|\D)\d{1,6}:$|^\+$/;
/** The line is a string, of which the end is still there. */
const quoted = /["'`]$/;
const LONGEST = 100;
/** Lines held back until two of them begin alike, one of which is a row or a rule. */
const MOST_HELD = 60;

/** The same words, signs and numbers in front of every line, whoever put them there: `INFO: `, `<bob> `, `echo `, `  12  `. */
export const anyPrefix: Wrapper = {
  name: "lines that begin alike",
  hints: [atBeginning(mayHold)],
  mayHold: (text) => anyLine(text, mayHold, isNoProtocol),
  begin: () => begin(),
};

function isNoProtocol(code: number): boolean {
  return !"TUtu-=".includes(String.fromCharCode(code));
}

function begin(): Unwrapping {
  let held: Line[] = [];
  let known: RegExp | undefined;
  let last: RegExp | undefined;
  const rest = (): readonly Line[] => {
    const lines = held;
    held = [];
    return lines;
  };
  return {
    take: (line) => {
      if (known !== undefined) return [withoutPrefix(line, known)];
      const pattern = prefixIn(line.text);
      const before = held;
      held.push(line);
      if (pattern === undefined) return held.length > MOST_HELD ? held.splice(0, 1) : [];
      const isAgain = last?.source === pattern.source || before.some((one) => one !== line && isAlike(one, pattern));
      last = pattern;
      if (!isAgain) return [];
      known = pattern;
      return rest().map((one) => withoutPrefix(one, pattern));
    },
    rest,
  };
}

/** What stands in front of a row or a rule, numbers of any size in it; undefined where there is no such line or nothing in front of it. */
function prefixIn(text: string): RegExp | undefined {
  const at = answerIn(text.slice(0, 2 * LONGEST));
  const prefix = text.slice(0, at ?? 0).trimEnd();
  if (prefix === "" || quoted.test(prefix) || prefix.length > LONGEST || ownMarks.test(prefix)) return undefined;
  const pattern = prefix
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replaceAll(/[ \t]+/g, "[ \\t]{1,40}")
    .replaceAll(/\d+(?![^{]*\})/g, "\\d{1,20}");
  const end = attached.test(prefix) ? "" : "(?:[ \\t]|$)";
  return new RegExp(`^(?:[ \\t]{0,40})${pattern.replace(/^\[ \\t\]\{1,40\}/, "")}${end}`);
}

function isAlike({ text }: Line, pattern: RegExp): boolean {
  return pattern.test(text) && text.trim() !== "";
}

function withoutPrefix(line: Line, pattern: RegExp): Line {
  const end = pattern.exec(line.text)?.[0].length ?? 0;
  return end === 0 ? line : (edited(line, [{ from: 0, to: end, text: "" }])[0] ?? line);
}
