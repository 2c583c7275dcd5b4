import type { Source, UnreadSource } from "../index.ts";

/** The user has had enough. The message says how to go on, where that is possible. */
export class Interrupted extends Error {}

/** The work's result, unless the user interrupts first: then an Interrupted, without waiting for the work to notice. */
export function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const interrupt = () => reject(new Interrupted());
    if (signal.aborted) interrupt();
    signal.addEventListener("abort", interrupt, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", interrupt));
  });
}

/** The same sources until the user interrupts: from then on nothing more is read, so that work on them comes to an end. */
export async function* interruptible(
  sources: AsyncIterable<Source | UnreadSource>,
  signal: AbortSignal,
): AsyncGenerator<Source | UnreadSource> {
  for await (const source of sources) {
    if (signal.aborted) return;
    yield "bytes" in source ? { ...source, bytes: untilAborted(source.bytes, signal) } : source;
  }
}

async function* untilAborted(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    if (signal.aborted) return;
    yield chunk;
  }
}
