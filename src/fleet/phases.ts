import type { FleetHost, TableEntry } from "../findings/index.ts";
import type { EligibleRatio } from "../report/index.ts";
import { type HostName, type Listed, listed, nameOf } from "./listed.ts";

/** A table before and after something was tried on a host, as its collector's phases tell. */
export interface PhasePair extends HostName {
  readonly before: PhaseTable;
  readonly after: PhaseTable;
}

export interface PhaseTable {
  readonly phase: string;
  readonly source: string;
  readonly line: number;
  readonly eligible: EligibleRatio;
}

/** Phases that are before and after the same thing. */
const PAIRS = [
  ["start", "stop"],
  ["before-repro", "after-repro"],
] as const;

/** The hosts whose tables tell both sides. */
export function phasePairs(hosts: readonly FleetHost[]): Listed<PhasePair> {
  const pairs = hosts.flatMap((host) =>
    PAIRS.flatMap(([one, other]): readonly PhasePair[] => {
      const [before, after] = [tableOf(host, one), tableOf(host, other)];
      return before === undefined || after === undefined ? [] : [{ ...nameOf(host), before, after }];
    }),
  );
  return listed(pairs);
}

/** Of several tables of a phase the one that shows most, the last one of these. */
function tableOf({ tables }: FleetHost, phase: string): PhaseTable | undefined {
  let widest: TableEntry | undefined;
  for (const table of tables) {
    if (table.phase !== phase || !table.hasOffloadState) continue;
    if (widest === undefined || table.raw.total >= widest.raw.total) widest = table;
  }
  return widest && { phase, source: widest.source, line: widest.line, eligible: widest.eligible };
}
