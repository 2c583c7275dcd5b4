import type { Line } from "../../../../grammar/contract/place.ts";
import { edited } from "../../mends/mend.ts";

/** Ansible prints each text a second time, as the list of its lines. */
export interface Repeats {
  /** Every line of the source goes by, with the lines that it became. */
  readonly take: (source: string, lines: readonly Line[]) => readonly Line[];
}

/** Lines of a text that are remembered. */
const MOST_LINES = 20_000;

const member = /^[ \t]*"(\w{1,40}?)(_lines)?"[ \t]*:/;

/** Empties the lines of a list that repeats the text before it. */
export function repeats(): Repeats {
  let key: string | undefined;
  let text: readonly string[] = [];
  let isRepeating = false;
  let next = 0;
  return {
    take: (source, lines) => {
      const [, name, isList] = member.exec(source) ?? [];
      if (name !== undefined && isList === undefined) {
        isRepeating = false;
        if (lines.length < 2) return lines;
        key = name;
        text = lines.length > MOST_LINES ? [] : saidIn(lines.slice(1));
        return lines;
      }
      if (name !== undefined) {
        isRepeating = name === key;
        next = 0;
      }
      return isRepeating ? lines.map((line) => (isNext(line) ? emptied(line) : line)) : lines;
    },
  };

  function isNext({ text: said }: Line): boolean {
    if (said.trim() === "" || said.trim() !== text[next]) return false;
    next += 1;
    return true;
  }
}

function emptied(line: Line): Line {
  return edited(line, [{ from: 0, to: line.text.length, text: "" }])[0] ?? line;
}

function saidIn(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => text.trim()).filter((line) => line !== "");
}
