import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { KeyFault } from "./key-fault.ts";

/** Thirty-two bytes that nobody can foresee without the key, the same for the same text of the same domain. */
export type Secret = (domain: string, text: string) => Uint8Array;

/** Bytes that a key has at least: with fewer of them all keys can be tried. */
const LEAST_KEY_BYTES = 16;

/** Hashes kept at a time. */
const MOST_KEPT = 200_000;

/** The secret of a key (HMAC-SHA-256). Throws a KeyFault for a key that is too short. */
export function secretOf(key: Uint8Array): Secret {
  if (key.length < LEAST_KEY_BYTES) {
    throw new KeyFault(`the key has ${key.length} bytes and needs ${LEAST_KEY_BYTES} at least`);
  }
  const keyed = hmac.create(sha256, key);
  const encoder = new TextEncoder();
  const known = new Map<string, Uint8Array>();
  return (domain, text) => {
    const message = `${domain}\0${text}`;
    const before = known.get(message);
    if (before !== undefined) return before;
    const hash = keyed.clone().update(encoder.encode(message)).digest();
    if (known.size >= MOST_KEPT) known.clear();
    known.set(message, hash);
    return hash;
  };
}

/** What stands for each of `size` signs: they are put in a circle, and each is replaced by the next one, never by itself. */
export function circle(hash: Uint8Array, size: number): readonly number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at -= 1) {
    // Two bytes a step: what is left of them beyond the step is too little to tell anything.
    const drawn = ((hash[at % hash.length] ?? 0) << 8) | (hash[(at * 7 + 3) % hash.length] ?? 0);
    const other = drawn % (at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
  const next = new Array<number>(size).fill(0);
  for (const [at, sign] of order.entries()) next[sign] = order[(at + 1) % size] ?? sign;
  return next;
}
