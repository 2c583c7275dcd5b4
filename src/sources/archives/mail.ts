import { SourceFault } from "../../text/index.ts";
import type { ArchiveFormat, ArchiveInput, Limits, Member, Trouble } from "./archive.ts";

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

/**
 * Saved mail: its text and each of what is attached, decoded. Mail attached to it is opened as mail, an archive as one.
 * Of a text that is there as HTML too, the HTML is left out.
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
  const { default: parser } = await import("postal-mime");
  const options = { forceRfc822Attachments: true, maxNestingDepth: DEEPEST, maxHeadersSize: MOST_HEADERS } as const;
  const read = await parser.parse(bytes, options).catch((error: unknown) => {
    throw new SourceFault(
      "archive-damaged",
      `can't be read as mail (${error instanceof Error ? error.message : error})`,
    );
  });
  const { text = "", html = "", attachments } = read;
  if (text.trim() !== "") yield memberOf("message.txt", new TextEncoder().encode(text));
  else if (html.trim() !== "") yield memberOf("message.html", new TextEncoder().encode(html));
  for (const [at, { filename, mimeType, content }] of attachments.entries()) {
    const name = filename ?? `attachment-${at + 1}${endingOf(mimeType)}`;
    yield memberOf(name, typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content));
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

function endingOf(mimeType: string): string {
  if (mimeType === "message/rfc822") return ".eml";
  if (mimeType.startsWith("image/")) return ".png";
  return mimeType === "text/html" ? ".html" : ".txt";
}

function memberOf(name: string, bytes: Uint8Array): Member {
  return { name, kind: "file", size: bytes.length, packed: null, bytes: () => once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
