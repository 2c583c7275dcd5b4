import type { Finding } from "./finding.ts";

/** A number to begin with, and one to multiply by, for each half of the hash. */
const HALVES = [
  [0x811c9dc5, 0x01000193],
  [0x9e3779b9, 0x85ebca6b],
] as const;

/**
 * What a finding is known by from run to run: its rule, its host, and what of the host it is about. Neither counts nor
 * wording are part of it, nor its place among others. Findings of hosts without a name share theirs.
 */
export function fingerprintOf(rule: string, host: string | null, about = ""): string {
  const text = [rule, nameOf(host), about].join("\n");
  return HALVES.map(([start, factor]) => hashOf(text, start, factor)).join("");
}

/** The findings with a number behind each fingerprint that one before has: a rule may say two things of one adapter. */
export function distinguished<F extends Finding>(findings: readonly F[]): readonly F[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { fingerprint } = finding;
    if (fingerprint === undefined) return finding;
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return number === 1 ? finding : { ...finding, fingerprint: `${fingerprint}-${number}` };
  });
}

/** A host is called with its domain in one capture and without it in another; an address is a name as a whole. */
function nameOf(host: string | null): string {
  const name = (host ?? "").toUpperCase();
  return /^[\d.]+$|:/.test(name) ? name : (name.split(".")[0] ?? "");
}

/** To tell findings apart, not against somebody who wants two to be equal. */
function hashOf(text: string, start: number, factor: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), factor);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
