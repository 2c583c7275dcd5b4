import { hostSignals } from "../../../grammar/markers/index.ts";
import type { Lot, NameClaim } from "./claims.ts";
import { type Deciding, distinct, open, own } from "./deciding.ts";
import { grouped } from "./groups.ts";

/** True for a name that an output prints of its computer; what stands around outputs heads them. */
export function isPrinted({ by, reach }: NameClaim): boolean {
  return reach === "source" && !hostSignals.some((signal) => signal === by);
}

/**
 * Where the captures of a source begin above every name, outputs such as systeminfo's may be the first command of each
 * host or the last: the last when nothing stands below the last of them.
 */
export function byOrder<L extends Lot>(deciding: Deciding<L>): void {
  const claimsIn = grouped(deciding.claims.filter(isPrinted), ({ source }) => source);
  const lotsIn = grouped(open(deciding), ({ source }) => source);
  for (const [source, claims] of claimsIn) {
    const lots = lotsIn.get(source) ?? [];
    if (!lots.some(({ above }) => isOutput(above))) continue;
    const last = Math.max(...claims.map(lineOf));
    const areLast = distinct(deciding, claims).size > 1 && lots.every(({ line }) => line < last);
    for (const lot of lots) {
      const claim = areLast ? claims.find((one) => lineOf(one) > lot.line) : lot.above;
      if (claim != null && (areLast || isOutput(lot.above))) own(deciding, lot, "named", claim);
    }
  }
}

function isOutput(claim: NameClaim | null): boolean {
  return claim !== null && isPrinted(claim);
}

function lineOf({ line }: NameClaim): number {
  return line ?? 0;
}
