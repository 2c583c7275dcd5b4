import { SourceFault } from "../../text/index.ts";
import { type Budget, megabytes, roomIn, spend } from "./budget.ts";
import { concatBytes, type Volume } from "./volume.ts";

/** What is held in memory of an archive that is no file of its own, and that its format jumps about in. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * An archive within an archive, or from standard input, held in memory. Throws a SourceFault where it is too large, and
 * where the same bytes were opened before: an archive that holds itself would never end. One that breaks off or is
 * damaged is held as far as it goes; `tell` is told of that.
 */
export async function held(
  bytes: AsyncIterable<Uint8Array>,
  size: number | null,
  budget: Budget,
  tell: (fault: SourceFault) => void,
): Promise<Volume> {
  checkSize(size ?? 0); // a claim of so much is enough
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of untilFault(bytes, tell)) {
    if (chunk.length > roomIn(budget)) throw spend(budget);
    length += chunk.length;
    budget.bytes += chunk.length;
    checkSize(length);
    chunks.push(chunk);
  }
  const whole = concatBytes(chunks, length);
  const fingerprint = await fingerprintOf(whole);
  if (budget.fingerprints.has(fingerprint)) {
    throw new SourceFault("archive-repeats", "the same archive was opened before; not opened again");
  }
  budget.fingerprints.add(fingerprint);
  return { size: length, read: async (start, count) => whole.subarray(start, start + count) };
}

/** The bytes up to where no more can be read, and why that is. */
async function* untilFault(
  bytes: AsyncIterable<Uint8Array>,
  tell: (fault: SourceFault) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    // A limit is one for what is around it too: reading must not go on.
    if (!(error instanceof SourceFault) || error.code === "archive-limit" || error.code === "member-limit") throw error;
    tell(error);
  }
}

/** By the Web's own cryptography, which a browser has as well. */
async function fingerprintOf(bytes: Uint8Array): Promise<string> {
  // Nothing here shares memory between threads, which is all that the type leaves open.
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function checkSize(length: number): void {
  if (length <= MOST_BYTES) return;
  const reason = `larger than the ${megabytes(MOST_BYTES)} that are held of an archive within another; unpack it and pass the folder`;
  throw new SourceFault("member-limit", reason);
}
