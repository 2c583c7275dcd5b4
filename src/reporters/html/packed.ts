import { Zlib } from "fflate";

/** Bytes made into base64 at once: a multiple of three, and few enough to be the arguments of a call. */
const AT_ONCE = 24 * 1024;

/** A text, deflated and in base64, in pieces. No piece may end between the halves of a character. */
export function* packed(pieces: Iterable<string>): Generator<string> {
  let rest = new Uint8Array();
  for (const chunk of deflated(pieces)) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const whole = bytes.length - (bytes.length % 3);
    for (let at = 0; at < whole; at += AT_ONCE) yield base64(bytes.subarray(at, Math.min(at + AT_ONCE, whole)));
    rest = bytes.slice(whole);
  }
  yield base64(rest);
}

/** The same bytes wherever this runs, which what the system brings along does not promise. */
function* deflated(pieces: Iterable<string>): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const stream = new Zlib({ level: 9 }, (chunk) => made.push(chunk));
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    stream.push(encoder.encode(piece));
    yield* made.splice(0);
  }
  stream.push(new Uint8Array(), true);
  yield* made.splice(0);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
