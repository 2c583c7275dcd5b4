import type { Line } from "../../../../grammar/contract/place.ts";
import { type Edit, edited } from "../../mends/mend.ts";

/** The lines of a document around the texts in its strings: they name the host of what was captured. */
export interface Frames {
  /** A line that holds no text: one of the document is held back until a text follows. */
  readonly take: (line: Line) => readonly Line[];
  /** The lines of a text, behind those of the document before it. */
  readonly around: (text: readonly Line[]) => readonly Line[];
  readonly isOpen: () => boolean;
  readonly rest: () => readonly Line[];
}

/** More lines are not held back: names stand near the text. */
const MOST_HELD = 40;

const member = /^[ \t]*"(?:[^"\\]|\\.){1,120}"[ \t]*:/;
const bracket = /^[ \t]*[{}[\]][{}[\], \t]*$/;
const closing = /^[ \t]*[}\]]/;
const opened = /^([ \t]*)"((?:[^"\\]|\\.){1,120})"[ \t]*:[ \t]*[{[][ \t]*$/;
const marks = /"|,[ \t]*$|[{[][ \t]*$/g;

export function frames(): Frames {
  let held: Line[] = [];
  let isBehindText = false;
  // Where Ansible names hosts: the indentation of the members below "hosts"; "" before the first of them.
  let hosts: { indent: string | undefined } | undefined;
  const bare = (line: Line): readonly Line[] => {
    const [, indent = "", key = ""] = opened.exec(line.text) ?? [];
    if (key === "hosts") hosts = { indent: undefined };
    else if (hosts !== undefined && key !== "") {
      hosts.indent ??= indent;
      if (hosts.indent === indent) return edited(line, hostEdits(line.text));
    }
    return edited(line, withoutMarks(line.text));
  };
  const flush = (): readonly Line[] => {
    const lines = held;
    held = [];
    return lines;
  };
  return {
    isOpen: () => isBehindText,
    take: (line) => {
      const isFrame = member.test(line.text) || bracket.test(line.text);
      if (!isFrame) {
        isBehindText &&= line.text.trim() === "";
        return held.length === 0 ? [line] : [...flush(), line];
      }
      if (isBehindText && !closing.test(line.text)) return bare(line);
      isBehindText = false;
      held.push(line);
      return held.length > MOST_HELD ? held.splice(0, 1) : [];
    },
    around: (text) => {
      isBehindText = true;
      return [...flush().flatMap(bare), ...text];
    },
    rest: flush,
  };
}

/** `"host": "srv01",` as `host: srv01`. */
function withoutMarks(text: string): readonly Edit[] {
  return Array.from(text.matchAll(marks), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: "",
  }));
}

/** `"srv01": {` as Ansible prints it in other forms: `ok: [srv01]`. */
function hostEdits(text: string): readonly Edit[] {
  const from = text.indexOf('"');
  const to = text.lastIndexOf('"');
  return [
    { from, to: from + 1, text: "ok: [" },
    { from: to, to: text.length, text: "]" },
  ];
}
