import type { Finding } from "../../report/report.ts";

/** The name says how it is made: another way of making it would need another name. */
export const FINGERPRINT = "ruleHostEvidence/v1";

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * Gives each finding a fingerprint that stays the same when lines move: of its rule, its host and the text of its lines,
 * blanks and case aside. Equal ones are numbered.
 */
export function fingerprints(): (host: string | null, finding: Finding) => string {
  const seen = new Map<string, number>();
  return (host, { rule, evidence }) => {
    const lines = evidence.map(({ text }) => text.trim().replace(/\s+/g, " ").toLowerCase());
    const hash = hashOf(JSON.stringify([rule, host?.toLowerCase() ?? null, ...lines]));
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}

/** FNV-1a over the code units, 64 bits: to tell findings apart, not against somebody who wants them to be equal. */
function hashOf(text: string): string {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = ((hash ^ BigInt(text.charCodeAt(at))) * PRIME) & MASK;
  return hash.toString(16).padStart(16, "0");
}
