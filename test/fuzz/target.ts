import type fc from "fast-check";

/** One input: bytes, and a number that a target chooses its options by, so that both fit into a file and its name. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly choice: number;
}

/** What is expected of every input, each by the words in which a finding is told. */
export const oracles = [
  "does not throw",
  "ends in time",
  "ledger adds up",
  "places lie within the source",
  "the same again",
  "the same with CR LF",
  "the same in other chunks",
  "the same in another order",
  "the same in another way",
  "as its schema has it",
  "no control characters",
  "no markup of others",
  "as it was printed",
  "reads back",
  "exit code and messages",
  "time grows with length",
] as const;

export type Oracle = (typeof oracles)[number];

/** What did not hold of an input. */
export class Fault extends Error {
  readonly oracle: Oracle;

  constructor(oracle: Oracle, message: string) {
    super(message);
    this.oracle = oracle;
  }
}

/** A part of the program with inputs for it. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Milliseconds that one step may take; 2 seconds when nothing is said. */
  readonly patience?: number;
  /** Runs of the thorough test: as many as take about a second. */
  readonly runs: number;
  /**
   * Throws a Fault where an oracle does not hold; whatever else is thrown is one too. `step` is called before each thing
   * that is done, which has to end in time by itself.
   */
  readonly check: (input: Input, step: () => void) => Promise<void>;
}

/** What an input is compared by, in as few letters as say what is different. */
export function expectSame(oracle: Oracle, one: unknown, other: unknown, what: string): void {
  const [first, second] = [one, other].map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  if (first === second || first === undefined || second === undefined) return;
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  throw new Fault(oracle, `${what}: …${around(first)}… or …${around(second)}…`);
}
