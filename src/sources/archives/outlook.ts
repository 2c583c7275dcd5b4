import type { ArchiveFormat } from "./archive.ts";
import { hasSignature } from "./opening.ts";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const TNEF = [0x78, 0x9f, 0x3e, 0x22];

/** What Outlook makes of mail, known only to say so: it says itself how to get text out of it. */
export const outlookFormats: readonly ArchiveFormat[] = [
  named(
    "a message of Outlook (.msg)",
    (head, file) => hasSignature(head, COMPOUND) && /\.(?:msg|oft)$/i.test(file),
    "save it in Outlook as text, or the mail as .eml, and its attachments by themselves",
  ),
  named(
    "a mail in Outlook's own wrapping (winmail.dat)",
    (head) => hasSignature(head, TNEF),
    "ask for it as plain text or HTML, or save its attachments in Outlook",
  ),
];

function named(name: string, matches: ArchiveFormat["matches"], advice: string): ArchiveFormat {
  return {
    name,
    matches,
    async *members() {
      yield { code: "archive-unsupported", status: "skipped", reason: `${name}, which is not read; ${advice}` };
    },
  };
}
