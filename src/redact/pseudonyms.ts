import { otherIpv4Text, otherIpv6Text } from "./address-text.ts";
import { otherDigits, otherGuid, otherMac, otherSid } from "./identifiers.ts";
import type { Secret } from "./secret.ts";
import { isPublic } from "./vocabulary.ts";
import { otherWord } from "./words.ts";

export type RedactedKind = "name" | "ipv4" | "ipv6" | "mac" | "guid" | "sid" | "number";

/** What stands for something that was in a capture. */
export interface Replacement {
  readonly kind: RedactedKind;
  readonly original: string;
  readonly replacement: string;
}

/** Gives what stands for each thing, and remembers it. */
export interface Pseudonyms {
  /** Undefined for what is none of the kind. */
  readonly of: (kind: RedactedKind, text: string) => string | undefined;
  /** All that was replaced so far, by kind and text. */
  readonly mapping: () => readonly Replacement[];
  /** True for a text that was replaced, whatever its case. */
  readonly isOriginal: (text: string) => boolean;
}

/** A word that stands for another one is no word of Windows: so often it is tried again. */
const MOST_TRIES = 20;

export function pseudonyms(secret: Secret): Pseudonyms {
  const made = new Map<string, Replacement>();
  const originals = new Set<string>();
  return {
    of: (kind, text) => {
      const key = `${kind}\0${text}`;
      const before = made.get(key);
      if (before !== undefined) return before.replacement;
      const replacement = makers[kind](text, secret);
      if (replacement === undefined) return undefined;
      made.set(key, { kind, original: text, replacement });
      if (replacement !== text) originals.add(text.toLowerCase());
      return replacement;
    },
    mapping: () => [...made.values()].filter(({ original, replacement }) => original !== replacement).sort(inOrder),
    isOriginal: (text) => originals.has(text.toLowerCase()),
  };
}

const makers: { readonly [K in RedactedKind]: (text: string, secret: Secret) => string | undefined } = {
  name: otherName,
  ipv4: otherIpv4Text,
  ipv6: otherIpv6Text,
  mac: otherMac,
  guid: otherGuid,
  sid: otherSid,
  number: (text, secret) => otherDigits(text, "number", secret),
};

function otherName(name: string, secret: Secret): string {
  let other = otherWord(name, secret);
  for (let tries = 0; tries < MOST_TRIES && !/^\d+$/.test(other) && isPublic(other); tries += 1) {
    other = otherWord(other, secret);
  }
  return other;
}

function inOrder(one: Replacement, other: Replacement): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1;
  return one.original < other.original ? -1 : 1;
}
