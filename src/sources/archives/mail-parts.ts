/** A part of a mail that holds no others, by its place in the mail. */
export interface MailPart {
  /** "text/plain" */
  readonly type: string;
  readonly charset: string;
  /** "quoted-printable" */
  readonly encoding: string;
  readonly isAttached: boolean;
  /** The choice between the same text in several forms that it belongs to; undefined for none. */
  readonly choice: number | undefined;
  /** Lines of the mail above its fields. */
  readonly linesAbove: number;
  /** Offset of its fields, of its content, and behind that. */
  readonly from: number;
  readonly content: number;
  readonly to: number;
}

/** Parts around others, from the outermost to the innermost that is open. */
interface Multipart {
  readonly mark: string;
  readonly choice: number | undefined;
}

/** A part whose fields are being read. */
interface Begun {
  readonly from: number;
  readonly linesAbove: number;
  readonly choice: number | undefined;
  fields: string;
}

interface Walk {
  readonly parts: MailPart[];
  readonly around: Multipart[];
  choices: number;
  /** Its fields are read, its content is, or none is open: the words above and below parts. */
  begun: Begun | undefined;
  open: Omit<MailPart, "to"> | undefined;
}

const LINE_FEED = 0x0a;
const HYPHEN = 0x2d;
/** RFC 2046 has 70 characters; more stand in no mail. */
const LONGEST_MARK = 300;
const MOST_FIELDS = 1024 * 1024;
/** More parts within one another are none of a mail that people send. */
const DEEPEST = 32;

/**
 * The parts of a mail in their order, without what is in mail that is attached. Undefined for mail whose parts are
 * nested more deeply than any is.
 */
export function mailParts(bytes: Uint8Array): readonly MailPart[] | undefined {
  const walk: Walk = { parts: [], around: [], choices: 0, begun: undefined, open: undefined };
  walk.begun = { from: 0, linesAbove: 0, choice: undefined, fields: "" };
  let lines = 0;
  for (let from = 0; from < bytes.length; lines += 1) {
    const end = bytes.indexOf(LINE_FEED, from);
    const next = end < 0 ? bytes.length : end + 1;
    const mark = markAt(bytes, from, next);
    if (mark === undefined || !takeMark(walk, mark, from, { from: next, linesAbove: lines + 1 })) {
      takeLine(walk, bytes, from, next);
    }
    if (walk.around.length > DEEPEST) return undefined;
    from = next;
  }
  close(walk, bytes.length);
  return walk.parts;
}

/** The line that begins at an offset, without its end, where it may part others. */
function markAt(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (bytes[from] !== HYPHEN || bytes[from + 1] !== HYPHEN || to - from > LONGEST_MARK) return undefined;
  return latin(bytes, from, to).trimEnd();
}

/** Closes the part above a mark, and begins the next one; false where the line is the mark of none. */
function takeMark(
  walk: Walk,
  mark: string,
  end: number,
  next: { readonly from: number; readonly linesAbove: number },
): boolean {
  const at = walk.around.findLastIndex((multipart) => mark === multipart.mark || mark === `${multipart.mark}--`);
  const multipart = walk.around[at];
  if (multipart === undefined) return false;
  close(walk, end);
  const isLast = mark !== multipart.mark;
  walk.around.length = isLast ? at : at + 1;
  walk.begun = isLast ? undefined : { ...next, choice: multipart.choice, fields: "" };
  return true;
}

function takeLine(walk: Walk, bytes: Uint8Array, from: number, next: number): void {
  const { begun } = walk;
  if (begun === undefined) return;
  const line = latin(bytes, from, Math.min(next, from + MOST_FIELDS));
  if (line.trim() !== "") {
    if (begun.fields.length < MOST_FIELDS) begun.fields += line;
    return;
  }
  walk.begun = undefined;
  const part = partOf(begun, next);
  const boundary = parameterIn(fieldIn(begun.fields, "content-type"), "boundary");
  if (!part.type.startsWith("multipart/") || boundary === "") {
    walk.open = part;
    return;
  }
  const isChoice = part.type === "multipart/alternative";
  if (isChoice) walk.choices += 1;
  walk.around.push({ mark: `--${boundary}`, choice: isChoice ? walk.choices : part.choice });
}

function close(walk: Walk, end: number): void {
  const open = walk.open ?? (walk.begun && partOf(walk.begun, end));
  if (open !== undefined) walk.parts.push({ ...open, to: Math.max(end, open.content) });
  walk.open = undefined;
  walk.begun = undefined;
}

function partOf({ from, linesAbove, choice, fields }: Begun, content: number): Omit<MailPart, "to"> {
  const type = fieldIn(fields, "content-type");
  return {
    type: /^[\w.+-]{1,60}\/[\w.+-]{1,120}/.exec(type)?.[0].toLowerCase() ?? "text/plain",
    charset: parameterIn(type, "charset").toLowerCase(),
    encoding: /^[\w-]{0,40}/.exec(fieldIn(fields, "content-transfer-encoding"))?.[0].toLowerCase() ?? "",
    isAttached: /^attachment/i.test(fieldIn(fields, "content-disposition")),
    choice,
    linesAbove,
    from,
    content,
  };
}

/** The value of the last field of a name, its lines put together; empty where there is none. */
function fieldIn(fields: string, name: string): string {
  const found =
    [...fields.matchAll(new RegExp(`^${name}[ \\t]{0,8}:(.*(?:\\r?\\n[ \\t].*)*)`, "gim"))].at(-1)?.[1] ?? "";
  return found.replaceAll(/\r?\n[ \t]+/g, " ").trim();
}

function parameterIn(value: string, name: string): string {
  const found = new RegExp(`;\\s{0,80}${name}\\s{0,8}=\\s{0,8}(?:"([^"]*)"|([^\\s;]+))`, "i").exec(value);
  return found?.[1] ?? found?.[2] ?? "";
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 4096) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)));
  return text;
}
