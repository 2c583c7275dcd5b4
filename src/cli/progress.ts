import type { Source, UnreadSource } from "../index.ts";
import { printable } from "../reporters/index.ts";
import type { Terminal } from "./terminal.ts";

/** Says on the error stream how far the reading is. */
export interface Progress {
  /** The same sources, watched while they are read. */
  readonly watch: (sources: AsyncIterable<Source | UnreadSource>) => AsyncIterable<Source | UnreadSource>;
  /** Takes the last word back, so that what follows stands on a clean line. */
  readonly clear: () => Promise<void>;
}

/** A run shorter than this needs no progress. */
const QUIET_MS = 1000;

/** Time between two words. */
const INTERVAL_MS = 200;

/** Progress that says nothing, for a stream nobody watches. */
export const noProgress: Progress = { watch: (sources) => sources, clear: async () => undefined };

/** Progress on a terminal: one line that is written over. It needs no timer, because it speaks as bytes come in. */
export function progressOn({ stderr, now }: Terminal): Progress {
  let next = now() + QUIET_MS;
  let shown = "";
  let opened = 0;
  let bytes = 0;

  async function say(name: string): Promise<void> {
    if (now() < next) return;
    next = now() + INTERVAL_MS;
    const text = `${opened} read, ${(bytes / 1e6).toFixed(1)} MB, ${printable(name)}`;
    shown = text.slice(0, Math.max(0, (stderr.columns ?? 80) - 1));
    await stderr.write(`\r\x1b[K${shown}`);
  }

  async function* watchBytes(source: Source): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.bytes) {
      bytes += chunk.length;
      await say(source.name);
      yield chunk;
    }
  }

  return {
    async *watch(sources) {
      for await (const source of sources) {
        opened += 1;
        yield "bytes" in source ? { ...source, bytes: watchBytes(source) } : source;
      }
    },
    async clear() {
      if (shown !== "") await stderr.write("\r\x1b[K");
      shown = "";
    },
  };
}
