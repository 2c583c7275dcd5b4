import P from "parsimmon";
import { linesOf, type Part, type PrintedLine, valuesOf } from "../contract/lines.ts";

/** What begins a record: its lines, and what they say. */
interface Beginning<S> {
  readonly lines: readonly PrintedLine[];
  readonly value: S;
}

/** A record by what separates it from the one above, and its fields. */
export interface FieldRecord<S, F> {
  readonly lines: readonly PrintedLine[];
  readonly separator: S;
  readonly fields: readonly F[];
}

/** Fields below what begins a record, at least one. Lines that say nothing may stand among them. */
export function records<S, F>(
  separator: P.Parser<Beginning<S>>,
  field: P.Parser<Part<F>>,
): P.Parser<FieldRecord<S, F>> {
  return P.seqMap(separator, field.atLeast(1), (begun, parts) => ({
    lines: [...begun.lines, ...linesOf(parts)],
    separator: begun.value,
    fields: valuesOf(parts),
  }));
}
