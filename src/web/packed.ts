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
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}
