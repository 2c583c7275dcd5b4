import type { Line } from "../../../../grammar/contract/place.ts";
import { type Edit, edited } from "../../mends/mend.ts";
import { MOST_HELD_BACK } from "../wrapper.ts";
import { hostIn, isHostKey, mayBeHostKey } from "./naming.ts";

/** The lines of a document around the texts in its strings: they name the host of what was captured. */
export interface Frames {
  /** A line that holds no text: one of the document is held back until a text follows. */
  readonly take: (line: Line) => readonly Line[];
  /** The lines of a text, behind those of the document before it. */
  readonly around: (text: readonly Line[]) => readonly Line[];
  readonly isOpen: () => boolean;
  /** True for a line deeper within an object that may be called by a host. */
  readonly isWithin: (line: Line) => boolean;
  readonly rest: () => readonly Line[];
}

/** A text that waits for the member behind it that names its host. */
interface Waiting {
  readonly before: readonly Line[];
  readonly text: Line[];
  readonly behind: Line[];
  /** Characters of the text. */
  size: number;
}

/** More lines are not held back: names stand near the text. */
const MOST_HELD = 40;
const MOST_TEXT = 20_000;

const member = /^[ \t]*"((?:[^"\\]|\\.){1,120})"[ \t]*:(?:[ \t]*"([^"\\]{1,300})")?/;
const bracket = /^[ \t]*[{}[\]][{}[\], \t]*$/;
const closing = /^[ \t]*\}/;
const opened = /^([ \t]*)"((?:[^"\\]|\\.){1,120})"[ \t]*:[ \t]*[{[][ \t]*$/;
const marks = /"|,[ \t]*$|[{[][ \t]*$/g;

export function frames(): Frames {
  const held: Line[] = [];
  let waiting: Waiting | undefined;
  /** How far the outermost object is indented that may be called by a host. */
  let owner: number | undefined;
  const bare = baring();
  const flush = (): readonly Line[] => held.splice(0);
  const release = (): readonly Line[] => {
    const { before, text, behind } = waiting ?? { before: [], text: [], behind: [] };
    waiting = undefined;
    return [...before, ...text, ...behind];
  };
  const takeBehind = (line: Line, { before, text, behind }: Waiting): readonly Line[] => {
    const host = hostOf(line);
    if (host !== undefined && !before.some((one) => hostOf(one) !== undefined)) {
      waiting = undefined;
      return [...before, ...headed(text, host), ...behind, emptied(line)];
    }
    behind.push(...bare(line));
    return behind.length > MOST_HELD ? release() : [];
  };
  return {
    isOpen: () => waiting !== undefined,
    isWithin: ({ text }) => owner !== undefined && indentOf(text) > owner,
    take: (line) => {
      owner = ownerIn(line.text, owner);
      const isFrame = member.test(line.text) || bracket.test(line.text);
      if (waiting !== undefined && isFrame && !closing.test(line.text)) return takeBehind(line, waiting);
      const lines = release();
      if (!isFrame) return [...lines, ...flush(), line];
      held.push(line);
      return [...lines, ...(held.length > MOST_HELD ? held.splice(0, 1) : [])];
    },
    around: (text) => {
      const size = text.reduce((sum, line) => sum + line.text.length, 0);
      const goesOn = waiting?.behind.length === 0 && waiting.text.length < MOST_TEXT && waiting.size < MOST_HELD_BACK;
      if (waiting !== undefined && goesOn && held.length === 0) {
        for (const line of text) waiting.text.push(line);
        waiting.size += size;
        return [];
      }
      const lines = release();
      waiting = { before: flush().flatMap(bare), text: [...text], behind: [], size };
      return lines;
    },
    rest: () => [...release(), ...flush()],
  };
}

function ownerIn(text: string, owner: number | undefined): number | undefined {
  if (owner !== undefined && indentOf(text) >= owner) return owner;
  const key = opened.exec(text)?.[2] ?? "";
  return isHostKey(key) || (key !== "" && mayBeHostKey(key)) ? indentOf(text) : undefined;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** Takes the marks of JSON off the lines of one document. */
function baring(): (line: Line) => readonly Line[] {
  // Where Ansible names hosts: the indentation of the members below "hosts"; undefined before the first of them.
  let hosts: { indent: string | undefined } | undefined;
  // The indentation of the outermost objects that may be called by their hosts.
  let outermost: string | undefined;
  return (line) => {
    const [, indent = "", key = ""] = opened.exec(line.text) ?? [];
    if (key === "hosts") hosts = { indent: undefined };
    else if (hosts !== undefined && key !== "") {
      hosts.indent ??= indent;
      if (hosts.indent === indent) return edited(line, keyEdits(line.text, "ok: [", "]"));
    } else if (isHostKey(key)) return edited(line, keyEdits(line.text, "\nHost: ", ""));
    else if (key !== "" && mayBeHostKey(key)) {
      outermost ??= indent;
      if (outermost === indent) return edited(line, keyEdits(line.text, "\n", ":"));
    }
    return edited(line, withoutMarks(line.text));
  };
}

/** The host that a line of the document names, with its marks or without. */
function hostOf({ text }: Line): string | undefined {
  const [, key, value] = member.exec(text) ?? /^[ \t]*([^:"]{1,120}):[ \t]*([^\n]{1,300})$/.exec(text) ?? [];
  return key === undefined || value === undefined ? undefined : hostIn(key.trim(), value);
}

/** The text below a line that says whose it is. */
function headed(text: readonly Line[], host: string): readonly Line[] {
  const [first, ...others] = text;
  if (first === undefined) return text;
  return [...edited(first, [{ from: 0, to: 0, text: `Host: ${host}\n` }]), ...others];
}

function emptied(line: Line): Line {
  return edited(line, [{ from: 0, to: line.text.length, text: "" }])[0] ?? line;
}

/** `"host": "srv01",` as `host: srv01`. */
function withoutMarks(text: string): readonly Edit[] {
  return Array.from(text.matchAll(marks), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    text: "",
  }));
}

/** `"srv01": {` as what names a host in other forms. */
function keyEdits(text: string, before: string, behind: string): readonly Edit[] {
  const from = text.indexOf('"');
  const to = text.lastIndexOf('"');
  return [
    { from, to: from + 1, text: before },
    { from: to, to: text.length, text: behind },
  ];
}
