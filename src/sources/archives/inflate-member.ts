import { constants, inflateRawSync } from "node:zlib";
import { inflated } from "./inflate.ts";

/** Most members are short, and unpacked in one go many times faster than as a stream. */
const SHORT_PACKED = 32 * 1024;
const SHORT_UNPACKED = 1024 * 1024;

/** The same as `inflated`, for packed bytes of which the length is known. */
export async function* inflatedMember(packed: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  if (length > SHORT_PACKED) {
    yield* inflated(packed);
    return;
  }
  for await (const chunk of packed) {
    const whole = chunk.length === length ? inOneGo(chunk) : undefined;
    if (whole === undefined) yield* inflated(once(chunk));
    else if (whole.length > 0) yield whole;
  }
}

/** Undefined for what is damaged, or turns out to be long. */
function inOneGo(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: SHORT_UNPACKED });
  } catch {
    return undefined;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
