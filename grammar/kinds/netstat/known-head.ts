import P from "parsimmon";
import { sourceOf } from "./cells.ts";

/** The lines above a first row, and what they said. */
interface KnownHead<V> {
  /** All that stands above the row, with the blank lines that are none of the head's. */
  readonly text: string;
  /** Offset of the head's end. */
  readonly end: number;
  readonly value: V;
}

/** No head that stands above one table after another is longer. */
const LONGEST = 2000;

/**
 * The head of a table, which a log of thousands of tables has above each of them: the last one is remembered, down to
 * its first row. What a head is depends on nothing below that. The bench row that needs it is `log`.
 */
export function remembered<V>(head: P.Parser<V>): P.Parser<V> {
  const firstRow = new RegExp(sourceOf("blankLines", "protocol", "ipVersion", "gap", "endpointStart"), "y");
  const margins = new RegExp(sourceOf("blankLines"), "y");
  let last: KnownHead<V> | undefined;
  const known = P<V>((input, at) => {
    if (at !== 0 || last === undefined || !input.startsWith(last.text)) return P.makeFailure(at, []);
    firstRow.lastIndex = last.text.length;
    return firstRow.test(input) ? P.makeSuccess(last.end, last.value) : P.makeFailure(at, []);
  });
  const read = head.chain((value) =>
    P((input, end) => {
      firstRow.lastIndex = end;
      margins.lastIndex = end;
      if (end > 0 && end <= LONGEST && firstRow.test(input) && margins.test(input) && margins.lastIndex <= LONGEST)
        last = { text: ` ${input.slice(0, margins.lastIndex)}`.slice(1), end, value };
      return P.makeSuccess(end, value);
    }),
  );
  return known.or(read);
}
