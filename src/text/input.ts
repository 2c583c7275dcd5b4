import type { Source, UnreadSource } from "./source.ts";

/** What is neither text nor bytes nor a source: the message says what is wanted instead. */
export class InputFault extends TypeError {
  override readonly name: string = "InputFault";
}

/** A part of a text or of its bytes. A chunk may end anywhere, also within a line or a character of several bytes. */
export type Chunk = string | ArrayBuffer | ArrayBufferView;

/** Text or bytes, whole or in chunks. */
export type Content = Chunk | Iterable<string | ArrayBufferView> | Iterable<Chunk> | AsyncIterable<Chunk>;

/** A text, or the bytes of one, under the name that the report is to give it. */
export interface NamedContent {
  readonly name: string;
  readonly content: Content;
}

/** What can be analysed: text or bytes that were pasted, one source, or many of them. */
export type AnalyzeInput =
  | Content
  | Source
  | NamedContent
  | Iterable<Source | NamedContent | UnreadSource>
  | AsyncIterable<Source | NamedContent | UnreadSource>;

/** What of an AbortSignal is looked at: its type is not among those that every program knows. */
export interface Signal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

type One = Source | NamedContent | UnreadSource;

/** The name of what was pasted and has none. */
const PASTE = "paste";
const WANTED = "a text, bytes, chunks of either, or sources such as { name, content }";

/**
 * The sources of an input, one at a time. Throws an InputFault for what is none, and the reason of the signal once that is
 * aborted: until then at most the chunk that is under way is read.
 */
export async function* sourcesOf(input: AnalyzeInput, signal?: Signal): AsyncGenerator<Source | UnreadSource> {
  signal?.throwIfAborted();
  for await (const source of sourcesIn(input)) {
    yield "bytes" in source ? { ...source, bytes: untilAborted(source.bytes, signal) } : source;
    signal?.throwIfAborted();
  }
}

async function* sourcesIn(input: AnalyzeInput): AsyncGenerator<Source | UnreadSource> {
  if (isChunk(input)) yield { name: PASTE, bytes: bytesOf([input]) };
  else if (isOne(input)) yield sourceOf(input);
  else if (isIterable(input)) yield* sourcesAmong(input);
  else throw unfit(input);
}

/** An iterable is of chunks or of sources: its first element tells. */
async function* sourcesAmong(input: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<Source | UnreadSource> {
  const iterator = iteratorOf(input);
  const first = await iterator.next();
  if (first.done === true) return;
  const all = startingWith(first.value, iterator);
  if (isChunk(first.value)) {
    yield { name: PASTE, bytes: bytesOf(all) };
    return;
  }
  for await (const one of all) {
    if (!isOne(one)) throw unfit(one);
    yield sourceOf(one);
  }
}

/** A content as the bytes of a source. */
export function bytesOf(content: unknown): AsyncIterable<Uint8Array> {
  return encoded(isChunk(content) ? [content] : content);
}

async function* encoded(chunks: unknown): AsyncGenerator<Uint8Array> {
  if (!isIterable(chunks)) throw unfit(chunks);
  // Half a character may stand at the end of a text: the other half begins the next one.
  let half = "";
  for await (const chunk of chunks) {
    if (!isChunk(chunk)) throw unfit(chunk);
    if (typeof chunk !== "string") {
      if (half !== "") yield new TextEncoder().encode(half);
      half = "";
      yield chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : viewed(chunk);
      continue;
    }
    const text = half + chunk;
    const isHalved = /[\ud800-\udbff]$/.test(text);
    half = isHalved ? text.slice(-1) : "";
    yield new TextEncoder().encode(isHalved ? text.slice(0, -1) : text);
  }
  if (half !== "") yield new TextEncoder().encode(half);
}

function sourceOf(one: One): Source | UnreadSource {
  if (!("content" in one)) return one;
  return { name: one.name, bytes: bytesOf(one.content) };
}

async function* untilAborted(bytes: AsyncIterable<Uint8Array>, signal?: Signal): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    if (signal?.aborted === true) return;
    yield chunk;
  }
}

async function* startingWith(
  first: unknown,
  rest: AsyncIterator<unknown> | Iterator<unknown>,
): AsyncGenerator<unknown> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function iteratorOf(input: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in input ? input[Symbol.asyncIterator]() : input[Symbol.iterator]();
}

function viewed({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function isChunk(value: unknown): value is Chunk {
  return typeof value === "string" || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function isOne(value: unknown): value is One {
  if (typeof value !== "object" || value === null || !("name" in value) || typeof value.name !== "string") return false;
  return "bytes" in value || "content" in value || "status" in value;
}

function isIterable(value: unknown): value is AsyncIterable<unknown> | Iterable<unknown> {
  return typeof value === "object" && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}

function unfit(value: unknown): InputFault {
  const given = value === null ? "null" : Array.isArray(value) ? "an array" : typeof value;
  return new InputFault(`analyze takes ${WANTED}, and not ${given === "object" ? "such an object" : given}`);
}
