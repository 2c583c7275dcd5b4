import type { Extract } from "tar-stream";

/** A tar archive on its way through the parser, and who waits for what. */
export interface Feed {
  readonly parser: Extract;
  readonly stopped: AbortController;
  /** The last bytes that came. */
  tail: Uint8Array;
  /** Whether all bytes were given to the parser, which may have them to itself for a while. */
  isOver: boolean;
  /** What reading the archive threw; it counts as its end. */
  fault: { readonly thrown: unknown } | undefined;
  asked: number;
  answered: number;
}

const BLOCK = 512;

/** Begins to read the archive, as fast as its members are taken and no faster. */
export async function feedOf(bytes: AsyncIterable<Uint8Array>): Promise<Feed> {
  const { extract } = await import("tar-stream");
  const feed: Feed = {
    parser: extract(),
    stopped: new AbortController(),
    tail: new Uint8Array(),
    isOver: false,
    fault: undefined,
    asked: 0,
    answered: 0,
  };
  feed.parser.on("error", () => undefined); // whoever waits for the parser is told
  void pour(bytes, feed);
  return feed;
}

/** Lets go of everything, read or not. */
export function stop({ parser, stopped }: Feed): void {
  stopped.abort();
  parser.destroy();
}

/**
 * What the parser answers. It drops what it holds of a member when it is told that the archive ends there, so it is
 * only told so when somebody waits for more and nothing comes.
 */
export async function answer<Answer>(feed: Feed, ask: () => Promise<Answer>): Promise<Answer> {
  feed.asked += 1;
  try {
    const answered = ask();
    endWhenIdle(feed);
    return await answered;
  } finally {
    feed.answered += 1;
  }
}

/** True for an archive that ends as it should: with a block of zeros, or more of them. */
export function hasEndMark({ tail }: Feed): boolean {
  return tail.length === BLOCK && tail.every((byte) => byte === 0);
}

async function pour(bytes: AsyncIterable<Uint8Array>, feed: Feed): Promise<void> {
  const { parser } = feed;
  try {
    for await (const chunk of bytes) {
      if (parser.destroying) return;
      feed.tail = tailOf(feed.tail, chunk);
      if (!parser.write(chunk)) await drained(feed);
    }
  } catch (thrown) {
    if (parser.destroying) return; // by its own error, or because nobody wants more
    feed.fault = { thrown };
  }
  feed.isOver = true;
  endWhenIdle(feed);
}

/** Resolves when the parser takes more; rejects when nobody wants more. */
function drained({ parser, stopped: { signal } }: Feed): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    parser.once("drain", () => resolve());
  });
}

/** The parser does all it can before the next turn of the event loop: whoever waits then waits for more bytes. */
function endWhenIdle(feed: Feed): void {
  if (!feed.isOver) return;
  const { asked } = feed;
  setTimeout(() => {
    if (feed.asked === asked && feed.answered < asked) feed.parser.end(null);
  });
}

function tailOf(tail: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (chunk.length >= BLOCK) return chunk.subarray(-BLOCK);
  const both = new Uint8Array(tail.length + chunk.length);
  both.set(tail);
  both.set(chunk, tail.length);
  return both.slice(-BLOCK);
}
