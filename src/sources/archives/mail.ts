import { SourceFault } from "../../text/index.ts";
import type { ArchiveFormat, ArchiveInput, Limits, Member, Trouble } from "./archive.ts";
import { attachedMail, linesOf, type MailLines, together } from "./mail-lines.ts";
import { type MailPart, mailParts } from "./mail-parts.ts";
import { messagesIn } from "./mailbox.ts";

/** Fields that mail begins with; "Sent" is none of them: mail copied out of a program is text. */
const FIELD =
  /^(?:arc-[\w-]{1,40}|authentication-results|cc|content-[\w-]{1,40}|date|delivered-to|dkim-signature|errors-to|from|in-reply-to|importance|list-[\w-]{1,40}|message-id|mime-version|organization|priority|received|received-spf|references|reply-to|return-path|sender|snapshot-content-location|subject|thread-[\w-]{1,40}|to|user-agent|x-[\w-]{1,60}):/i;
const CONTINUED = /^[ \t]+\S/;
const ENVELOPE = /^(?:>?From |\ufeff)/;
/** What tells mail as it was sent from its beginning as people copy it. */
const MIME =
  /^(?:mime-version:|content-transfer-encoding:|content-type:[ \t]*(?:multipart|message)\/|received:|return-path:|message-id:)/im;

/** So many fields without an end are more than people copy. */
const LEAST_FIELDS = 6;
/** Parts within one another. */
const DEEPEST = 32;
const MOST_HEADERS = 1024 * 1024;
/** The parser holds each line. */
const MOST_LINES = 1_500_000;
const LINE_FEED = 0x0a;
const BLANK = 0x20;
const HTML = "text/html";
const MESSAGE = "message/rfc822";

/**
 * Saved mail: its text and each of what is attached. Mail attached to it is opened as mail, an archive as one. Of a
 * text that is there as HTML too, the HTML is left out. Texts whose lines are lines of the mail keep their numbers; those
 * of base64 are numbered by themselves. Of a mailbox (mbox) each message is a member.
 */
export const mail: ArchiveFormat = { name: "a saved mail", matches: isMail, members };

function isMail(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  const text = String.fromCharCode(...head);
  const end = /\r?\n[ \t]*\r?\n/.exec(text)?.index;
  const fields = text.slice(0, end).split(/\r?\n/);
  // The last line may be cut off.
  if (end === undefined && fields.length > 1) fields.pop();
  const [first = ""] = fields;
  const rest = ENVELOPE.test(first) ? fields.slice(1) : fields;
  if (!FIELD.test(rest[0] ?? "")) return false;
  if (!rest.every((line) => FIELD.test(line) || CONTINUED.test(line))) return false;
  return MIME.test(rest.join("\n")) || (end === undefined && rest.length >= LEAST_FIELDS);
}

async function* members(input: ArchiveInput, limits: Limits): AsyncGenerator<Member | Trouble> {
  const volume = await input.volume();
  if (volume.size > limits.memberBytes) throw new SourceFault("member-limit", "larger than mail that is read");
  const bytes = await volume.read(0, volume.size);
  if (linesIn(bytes) > MOST_LINES) throw new SourceFault("member-limit", `more than ${MOST_LINES} lines of mail`);
  const messages = messagesIn(bytes);
  if (messages.length > 1) {
    for (const [at, message] of messages.entries()) yield memberOf(`message-${at + 1}.eml`, message);
    return;
  }
  const { default: parser } = await import("postal-mime");
  const options = { forceRfc822Attachments: true, maxNestingDepth: DEEPEST, maxHeadersSize: MOST_HEADERS } as const;
  const read = await parser.parse(bytes, options).catch((error: unknown) => {
    throw new SourceFault(
      "archive-damaged",
      `can't be read as mail (${error instanceof Error ? error.message : error})`,
    );
  });
  const parts = mailParts(bytes) ?? [];
  yield* bodies(read, bytes, parts.filter(isBody));
  const others = parts.filter((part) => !isBody(part));
  const isInStep =
    others.length === read.attachments.length &&
    others.every(({ type }, at) => type === read.attachments[at]?.mimeType);
  for (const [at, { filename, mimeType, content }] of read.attachments.entries()) {
    const name = filename ?? `attachment-${at + 1}${endingOf(mimeType)}`;
    const decoded = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const part = isInStep ? others[at] : undefined;
    const lines = part && attachedLines(bytes, part, decoded);
    const member = memberOf(name, lines ?? { bytes: decoded });
    yield lines === undefined || isMessage(part) ? member : { ...member, isText: true };
  }
}

/** What a mail says itself, as the parser has it. */
interface Body {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** The text of the mail: as lines of the mail where all of it is, and else as the parser puts it together. */
function* bodies({ text = "", html = "" }: Body, mail: Uint8Array, parts: readonly MailPart[]): Generator<Member> {
  const spoken = parts.filter((part) => !isBlank(mail.subarray(part.content, part.to)));
  const plain = spoken.filter(({ type }) => type !== HTML);
  const pages = spoken.filter((part) => part.type === HTML && !plain.some((other) => isSameText(part, other)));
  const asLines = [...plain, ...pages].map((part) => linesOf(mail, part));
  const lines = asLines.flatMap((own) => own ?? []);
  if (lines.length > 0 && lines.length === asLines.length) {
    yield* memberOfAll("message.txt", lines.slice(0, plain.length));
    yield* memberOfAll("message.html", lines.slice(plain.length));
  } else if (text.trim() !== "") yield memberOf("message.txt", { bytes: new TextEncoder().encode(text) });
  else if (html.trim() !== "") yield memberOf("message.html", { bytes: new TextEncoder().encode(html) });
}

/** True for a part that is not attached. */
function isBody({ type, isAttached }: MailPart): boolean {
  return !isAttached && (type === "text/plain" || type === HTML);
}

function isSameText({ choice }: MailPart, other: MailPart): boolean {
  return choice !== undefined && choice === other.choice;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= BLANK);
}

/** What is attached, as lines of the mail; undefined where it has lines of its own, or is a file that is no text. */
function attachedLines(mail: Uint8Array, part: MailPart, decoded: Uint8Array): MailLines | undefined {
  if (isMessage(part)) return attachedMail(mail, part);
  return part.type === HTML || decoded.includes(0) ? undefined : linesOf(mail, part);
}

function isMessage(part: MailPart | undefined): boolean {
  return part?.type === MESSAGE;
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

function endingOf(mimeType: string): string {
  if (mimeType === MESSAGE) return ".eml";
  if (mimeType.startsWith("image/")) return ".png";
  return mimeType === HTML ? ".html" : ".txt";
}

function* memberOfAll(name: string, parts: readonly MailLines[]): Generator<Member> {
  const lines = together(parts);
  if (lines !== undefined) yield { ...memberOf(name, lines), isText: true };
}

function memberOf(name: string, { bytes, linesAbove }: Partial<MailLines> & Pick<MailLines, "bytes">): Member {
  const member = { name, kind: "file", size: bytes.length, packed: null, bytes: () => once(bytes) } as const;
  return linesAbove === undefined ? member : { ...member, linesAbove };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
