import { Buffer } from "node:buffer";

/** Where a program of Windows says where its newer header stands. */
const HEADER_AT = 0x3c;
/** The marks of a program's headers: "PE" and the 64-bit kind of what follows. */
const SIGNATURE = 0x4550;
const PE32_PLUS = 0x20b;
/** Places within the header: the 64-bit part, and the fifth of its tables, where the signature is. */
const OPTIONAL_AT = 24;
const SECURITY_AT = OPTIONAL_AT + 112 + 4 * 8;

/**
 * A 64-bit program of Windows without the signature at its end, which is none once anything is put into the program:
 * Windows would call it damaged. What was not signed stays as it is.
 */
export function withoutSignature(program: Uint8Array): Buffer {
  const bytes = Buffer.from(program);
  const at = bytes.readUInt32LE(HEADER_AT);
  if (bytes.readUInt32LE(at) !== SIGNATURE || bytes.readUInt16LE(at + OPTIONAL_AT) !== PE32_PLUS) {
    throw new Error("This is no 64-bit program of Windows");
  }
  const place = bytes.readUInt32LE(at + SECURITY_AT);
  if (place === 0) return bytes;
  bytes.writeBigUInt64LE(0n, at + SECURITY_AT);
  return bytes.subarray(0, place);
}
