import type { Input, Oracle } from "./target.ts";

/** Where a worker finds the target that it works on: the list of targets that a module exports. */
export interface TargetPlace {
  readonly module: string;
  readonly name: string;
}

/** What a worker is to do: draw inputs and try them until time or runs are over, or try these. */
export type WorkOrder =
  | {
      readonly kind: "draw";
      readonly seed: number;
      readonly milliseconds: number;
      readonly runs: number;
      /** Marks of what was found before: it is not looked at again. */
      readonly known: readonly string[];
      /** Milliseconds after a finding in which a smaller input with the same fault is looked for. */
      readonly shrinking: number;
    }
  | { readonly kind: "try"; readonly inputs: readonly Input[] };

/** Something that did not hold, and the input of which it did not. */
export interface Finding {
  readonly oracle: Oracle;
  readonly message: string;
  /** By which the same mistake is known when it shows again with another input. */
  readonly mark: string;
  readonly input: Input;
}

/** What came of an order. */
export interface Worked {
  readonly runs: number;
  /** Inputs that led to something known. */
  readonly again: number;
  readonly finding: Finding | undefined;
}
