import type { OsBand } from "../facts/os-bands.ts";
import type { Evidence, EvidencePlace } from "../hosts/index.ts";
import type { Snapshot } from "../summary/index.ts";

/**
 * What may prove a rule wrong, whatever settings and services look like. `offloadedRows`: eligible connections that are
 * Offloaded in any table of the host, an earlier one too; nothing that keeps every connection in the host was there then.
 */
export const proofs = ["offloadedRows"] as const;

export type Proof = (typeof proofs)[number];

/** The proofs that count against a rule; a function where that depends on the version of Windows. */
export type RefutedBy = readonly Proof[] | ((os: OsBand | undefined) => readonly Proof[]);

/** Rows quoted of one proof. */
const FEW_ROWS = 3;

/** The lines that prove a rule wrong; none where nothing does. */
export function refutation(refutedBy: RefutedBy | undefined, evidence: Partial<Evidence>): readonly EvidencePlace[] {
  const named = typeof refutedBy === "function" ? refutedBy(evidence.os?.value) : (refutedBy ?? []);
  return named.flatMap((proof) => proofIn[proof](evidence));
}

const proofIn: { readonly [P in Proof]: (evidence: Partial<Evidence>) => readonly EvidencePlace[] } = {
  offloadedRows: ({ netstat }) => {
    if (netstat === undefined) return [];
    if (netstat.snapshot.eligible.offloaded > 0) return netstat.examples.offloaded.slice(0, FEW_ROWS);
    return tablesOffloadedBefore(netstat).slice(-FEW_ROWS).map(placeOf);
  },
};

/** The tables before the one that counts in which connections are offloaded. */
export function tablesOffloadedBefore({ snapshot, tables }: Evidence["netstat"]): readonly Snapshot[] {
  const earlier = tables.slice(0, Math.max(0, tables.indexOf(snapshot)));
  return earlier.filter(({ eligible }) => eligible.offloaded > 0);
}

function placeOf({ source, line, eligible }: Snapshot): EvidencePlace {
  return { source, line, text: `${eligible.offloaded} of ${eligible.total} eligible connections offloaded` };
}
