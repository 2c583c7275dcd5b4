import type { Expression } from "./expressions.ts";
import { type Symbols, symbolsOf } from "./symbols.ts";

/** A place in the expressions: what it takes or looks at, and which places come next. */
export interface Step {
  readonly is: "one" | "before" | "behind" | "fork" | "end";
  readonly of: Symbols;
  readonly next: readonly number[];
}

const none = symbolsOf(() => false);
/** Longer repetitions are taken for ones without end, so that expressions stay small. */
const MOST_COPIES = 12;

/** The places of all expressions in one list, and those where each of them begins. */
export function stepsOf(expressions: readonly Expression[]): {
  readonly steps: readonly Step[];
  readonly first: readonly number[];
} {
  const steps: Step[] = [];
  const end = added(steps, "end", none, []);
  return { steps, first: expressions.map((own) => addAll(steps, own, end)) };
}

function added(steps: Step[], is: Step["is"], of: Symbols, next: readonly number[]): number {
  return steps.push({ is, of, next }) - 1;
}

/** Adds an expression that the place `behind` follows, from its end to its beginning, which is given back. */
function addAll(steps: Step[], part: Expression, behind: number): number {
  const add = (own: Expression, next: number) => addAll(steps, own, next);
  switch (part.is) {
    case "any": {
      const options = part.parts.map((own) => add(own, behind));
      return added(steps, "fork", none, options);
    }
    case "all":
      return part.parts.reduceRight((next, own) => add(own, next), behind);
    case "repeated":
      return addRepeated(steps, part, behind);
    default:
      return added(steps, part.is, part.of, [behind]);
  }
}

function addRepeated(
  steps: Step[],
  { part, least, most }: Extract<Expression, { readonly is: "repeated" }>,
  behind: number,
): number {
  let next = behind;
  if (most - least > MOST_COPIES || least > MOST_COPIES) {
    const again = added(steps, "fork", none, []);
    const first = addAll(steps, part, again);
    steps[again] = { is: "fork", of: none, next: [first, behind] };
    next = again;
  } else {
    for (let copy = least; copy < most; copy += 1) {
      next = added(steps, "fork", none, [addAll(steps, part, next), behind]);
    }
  }
  for (let copy = 0; copy < Math.min(least, MOST_COPIES); copy += 1) next = addAll(steps, part, next);
  return next;
}
