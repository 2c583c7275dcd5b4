import { strictText } from "./unicode.ts";

/** Longest part of a UTF-8 character that may be cut off at the end of what is looked at. */
const CUT = 3;

/**
 * True for 8-bit text with a NUL behind letters that are not ASCII, as PowerShell 7 writes its transcripts: read as
 * UTF-16 it would be something else. In UTF-16 the NULs stand behind ASCII too, and its bytes are no UTF-8.
 */
export function hasLetterNuls(bytes: Uint8Array): boolean {
  let behindLetters = 0;
  let elsewhere = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if ((bytes[at - 1] ?? 0) >= 0x80) behindLetters += 1;
    else elsewhere += 1;
  }
  if (behindLetters === 0) return false;
  return elsewhere === 0 || isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= CUT; cut += 1) {
    if (strictText(bytes.subarray(0, bytes.length - cut), "utf-8") !== undefined) return true;
  }
  return false;
}

/** The bytes without their NULs. */
export function withoutNuls(bytes: Uint8Array): Uint8Array {
  return bytes.indexOf(0) < 0 ? bytes : bytes.filter((byte) => byte !== 0);
}
