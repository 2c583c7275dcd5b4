import type { MailLines } from "./mail-lines.ts";
import { letters } from "./opening.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** How each message of a mailbox (mbox) begins, below a blank line. */
const ENVELOPE = letters("From ");
/** A name and a colon: the fields of a message follow its envelope at once, other than where somebody writes "From ". */
const NAMED = /^[\w-]{1,60}:/;

/** The messages of a mailbox in their order; one where the bytes are a single mail. */
export function messagesIn(bytes: Uint8Array): readonly MailLines[] {
  const starts: { readonly from: number; readonly linesAbove: number }[] = [{ from: 0, linesAbove: 0 }];
  if (isEnvelope(bytes, 0)) {
    let lines = 0;
    let isBelowBlank = false;
    for (let from = 0; from < bytes.length; lines += 1) {
      const end = bytes.indexOf(LINE_FEED, from);
      const next = end < 0 ? bytes.length : end + 1;
      if (isBelowBlank && isEnvelope(bytes, from) && isField(bytes, next)) starts.push({ from, linesAbove: lines });
      isBelowBlank = end === from || (end === from + 1 && bytes[from] === CARRIAGE_RETURN);
      from = next;
    }
  }
  return starts.map(({ from, linesAbove }, at) => ({ linesAbove, bytes: bytes.subarray(from, starts[at + 1]?.from) }));
}

function isEnvelope(bytes: Uint8Array, from: number): boolean {
  return ENVELOPE.every((code, at) => bytes[from + at] === code);
}

function isField(bytes: Uint8Array, from: number): boolean {
  return NAMED.test(String.fromCharCode(...bytes.subarray(from, from + 64)));
}
