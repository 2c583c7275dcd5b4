import { constants, createInflateRaw, type InflateRaw, inflateRawSync } from "node:zlib";
import { SourceFault } from "../../text/index.ts";

/** Packed bytes unpacked at a time: at the most that Deflate can pack, eight megabytes. */
const STEP = 8192;

const CHUNK_BYTES = 64 * 1024;

/** Most members are short, and unpacked in one go many times faster than as a stream. */
const SHORT_PACKED = 32 * 1024;

const SHORT_UNPACKED = 1024 * 1024;

/**
 * Unpacks Deflate as it goes. Everything before a damaged place comes out; at the place a SourceFault is thrown. Of
 * bytes that end too early all that they hold comes out, and whether it was enough is for the caller to know. Where
 * the data end before the bytes do, `leave` receives what is left of the piece they end in, cut to at most 8 KB.
 */
export async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  leave: (unused: Uint8Array) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  const ready: Uint8Array[] = [];
  let isOver = false;
  let isDamaged = false;
  // Listened to, not read as a stream: a stream that fails drops what it had unpacked until then.
  inflate.on("data", (chunk: Uint8Array) => ready.push(chunk));
  inflate.on("end", () => {
    isOver = true;
  });
  inflate.on("error", () => {
    isDamaged = true;
  });
  try {
    for await (const step of steps(packed)) {
      const before = inflate.bytesWritten;
      await settled(inflate, (done) => inflate.write(step, done));
      yield* ready.splice(0);
      if (isOver) leave(step.subarray(inflate.bytesWritten - before));
      if (isOver || isDamaged) break;
    }
    if (!isOver && !isDamaged) await settled(inflate, () => inflate.end());
    yield* ready.splice(0);
    if (isDamaged) throw new SourceFault("archive-damaged", "damaged: what comes here can't be unpacked");
  } finally {
    inflate.destroy();
  }
}

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

async function* steps(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += STEP) yield chunk.subarray(at, at + STEP);
  }
}

/** Waits until it was done or can't be: behind the end of the packed data nothing is called back any more. */
function settled(inflate: InflateRaw, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ["end", "error", "close"]) inflate.off(event, done);
      resolve();
    };
    for (const event of ["end", "error", "close"]) inflate.on(event, done);
    act(done);
  });
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
