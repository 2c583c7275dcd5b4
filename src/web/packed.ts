import { unpackedBytes } from "../report/index.ts";

/** The bytes that the page carries in an element: deflated, in base64. */
export async function unpackedFrom(id: string): Promise<ArrayBuffer> {
  return unpacked(packedIn(id));
}

/** What an element of the page carries, as it stands there. */
export function packedIn(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** The bytes of a text that was deflated and put into base64. */
export async function unpacked(packed: string): Promise<ArrayBuffer> {
  return (await unpackedBytes(packed, Number.POSITIVE_INFINITY)).buffer;
}
